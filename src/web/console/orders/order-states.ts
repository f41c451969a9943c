import type { OrderSummaryView } from '../../../api/views/order-summary.ts'
import type { Term } from '../../kit/terms/term.ts'

/** Where an order can stand, with the colour of its badge. */
export const orderStates = {
  received: {
    label: { en: 'Awaited', zh: '待到货' },
    explanation: {
      en: 'The order is on file; its goods have not come to the warehouse yet.',
      zh: '订单已接收，货物尚未到仓。',
    },
    color: 'gray',
  },
  'partly-received': {
    label: { en: 'Partly here', zh: '部分到货' },
    explanation: {
      en: 'Some pieces came; wait for the rest, ship what came, or send it back.',
      zh: '部分货物已到仓：可等待其余、先发已到部分或退回。',
    },
    color: 'yellow',
  },
  'in-warehouse': {
    label: { en: 'In the warehouse', zh: '在库' },
    explanation: {
      en: 'What came is counted and weighed, and can be shipped.',
      zh: '已到货物清点称重完毕，可以发运。',
    },
    color: 'tide',
  },
  consigned: {
    label: { en: 'In a case', zh: '清关中' },
    explanation: {
      en: 'A case clears the goods; it says what is to be done and where they are.',
      zh: '货物由清关案办理，待办事项和货物去向见该案。',
    },
    color: 'green',
  },
  'sent-back': {
    label: { en: 'Sent back', zh: '已退回' },
    explanation: { en: 'The goods went back to the seller.', zh: '货物已退回卖方。' },
    color: 'gray',
  },
  cancelled: {
    label: { en: 'Cancelled', zh: '已取消' },
    explanation: { en: 'The order was given up.', zh: '订单已取消。' },
    color: 'gray',
  },
  divided: {
    label: { en: 'Divided', zh: '已拆分' },
    explanation: {
      en: 'Its goods travel in several parcels; each part is an order of its own.',
      zh: '货物分多个包裹发运，每部分为独立订单。',
    },
    color: 'gray',
  },
} as const satisfies Readonly<Record<OrderSummaryView['state'], Term & { readonly color: string }>>

/** What can happen to an order, as its history tells it. */
export const orderEvents: Readonly<Record<string, Term['label']>> = {
  'order-received': { en: 'Order received', zh: '接收订单' },
  'goods-received': { en: 'Goods received', zh: '货物入库' },
  'part-received': { en: 'A part received', zh: '部分入库' },
  'goods-set-apart': { en: 'Goods set apart', zh: '货物单独存放' },
  'rest-awaited': { en: 'Waiting for the rest', zh: '等待其余货物' },
  'shortage-accepted': { en: 'Ships what came', zh: '按实到发运' },
  'goods-sent-back': { en: 'Goods sent back', zh: '货物退回' },
  'order-consigned': { en: 'Case opened', zh: '开立清关案' },
  'order-cancelled': { en: 'Order cancelled', zh: '取消订单' },
  'delivery-terms-changed': { en: 'Delivery terms changed', zh: '修改交货条件' },
  'order-divided': { en: 'Divided over parcels', zh: '拆分到多个包裹' },
}

/** Whether the goods have not travelled yet, so that the order itself can still be changed. */
export function isOpenOrder(state: OrderSummaryView['state']): boolean {
  return state === 'received' || state === 'partly-received' || state === 'in-warehouse'
}
