import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** What the trader is told by each function code. */
const notificationWords: Readonly<Record<string, BilingualText>> = {
  '01': { en: 'Accepted', zh: '已受理' },
  '02': { en: 'Registered or received', zh: '已登记或已收到' },
  '03': { en: 'Rejected, with every error', zh: '退单，列明全部错误' },
  '05': { en: 'The goods will be examined', zh: '货物将被查验' },
  '06': { en: 'Documents are wanted', zh: '要求提交单证' },
  '07': { en: 'The declaration was changed after a control', zh: '查验后申报内容已更改' },
  '08': { en: 'Released, something stays open', zh: '放行，仍有未结事项' },
  '09': { en: 'Cleared', zh: '已结关放行' },
  '10': { en: 'Ended without release', zh: '未放行而终止' },
  '11': { en: 'Answer to a request', zh: '对请求的答复' },
  '13': { en: 'Duty and tax', zh: '税费通知' },
  '14': { en: 'The account has too little', zh: '账户额度不足' },
  '15': { en: 'Reminder: the account has too little', zh: '催告：账户额度不足' },
  '16': { en: 'The goods have left', zh: '货物已离境' },
  '17': { en: 'Handled outside the system', zh: '转系统外处理' },
  '18': { en: 'Results of the exit are awaited', zh: '等待出境结果' },
  '51': { en: 'A question', zh: '问询' },
  FILE: { en: 'What became of a file', zh: '文件接收结果' },
}

/** The meaning of a function code; an unknown one is said as it is. */
export function notificationWord(code: string): BilingualText {
  return notificationWords[code] ?? { en: code, zh: code }
}

/** Kinds of messages that traders send. */
export function messageWord(kind: string): BilingualText {
  return messageWords[kind] ?? { en: kind, zh: kind }
}

const messageWords: Readonly<Record<string, BilingualText>> = {
  declaration: { en: 'Declaration', zh: '报关单' },
  arrival: { en: 'Arrival notification', zh: '到货通知' },
  amendment: { en: 'Amendment request', zh: '修改申请' },
  cancellation: { en: 'Cancellation request', zh: '撤销申请' },
}
