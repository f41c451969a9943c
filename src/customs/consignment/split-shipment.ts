import { jsonPointer } from '../json-pointer.ts'
import type { Order } from '../order/order.ts'
import { checked, combine, combineAll, type Failure, type Result, success } from '../result.ts'
import type { Consignment } from './consignment.ts'
import type { GoodsReceipt } from './goods-receipt.ts'
import { joinOrders, type ShipmentFacts } from './join-orders.ts'
import { sameFact } from './same-fact.ts'

/** What the warehouse states of one buyer's parcel after packing the buyer's orders together. */
export interface ParcelFacts extends Pick<ShipmentFacts, 'packages' | 'commercialInvoice'> {
  /** Any one of the orders in the parcel. */
  readonly orderReference: string
}

/** Several buyers' orders that leave a purchasing agent's warehouse together. */
export interface Shipment {
  readonly reference: string
  readonly orders: readonly Order[]
  /** What the warehouse received; absent where the goods did not pass through one. */
  readonly receipts?: readonly GoodsReceipt[]
  /** Absent for a buyer whose orders state all that is needed themselves. */
  readonly parcels?: readonly ParcelFacts[]
  /** How all of it travels; absent where each order states its own transport. */
  readonly transport?: NonNullable<ShipmentFacts['transport']>
}

/**
 * Splits a shipment into one consignment per buyer, because each buyer's goods are declared for that
 * buyer alone. The consignments are named after the shipment and numbered in the order in which the
 * buyers first appear. Either all of them can be made, or every failure of any of them is named.
 */
export function splitShipment(shipment: Shipment): Result<readonly Consignment[]> {
  const consignments = ordersByBuyer(shipment.orders).map((orders, index) =>
    joinOrders(orders, receiptsOf(shipment, orders), {
      reference: `${shipment.reference}-${index + 1}`,
      ...(shipment.transport && { transport: shipment.transport }),
      ...parcelOf(shipment, orders),
    }),
  )
  const split = combine({
    receipts: checked(strangers(shipment, 'receipts')),
    parcels: checked(strangers(shipment, 'parcels')),
    consignments: combineAll(consignments),
  })
  return split.ok ? success(split.value.consignments) : split
}

/**
 * Two orders are one buyer's where they state the buyer alike in every particular: names alone may
 * coincide.
 */
function ordersByBuyer(orders: readonly Order[]): readonly (readonly Order[])[] {
  const groups: Order[][] = []
  for (const order of orders) {
    const group = groups.find(([known]) => sameFact(known?.buyer, order.buyer))
    if (group === undefined) groups.push([order])
    else group.push(order)
  }
  return groups
}

/** The receipts of some orders; still absent where the goods passed through no warehouse. */
function receiptsOf(
  { receipts }: Shipment,
  orders: readonly Order[],
): readonly GoodsReceipt[] | undefined {
  const references = referencesOf(orders)
  return receipts?.filter((receipt) => references.has(receipt.orderReference))
}

/** What the warehouse stated of the parcel that some orders were packed into. */
function parcelOf(
  { parcels = [] }: Shipment,
  orders: readonly Order[],
): Omit<ParcelFacts, 'orderReference'> {
  const references = referencesOf(orders)
  const found = parcels.find((parcel) => references.has(parcel.orderReference))
  if (found === undefined) return {}
  const { orderReference: _, ...facts } = found
  return facts
}

/** The references by which receipts and parcels name orders. */
function referencesOf(orders: readonly Order[]): ReadonlySet<string> {
  return new Set(orders.map((order) => order.reference))
}

/** Facts about orders that are not in the shipment: one of the two lists is wrong. */
function strangers(shipment: Shipment, list: 'receipts' | 'parcels'): readonly Failure[] {
  const references = referencesOf(shipment.orders)
  const facts = shipment[list] ?? []
  return facts.flatMap(({ orderReference }, index) =>
    references.has(orderReference)
      ? []
      : {
          code: 'not-found',
          path: jsonPointer(list, index, 'orderReference'),
          message: `Order ${orderReference} is not in this shipment.`,
          mend: 'Correct the order reference, or add the order to the shipment.',
          zh: {
            message: `订单 ${orderReference} 不在此集运批次中。`,
            mend: '请更正订单号，或将该订单加入集运批次。',
          },
        },
  )
}
