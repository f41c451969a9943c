import type { LifeCycle } from '../clearance/life-cycle/life-cycle.ts'

/** Where an order stands before its goods travel; from `consigned` on its case tells the rest. */
export type OrderState = 'received' | 'in-warehouse' | 'consigned' | 'cancelled'
/** What can happen to an order before its goods travel. */
export type OrderEvent = 'order-received' | 'goods-received' | 'order-consigned' | 'order-cancelled'

/** The life of an order as data; an order that has travelled or was cancelled never comes back. */
export const orderLifeCycle: LifeCycle<OrderState, OrderEvent> = {
  name: 'order',
  transitions: [
    { from: null, event: 'order-received', to: 'received' },
    {
      from: 'received',
      event: 'goods-received',
      to: 'in-warehouse',
      needs: 'every piece counted and weighed',
    },
    {
      from: 'received',
      event: 'order-consigned',
      to: 'consigned',
      needs: 'the goods do not pass through a warehouse',
    },
    { from: 'in-warehouse', event: 'order-consigned', to: 'consigned' },
    { from: 'received', event: 'order-cancelled', to: 'cancelled' },
    { from: 'in-warehouse', event: 'order-cancelled', to: 'cancelled' },
  ],
}
