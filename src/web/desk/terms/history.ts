import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { letterActWord } from '../letters/letter-terms.ts'
import { controlWords } from './states.ts'
import { disposalWord } from './findings.ts'

const entryWords: Readonly<Record<string, BilingualText>> = {
  'registered until the goods arrive': {
    en: 'Registered until the goods arrive',
    zh: '已登记，等待货物到达',
  },
  expired: { en: 'Expired', zh: '已失效' },
  rejected: { en: 'Rejected', zh: '已退单' },
  'accepted, no risk rule applies': {
    en: 'Accepted, no risk rule applies',
    zh: '已受理，未命中风险规则',
  },
  'accepted and selected': {
    en: 'Accepted and selected by risk rules',
    zh: '已受理，命中风险规则',
  },
  'arrival notified': { en: 'The goods have arrived', zh: '货物已到达' },
  'asked the rules again, nothing new': {
    en: 'Risk rules asked again: nothing new',
    zh: '再次评估风险规则：无新发现',
  },
  'selected after a change': {
    en: 'Selected by risk rules after a change',
    zh: '更改后命中风险规则',
  },
  'amended on request': { en: 'Amended on request', zh: '应申请修改' },
  'looked at and found in order': { en: 'Looked at and found in order', zh: '已审看，未见异常' },
  'answered by the test rules': { en: 'Answered by the test rules', zh: '按测试规则答复' },
  'amended by the test rules': { en: 'Amended by the test rules', zh: '按测试规则修改' },
  'cancelled on request': { en: 'Cancelled on request', zh: '应申请撤销' },
  'agreed to release': { en: 'Agreed to release', zh: '同意放行' },
  'refused entry': { en: 'Refused entry', zh: '拒绝入境' },
  'seized the goods': { en: 'Seized the goods', zh: '扣押货物' },
  'received a payment': { en: 'Received a payment', zh: '收到付款' },
  'requested documents': { en: 'Requested documents', zh: '要求提交单证' },
  'asked a question': { en: 'Asked a question', zh: '提出问询' },
  'ordered an inspection': { en: 'Ordered an inspection', zh: '下达查验' },
  'recorded an inspection': { en: 'Recorded an inspection', zh: '记录查验结果' },
  're-assessed after a letter': {
    en: 'Re-assessed after a letter',
    zh: '依往来函件重新核税',
  },
  're-assessed after a review': {
    en: 'Re-assessed after a review',
    zh: '依复核决定重新核税',
  },
  're-assessed': { en: 'Re-assessed', zh: '重新核税' },
  'kept goods back': { en: 'Kept a part of the goods back', zh: '留置部分货物' },
  'seized kept goods': { en: 'Seized goods that were detained', zh: '扣押原留置的货物' },
  'kept goods: restored': { en: 'Gave kept goods back', zh: '发还留置货物' },
  'kept goods: forfeited': { en: 'Kept goods were forfeited', zh: '留置货物被没收' },
  'kept goods: destroyed': { en: 'Kept goods were destroyed', zh: '留置货物被销毁' },
  'required security': { en: 'Required security', zh: '要求提供保证金' },
  'released security': { en: 'Gave security back', zh: '退还保证金' },
  'demanded payment': { en: 'Demanded payment (C18)', zh: '发出追缴通知（C18）' },
  'reminded of a demand': { en: 'Reminded of a demand', zh: '催缴' },
  'handed a demand to debt recovery': {
    en: 'Handed a demand to debt recovery',
    zh: '移交追讨欠款',
  },
  'took security as duty': { en: 'Took security as duty', zh: '将保证金转为税款' },
  'gave a warning letter': { en: 'Gave a warning letter', zh: '发出警告信' },
  'imposed a penalty': { en: 'Imposed a penalty', zh: '处以罚款' },
  'repaid a claim': { en: 'Gave back what was claimed', zh: '按申请退还税款' },
  'lowered a penalty': { en: 'Lowered a penalty', zh: '减轻罚款' },
  'received a penalty': { en: 'Received a penalty', zh: '收到罚款' },
  'withdrew a penalty': { en: 'Withdrew a penalty', zh: '撤回处罚' },
  'charged to the deferment account': {
    en: 'Charged to the deferment account',
    zh: '已从延期付款账户扣款',
  },
  'the deferment account has too little': {
    en: 'The deferment account has too little',
    zh: '延期付款账户额度不足',
  },
  'waiting for payment': { en: 'Waiting for payment', zh: '等待付款' },
  'released and cleared': { en: 'Released and cleared', zh: '放行并结关' },
  'released, something stays open': {
    en: 'Released, something stays open',
    zh: '已放行，仍有未结事项',
  },
  cleared: { en: 'Cleared', zh: '已结关' },
  'the goods have arrived': { en: 'The goods have arrived', zh: '货物已到达' },
  'the goods have left': { en: 'The goods have left', zh: '货物已离境' },
  'processing failed': { en: 'Processing failed', zh: '处理失败' },
}

/** A line of the dossier; one of another kind is said as the office wrote it. */
export function historyWord(what: string): BilingualText {
  return entryWords[what] ?? withObject(what) ?? { en: what, zh: what }
}

function withObject(what: string): BilingualText | undefined {
  const [, photoOf] = /^took a photo of item (\d+)$/.exec(what) ?? []
  if (photoOf !== undefined) {
    return { en: `Took a photo of item ${photoOf}`, zh: `拍摄第 ${photoOf} 项货物照片` }
  }
  const [, goneOf] = /^removed a photo of item (\d+)$/.exec(what) ?? []
  if (goneOf !== undefined) {
    return { en: `Removed a photo of item ${goneOf}`, zh: `移除第 ${goneOf} 项货物照片` }
  }
  const [, letterAct] = /^letters: (.+)$/.exec(what) ?? []
  if (letterAct !== undefined) {
    const word = letterActWord(letterAct)
    return { en: `Letters: ${word.en}`, zh: `往来函件：${word.zh}` }
  }
  const [kind, object = ''] = what.split(': ', 2)
  switch (kind) {
    case 'sent a file':
      return { en: `Sent a paper: ${object}`, zh: `提交单证：${object}` }
    case 'closed a control': {
      const control = Object.entries(controlWords).find(([name]) => name === object)?.[1]
      return { en: `Closed: ${control?.en ?? object}`, zh: `结束：${control?.zh ?? object}` }
    }
    case 'disposed': {
      const disposal = disposalWord(object)
      return { en: `Disposed of: ${disposal.en}`, zh: `处置：${disposal.zh}` }
    }
    default:
      return undefined
  }
}

/** Who acts in the dossier where it is no officer by name. */
export function actorWord(actor: string): BilingualText {
  if (actor === 'office') return { en: 'The office, by itself', zh: '海关系统' }
  if (actor === 'trader') return { en: 'The trader', zh: '贸易商' }
  if (actor === 'office software') return { en: 'Software of the office', zh: '海关软件' }
  if (actor === 'data/authority') return { en: 'As delivered', zh: '初始设置' }
  return { en: actor, zh: actor }
}
