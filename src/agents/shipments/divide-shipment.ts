import { localDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { GoodsReceipt } from '../../customs/consignment/goods-receipt.ts'
import { splitShipment } from '../../customs/consignment/split-shipment.ts'
import { apportion } from '../../customs/money/apportion.ts'
import { addDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'
import type { Order } from '../../customs/order/order.ts'
import { checked, combine, type Result, success } from '../../customs/result.ts'
import type { ReceivedPackages, WarehouseReceipt } from '../warehouse/warehouse-receipt.ts'
import {
  contradictedCosts,
  type ShipmentCostName,
  shipmentCostNames,
  type ShipmentCosts,
} from './shipment-costs.ts'

/** An order of a shipment with what the warehouse received of it. */
export interface ShippedOrder {
  readonly orderId: string
  readonly order: Order
  readonly receipts: readonly WarehouseReceipt[]
}

/** Several buyers' orders that travel together, and what is known of the whole. */
export interface ShipmentToDivide extends ShipmentCosts {
  readonly reference: string
  readonly orders: readonly ShippedOrder[]
  /** Absent where each order states its own transport. */
  readonly transport?: Order['transport']
}

/** One buyer's part of a shipment. */
export interface BuyersConsignment {
  readonly orderIds: readonly string[]
  readonly consignment: Consignment
}

/**
 * Divides a shipment into one consignment a buyer, weighed and packed as the warehouse found it.
 *
 * Carriage and insurance of the whole are divided by gross weight, to the smallest coin and without
 * remainder. Weight is what carriers charge by and what the warehouse has measured; the law only asks
 * that the share of each consignment is reasonable and the same rule is applied to all.
 */
export function divideShipment(shipment: ShipmentToDivide): Result<readonly BuyersConsignment[]> {
  const { reference, orders, transport } = shipment
  const divided = combine({
    consignments: splitShipment({
      reference,
      orders: orders.map(({ order }) => order),
      receipts: orders.flatMap(goodsReceiptsOf),
      ...(transport && { transport }),
    }),
    costs: checked(
      contradictedCosts(
        shipment,
        orders.map(({ order }) => order),
      ),
    ),
  })
  if (!divided.ok) return divided
  const shared = shipmentCostNames.reduce(
    (consignments, cost) => withShares(consignments, cost, shipment[cost]),
    divided.value.consignments,
  )
  return success(shared.map((consignment) => ofOneBuyer(consignment, orders)))
}

/** What came in good order; pieces that are kept apart stay in the warehouse. */
function goodsReceiptsOf({ order, receipts }: ShippedOrder): readonly GoodsReceipt[] {
  return receipts.flatMap(({ lines, receivedAt }) => {
    const receivedOn = localDate(receivedAt.slice(0, 10))
    return lines.map((line) => ({ ...line, orderReference: order.reference, receivedOn }))
  })
}

/** Gives each consignment its share of a cost of the whole; nothing where there is no such cost. */
function withShares(
  consignments: readonly Consignment[],
  cost: ShipmentCostName,
  whole: Money | undefined,
): readonly Consignment[] {
  if (whole === undefined) return consignments
  const shares = apportion(whole, consignments.map(grossWeightKgOf))
  return consignments.map((consignment, index) => ({ ...consignment, [cost]: shares[index]! }))
}

/** Every item has been weighed at the warehouse, or the shipment could not have been split. */
function grossWeightKgOf({ goodsItems }: Consignment): DecimalText {
  return addDecimals(...goodsItems.flatMap((item) => item.grossWeightKg ?? []))
}

/** Packages that came with nothing in good order stay in the warehouse with what is kept apart. */
function ofOneBuyer(consignment: Consignment, orders: readonly ShippedOrder[]): BuyersConsignment {
  const references = new Set(consignment.orderReferences)
  const own = orders.filter(({ order }) => references.has(order.reference))
  const receipts = own.flatMap((order) => order.receipts).filter(({ lines }) => lines.length > 0)
  const packages = packagesOf(receipts.flatMap((receipt) => receipt.packages))
  return {
    orderIds: own.map(({ orderId }) => orderId),
    consignment: { ...consignment, ...(packages && { packages }) },
  }
}

/** UN/ECE Rec. 21 code for a package of no particular kind. */
const PACKAGE = 'PK'

/** The packages of several orders together; they are not opened to be joined. */
function packagesOf(
  packages: readonly ReceivedPackages[],
): { readonly count: number; readonly type: string } | undefined {
  const types = new Set(packages.map(({ type }) => type))
  const [type] = types
  if (type === undefined) return undefined
  const count = packages.reduce((sum, received) => sum + received.count, 0)
  return { count, type: types.size === 1 ? type : PACKAGE }
}
