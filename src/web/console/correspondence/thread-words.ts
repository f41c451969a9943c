import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { ThreadView } from '../../../api/views/thread-view.ts'

/** What a thread is about. */
export const kindWords: Readonly<Record<ThreadView['kind'], BilingualText>> = {
  question: { en: 'Question', zh: '咨询' },
  enquiry: { en: 'Enquiry of customs', zh: '海关询问' },
  'voluntary-correction': { en: 'Voluntary correction', zh: '主动更正' },
  'repayment-claim': { en: 'Claim for repayment', zh: '退税申请' },
  'ruling-request': { en: 'Request for a ruling', zh: '预裁定申请' },
  appeal: { en: 'Appeal', zh: '复核申请' },
}

/** Where a thread stands. */
export const stateWords: Readonly<Record<ThreadView['state'], BilingualText>> = {
  written: { en: 'On its way', zh: '发送中' },
  open: { en: 'Open', zh: '处理中' },
  answered: { en: 'Answered', zh: '已答复' },
  decided: { en: 'Decided', zh: '已决定' },
  closed: { en: 'Closed', zh: '已结束' },
  refused: { en: 'Not taken', zh: '未受理' },
}

/** Whose turn it is. */
export const turnWords: Readonly<Record<NonNullable<ThreadView['awaits']>, BilingualText>> = {
  trader: { en: 'Your turn', zh: '等待您' },
  office: { en: 'Their turn', zh: '等待海关' },
}

/** How the authority has decided. */
export const outcomeWords: Readonly<
  Record<NonNullable<ThreadView['decision']>['outcome'], BilingualText>
> = {
  accepted: { en: 'Accepted', zh: '接受' },
  'accepted-in-part': { en: 'Accepted in part', zh: '部分接受' },
  refused: { en: 'Refused', zh: '拒绝' },
  issued: { en: 'Ruling issued', zh: '已发布裁定' },
  upheld: { en: 'The decision stands', zh: '维持原决定' },
  varied: { en: 'The decision was changed', zh: '变更原决定' },
  cancelled: { en: 'The decision was cancelled', zh: '撤销原决定' },
}

/** What can be put to review. */
export const appealableWords: Readonly<
  Record<'assessment' | 'refusal' | 'seizure' | 'penalty' | 'ruling', BilingualText>
> = {
  assessment: { en: 'New assessment', zh: '重新核定' },
  refusal: { en: 'Refusal of entry', zh: '拒绝入境' },
  seizure: { en: 'Seizure or detention', zh: '扣押或留置' },
  penalty: { en: 'Penalty', zh: '处罚' },
  ruling: { en: 'Ruling', zh: '裁定' },
}

/** On what a claim for repayment rests. */
export const claimBasisWords = {
  rejected: {
    en: 'Defective or not as agreed; sent back or destroyed',
    zh: '货物有缺陷或与约定不符，已退运或销毁',
  },
  withdrawn: { en: 'Bought at a distance and sent back', zh: '远程购买后退货' },
  overpaid: { en: 'More was paid than was owed', zh: '多缴税款' },
} as const satisfies Readonly<Record<string, BilingualText>>

/** What of a declaration can be told to be wrong. */
export const correctableWords = {
  'commodity-code': { en: 'Commodity code', zh: '商品编码' },
  'customs-value': { en: 'Customs value', zh: '完税价格' },
  origin: { en: 'Origin', zh: '原产地' },
  quantity: { en: 'Quantity', zh: '数量' },
  weight: { en: 'Weight', zh: '重量' },
  other: { en: 'Something else', zh: '其他' },
} as const satisfies Readonly<Record<string, BilingualText>>

/** A decision by its kind, and by its own name where a letter gives it one. */
export function nameOfDecision(
  kind: string,
  toldIn: { readonly name: string } | undefined,
): string {
  return toldIn === undefined ? kind : `${kind} ${toldIn.name}`
}
