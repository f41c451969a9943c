import {
  changeDeliveryTerms,
  type TermsChange,
} from '../../clearance/commands/change-delivery-terms.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { KnownCodes } from '../../customs/order/known-codes.ts'
import { checked, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { contradictedCosts } from './shipment-costs.ts'
import { readShipment } from './shipment.ts'

/**
 * Changes the delivery terms of an order, also of one that is in a shipment as long as that is open.
 * Fails as {@link changeDeliveryTerms} does, and where the order would state a cost that its shipment
 * states for all.
 */
export async function changeOrderTerms(
  known: KnownCodes,
  transaction: TenantTransaction,
  change: TermsChange,
  context: ChangeContext,
): Promise<Result<undefined>> {
  const changed = await changeDeliveryTerms(known, transaction, change, context)
  if (!changed.ok) return changed
  const place = await transaction
    .selectFrom('shipment_order')
    .select('shipment_id')
    .where('order_id', '=', change.orderId)
    .executeTakeFirst()
  if (place === undefined) return success(undefined)
  const shipment = await readShipment(transaction, place.shipment_id)
  if (!shipment.ok) return shipment
  const fits = checked(contradictedCosts(shipment.value, [changed.value.after]))
  return fits.ok ? success(undefined) : fits
}
