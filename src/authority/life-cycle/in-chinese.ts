import type { LodgementEvent, LodgementState } from './lodgement-state.ts'

/** The states as officers who read Chinese are told them; the desk's pages use the same words. */
export const statesInChinese: Readonly<Record<LodgementState, string>> = {
  received: '已接收',
  rejected: '已退单',
  registered: '等待到货',
  expired: '已失效',
  accepted: '已受理',
  released: '已放行（有未结事项）',
  cleared: '已结关',
  exited: '已离境',
  cancelled: '已撤销',
  refused: '已拒绝入境',
  seized: '已扣押',
  disposed: '已处置',
}

/** What moves a lodgement on, in Chinese. */
export const eventsInChinese: Readonly<Record<LodgementEvent, string>> = {
  reject: '退单',
  register: '登记',
  accept: '受理',
  expire: '失效',
  cancel: '撤销',
  release: '放行',
  clear: '结关',
  depart: '登记离境',
  refuse: '拒绝入境',
  seize: '扣押',
  dispose: '处置',
}
