import { prepare, type Preparation } from '../../clearance/preparation/prepare.ts'
import type { ReferenceData } from '../../clearance/reference-data.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { addDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import { inMinorUnits, type Money, sum } from '../../customs/money/money.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { divideShipment } from './divide-shipment.ts'
import { readShipment } from './shipment.ts'
import { readShippedOrders } from './shipped-orders.ts'

/** What one buyer's parcel of a planned shipment would be, if the shipment were split now. */
export interface PlannedParcel {
  readonly consignment: Consignment
  readonly orderIds: readonly string[]
  readonly grossWeightKg: DecimalText
  /** Price of the goods alone. */
  readonly value: Money
  readonly preparation: Preparation
}

/** What a planned shipment would come to. */
export interface ShipmentPreview {
  readonly parcels: readonly PlannedParcel[]
  /** What keeps the shipment from being split; then there are no parcels. */
  readonly failures: readonly Failure[]
}

/** What a preview is worked out with. */
export interface PreviewPorts {
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly reference: ReferenceData
}

/**
 * Works out what a shipment would come to if it were split now: each buyer's parcel with its weight,
 * value, lane and charges. Nothing is changed. Fails with `not-found`.
 */
export async function previewShipment(
  transaction: TenantTransaction,
  shipmentId: string,
  ports: PreviewPorts,
): Promise<Result<ShipmentPreview>> {
  const shipment = await readShipment(transaction, shipmentId)
  if (!shipment.ok) return shipment
  if (shipment.value.orderIds.length === 0) return success({ parcels: [], failures: [] })
  const orders = await readShippedOrders(transaction, shipment.value.orderIds)
  if (!orders.ok) return success({ parcels: [], failures: orders.failures })
  const divided = divideShipment({ ...shipment.value, orders: orders.value })
  if (!divided.ok) return success({ parcels: [], failures: divided.failures })
  const parcels = divided.value.map(({ consignment, orderIds }) => ({
    ...{ consignment, orderIds, preparation: prepare({ ...ports, consignment }) },
    grossWeightKg: addDecimals(
      ...consignment.goodsItems.flatMap(({ grossWeightKg }) => grossWeightKg ?? []),
    ),
    value: inMinorUnits(
      sum(
        consignment.goodsItems.map(({ linePrice }) => linePrice),
        consignment.currency,
      ),
    ),
  }))
  return success({ parcels, failures: [] })
}
