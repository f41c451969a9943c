import type { LifeCycle } from './life-cycle.ts'

/** Where an order stands before its goods travel; from `consigned` on its case tells the rest. */
export const orderStates = [
  'received',
  'partly-received',
  'in-warehouse',
  'consigned',
  'sent-back',
  'cancelled',
  'divided',
] as const

/** One of {@link orderStates}; the goods of a divided order go on as orders of their own. */
export type OrderState = (typeof orderStates)[number]

/** What can happen to an order before its goods travel. */
export type OrderEvent =
  | 'order-received'
  | 'goods-received'
  | 'part-received'
  | 'goods-set-apart'
  | 'rest-awaited'
  | 'shortage-accepted'
  | 'goods-sent-back'
  | 'order-consigned'
  | 'order-cancelled'
  | 'order-divided'
  | 'delivery-terms-changed'

type OrderEdge = LifeCycle<OrderState, OrderEvent>['transitions'][number]

/** The life of an order as data; an order that has travelled or was given up never comes back. */
export const orderLifeCycle: LifeCycle<OrderState, OrderEvent> = {
  name: 'order',
  transitions: [
    { from: null, event: 'order-received', to: 'received' },
    ...receivedFrom('received'),
    ...receivedFrom('partly-received'),
    {
      from: 'in-warehouse',
      event: 'goods-received',
      to: 'in-warehouse',
      needs: 'pieces that were missing when the agent chose to ship what came',
    },
    ...keptBeside('in-warehouse', 'consigned', 'sent-back', 'cancelled', 'divided'),
    { from: 'partly-received', event: 'rest-awaited', to: 'partly-received', needs: 'a reason' },
    {
      from: 'partly-received',
      event: 'shortage-accepted',
      to: 'in-warehouse',
      needs: 'a reason; at least one piece in good order',
    },
    ...termsChanged('received', 'partly-received', 'in-warehouse'),
    ...givenUp('goods-sent-back', 'sent-back', ['partly-received', 'in-warehouse']),
    ...givenUp('order-cancelled', 'cancelled', ['received', 'partly-received', 'in-warehouse']),
    {
      from: 'received',
      event: 'order-consigned',
      to: 'consigned',
      needs: 'the goods do not pass through a warehouse',
    },
    { from: 'in-warehouse', event: 'order-consigned', to: 'consigned' },
    {
      from: 'in-warehouse',
      event: 'order-divided',
      to: 'divided',
      needs: 'every received piece in one of the parts; in no shipment',
    },
  ],
}

/** Until all of it is there an order is only partly received, however much of it came. */
function receivedFrom(from: OrderState): readonly OrderEdge[] {
  return [
    {
      from,
      event: 'goods-received',
      to: 'in-warehouse',
      needs: 'every piece counted and weighed, in good order',
    },
    {
      from,
      event: 'part-received',
      to: 'partly-received',
      needs: 'the missing, damaged or wrong pieces named',
    },
  ]
}

/** Pieces that come too many or too late are kept apart and change nothing for the order. */
function keptBeside(...states: readonly OrderState[]): readonly OrderEdge[] {
  return states.map((state) => ({ from: state, event: 'goods-set-apart', to: state }))
}

/** From `consigned` on the terms are those of the case, where they are mended. */
function termsChanged(...states: readonly OrderState[]): readonly OrderEdge[] {
  return states.map((state) => ({ from: state, event: 'delivery-terms-changed', to: state }))
}

function givenUp(
  event: OrderEvent,
  to: OrderState,
  from: readonly OrderState[],
): readonly OrderEdge[] {
  return from.map((state) => ({
    ...{ from: state, event, to },
    needs: 'a reason; in no shipment',
  }))
}
