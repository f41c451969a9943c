import { lockOrder } from '../../clearance/orders/lock-orders.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { checked, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import {
  addToShipment,
  type NewShipment,
  openShipment,
  ordersInShipment,
  referenceTaken,
  removeFromShipment,
} from './fill-shipment.ts'
import { contradictedCosts, costsFinerThanCoins } from './shipment-costs.ts'
import {
  lockOpenShipment,
  lockShipmentAsSeen,
  readShipment,
  type SeenShipment,
  type Shipment,
  type ShipmentFacts,
} from './shipment.ts'

/**
 * Moves orders into an open shipment, each from the open shipment that it is in or from the shelf;
 * all of them or none. Fails for an order as adding it does.
 */
export async function moveToShipment(
  transaction: TenantTransaction,
  { shipmentId, orderIds }: { readonly shipmentId: string; readonly orderIds: readonly string[] },
  context: ChangeContext,
): Promise<Result<Shipment>> {
  for (const orderId of orderIds) {
    const left = await leaveShipment(transaction, orderId, shipmentId)
    if (!left.ok) return left
    const added = await addToShipment(transaction, { shipmentId, orderId }, context)
    if (!added.ok) return added
  }
  return readShipment(transaction, shipmentId)
}

/**
 * Opens a shipment with orders from the shelf or from other open shipments; all of them move or none.
 * Fails as opening one does, and where an order is in a shipment that is open no longer.
 */
export async function moveToNewShipment(
  transaction: TenantTransaction,
  shipment: NewShipment,
  context: ChangeContext,
): Promise<Result<Shipment>> {
  for (const orderId of shipment.orderIds) {
    const left = await leaveShipment(transaction, orderId)
    if (!left.ok) return left
  }
  return openShipment(transaction, shipment, context)
}

/** Takes an order out of the shipment that it is in, unless it is to stay there. */
async function leaveShipment(
  transaction: TenantTransaction,
  orderId: string,
  stayingIn?: string,
): Promise<Result<undefined>> {
  // Held first, so that it cannot be moved twice at once.
  const { shipmentId } = (await lockOrder(transaction, orderId)) ?? { shipmentId: null }
  if (shipmentId === null || shipmentId === stayingIn) return success(undefined)
  const removed = await removeFromShipment(transaction, { shipmentId, orderId })
  return removed.ok ? success(undefined) : removed
}

/**
 * States anew what is known of an open shipment as a whole; what is left out is no longer stated.
 * Fails as opening it does where the costs contradict its orders or its reference is taken.
 */
export async function restateShipment(
  transaction: TenantTransaction,
  { shipmentId, ...facts }: ShipmentFacts & { readonly shipmentId: string },
): Promise<Result<Shipment>> {
  const open = await lockOpenShipment(transaction, shipmentId)
  if (!open.ok) return open
  const orders = await ordersInShipment(transaction, open.value.orderIds)
  const fits = checked([...costsFinerThanCoins(facts), ...contradictedCosts(facts, orders)])
  if (!fits.ok) return fits
  const taken = await transaction
    .selectFrom('shipment')
    .select('id')
    .where('reference', '=', facts.reference)
    .where('id', '<>', shipmentId)
    .executeTakeFirst()
  if (taken !== undefined) return failure(referenceTaken(facts.reference))
  await transaction
    .updateTable('shipment')
    .set({
      reference: facts.reference,
      transport: JSON.stringify(facts.transport ?? null),
      freight: JSON.stringify(facts.freight ?? null),
      insurance: JSON.stringify(facts.insurance ?? null),
    })
    .where('id', '=', shipmentId)
    .execute()
  return readShipment(transaction, shipmentId)
}

/**
 * Gives up an open shipment; its goods stay in the warehouse. Fails as changing it does, and with
 * `precondition-failed` where something else is in it than was seen.
 */
export async function giveUpShipment(
  transaction: TenantTransaction,
  seen: SeenShipment,
): Promise<Result<undefined>> {
  const open = await lockShipmentAsSeen(transaction, seen)
  if (!open.ok) return open
  const { shipmentId } = open.value
  await transaction.deleteFrom('shipment_order').where('shipment_id', '=', shipmentId).execute()
  await transaction.deleteFrom('shipment').where('id', '=', shipmentId).execute()
  return success(undefined)
}
