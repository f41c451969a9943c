import type { StockView } from '../../../../api/warehouse-stock.ts'

/** The orders of one buyer, which travel as one parcel. */
export interface BuyersOrders {
  readonly key: string
  readonly name: string
  readonly town: string
  readonly orders: readonly StockView[]
}

/** Orders by their buyer, told apart in every particular: names alone may coincide. */
export function byBuyer(orders: readonly StockView[]): readonly BuyersOrders[] {
  const groups = new Map<string, StockView[]>()
  for (const order of orders) {
    const key = JSON.stringify(order.buyer)
    groups.set(key, [...(groups.get(key) ?? []), order])
  }
  return [...groups].map(([key, own]) => ({
    key,
    name: own[0]!.buyer.name,
    town: own[0]!.buyer.address.city,
    orders: own,
  }))
}
