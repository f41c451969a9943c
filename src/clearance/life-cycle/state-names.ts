import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { MainState } from './main-life-cycle.ts'
import type { OrderEvent, OrderState } from './order-life-cycle.ts'
import type { SupplementaryState } from './side-life-cycles.ts'

/** What the states of a case are called in Chinese; the pages call them the same. */
export const mainStateZh: Readonly<Record<MainState, string>> = {
  draft: '新建',
  preparing: '待补正',
  ready: '可申报',
  stopped: '已停办',
  lodged: '已提交海关',
  registered: '已预申报',
  accepted: '海关审核中',
  released: '已放行',
  cleared: '已结关',
  delivered: '已送达',
  expired: '已失效',
  invalidated: '已撤销',
  refused: '拒绝入境',
  seized: '已扣押',
  returned: '已退运',
  destroyed: '已销毁',
  abandoned: '已放弃',
  restored: '已发还',
  forfeited: '已没收',
}

/** What the states of an order are called in Chinese. */
export const orderStateZh: Readonly<Record<OrderState, string>> = {
  received: '已接收',
  'partly-received': '部分入库',
  'in-warehouse': '已入库',
  consigned: '已组票',
  'sent-back': '已退回',
  cancelled: '已取消',
  divided: '已拆分',
}

/** What can happen to an order, as the verb of a Chinese sentence. */
export const orderEventZh: Readonly<Record<OrderEvent, string>> = {
  'order-received': '接收',
  'goods-received': '入库',
  'part-received': '部分入库',
  'goods-set-apart': '单独存放货物',
  'rest-awaited': '等待其余货物',
  'shortage-accepted': '按已到数量发运',
  'goods-sent-back': '退回货物',
  'order-consigned': '组票',
  'order-cancelled': '取消',
  'order-divided': '拆分',
  'delivery-terms-changed': '修改交货条件',
}

/** What the states of a supplementary declaration are called. */
export const supplementaryStates: Readonly<Record<SupplementaryState, BilingualText>> = {
  owed: { en: 'Owed', zh: '待提交' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  lodged: { en: 'Handed in', zh: '已提交' },
  accepted: { en: 'Accepted', zh: '已接受' },
  cleared: { en: 'Cleared', zh: '已结案' },
}
