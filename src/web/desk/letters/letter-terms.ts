import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { AppealableKind } from '../../../authority/correspondence/appealed-decision.ts'
import type { ThreadOutcome } from '../../../authority/correspondence/thread.ts'
import type {
  Awaited,
  ThreadKind,
  ThreadStatus,
} from '../../../authority/correspondence/thread-life-cycle.ts'
import { disposalWord } from '../terms/findings.ts'

/** What a thread is about. */
export const kindWords: Readonly<Record<ThreadKind, BilingualText>> = {
  question: { en: 'Question', zh: '咨询' },
  enquiry: { en: 'Enquiry of the office', zh: '海关询问' },
  'voluntary-correction': { en: 'Voluntary correction', zh: '主动更正' },
  'repayment-claim': { en: 'Claim for repayment', zh: '退税申请' },
  'ruling-request': { en: 'Request for a ruling', zh: '预裁定申请' },
  appeal: { en: 'Request for a review', zh: '复核申请' },
}

/** Where a thread stands. */
export const statusWords: Readonly<Record<ThreadStatus, BilingualText>> = {
  open: { en: 'Open', zh: '未结' },
  answered: { en: 'Answered', zh: '已答复' },
  decided: { en: 'Decided', zh: '已决定' },
  closed: { en: 'Closed', zh: '已结束' },
}

/** Whose turn it is. */
export const awaitsWords: Readonly<Record<Awaited, BilingualText>> = {
  office: { en: 'The office is to answer', zh: '待海关答复' },
  trader: { en: 'The trader is to answer', zh: '待贸易商答复' },
  nobody: { en: 'Nobody is awaited', zh: '无人待答复' },
}

/** How a thread was decided. */
export const outcomeWords: Readonly<Record<ThreadOutcome, BilingualText>> = {
  accepted: { en: 'Accepted', zh: '接受' },
  'accepted-in-part': { en: 'Accepted in part', zh: '部分接受' },
  refused: { en: 'Refused', zh: '拒绝' },
  issued: { en: 'Ruling issued', zh: '作出裁定' },
  upheld: { en: 'Decision upheld', zh: '维持原决定' },
  varied: { en: 'Decision varied', zh: '变更原决定' },
  cancelled: { en: 'Decision cancelled', zh: '撤销原决定' },
}

/** What a review is of. */
export const appealedWords: Readonly<Record<AppealableKind, BilingualText>> = {
  assessment: { en: 'Re-assessment', zh: '重新核税' },
  refusal: { en: 'Refusal of entry', zh: '拒绝入境' },
  seizure: { en: 'Seizure or detention', zh: '扣押或留置' },
  penalty: { en: 'Penalty', zh: '处罚' },
  ruling: { en: 'Ruling', zh: '裁定' },
}

/** On what a claim for repayment rests. */
export const claimBasisWords: Readonly<Record<string, BilingualText>> = {
  rejected: {
    en: 'Defective or not as agreed; sent back or destroyed (C&E1179)',
    zh: '有缺陷或与约定不符，已退运或销毁（C&E1179）',
  },
  withdrawn: { en: 'Bought at a distance and sent back (C285)', zh: '远程购买后退货（C285）' },
  overpaid: { en: 'More was paid than was owed (C285)', zh: '多缴税款（C285）' },
}

/** Which fact of a goods item a voluntary correction speaks of. */
export const correctedWords: Readonly<Record<string, BilingualText>> = {
  'commodity-code': { en: 'Commodity code', zh: '商品编码' },
  'customs-value': { en: 'Customs value', zh: '完税价格' },
  origin: { en: 'Origin', zh: '原产地' },
  quantity: { en: 'Quantity', zh: '数量' },
  weight: { en: 'Weight', zh: '重量' },
  other: { en: 'Other', zh: '其他' },
}

const effectWords: Readonly<Record<string, BilingualText>> = {
  're-assessed': {
    en: 'The declaration was assessed anew; what was paid too much is given back, what is owed is charged.',
    zh: '报关单已重新核税；多缴部分退还，应补部分征收。',
  },
  'to-be-declared-anew': {
    en: 'The entry has ended; the goods may be declared anew.',
    zh: '该申报已终结；货物可以重新申报。',
  },
  'goods-restored': { en: 'The goods are restored to their owner.', zh: '货物发还货主。' },
  repaid: { en: 'What was claimed is given back.', zh: '已退还所申请的税款。' },
  'penalty-lowered': { en: 'The penalty is lowered.', zh: '罚款已减轻。' },
  'penalty-withdrawn': { en: 'The penalty is withdrawn.', zh: '处罚已撤回。' },
  'ruling-reopened': {
    en: 'The ruling is taken back and decided again.',
    zh: '裁定已撤回，将重新作出。',
  },
  'time-is-over': {
    en: 'The time to conclude the review is over.',
    zh: '复核期限已过。',
  },
}

/** What has followed from a decision. */
export function effectWord(effect: string): BilingualText {
  return effectWords[effect] ?? { en: effect, zh: effect }
}

/** Why a decision that was cancelled stays without a remedy: what had become of the goods. */
export function notUndoneWord(notUndone: string): BilingualText {
  const disposal = disposalWord(notUndone.replace(/^goods-/, ''))
  return {
    en: `It cannot be undone; the goods were: ${disposal.en.toLowerCase()}.`,
    zh: `已无法恢复；货物处置：${disposal.zh}。`,
  }
}

const actWords: Readonly<Record<string, BilingualText>> = {
  wrote: { en: 'Wrote', zh: '来函或致函' },
  asked: { en: 'Asked', zh: '提出询问' },
  acknowledged: { en: 'Acknowledged the letter', zh: '确认收到来函' },
  'closed the thread': { en: 'Closed the letters', zh: '结束往来函件' },
  'accepted the late request': { en: 'Accepted the late request', zh: '接受逾期申请' },
  'refused the late request': { en: 'Refused the late request', zh: '不接受逾期申请' },
}

/** What was done in a thread, as its history and the dossier's tell it. */
export function letterActWord(what: string): BilingualText {
  const known = actWords[what]
  if (known !== undefined) return known
  const [act, object = ''] = what.split(': ', 2)
  const opened = kindWords[object as ThreadKind] as BilingualText | undefined
  const outcome = outcomeWords[object as ThreadOutcome] as BilingualText | undefined
  if (act === 'wrote' && opened !== undefined) {
    return { en: `Wrote: ${opened.en.toLowerCase()}`, zh: `来函：${opened.zh}` }
  }
  if (act === 'decided' && outcome !== undefined) {
    return { en: `Decided: ${outcome.en.toLowerCase()}`, zh: `决定：${outcome.zh}` }
  }
  if (act === 'moved the last day') {
    return { en: `Moved the last day: ${object}`, zh: `变更期限：${object}` }
  }
  if (act === 'took the ruling back') {
    return { en: `Took the ruling back: ${object}`, zh: `撤回裁定：${object}` }
  }
  return { en: what, zh: what }
}
