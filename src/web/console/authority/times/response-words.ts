import type { AuthorityRelationshipView } from '../../../../api/authority-relationships.ts'

/** How long one thing took, as the interface tells it. */
export type Time = AuthorityRelationshipView['responseTimes'][number]

/** What is measured, for people. */
export const responseWords = {
  'first-answer': { en: 'Message to first answer', zh: '报文发出至首次应答' },
  acceptance: { en: 'Lodged or arrived to accepted', zh: '申报或到货至受理' },
  release: { en: 'Accepted to released', zh: '受理至放行' },
  examination: { en: 'Examination ordered to its result', zh: '布控查验至结果' },
  'documents-decided': { en: 'Papers sent to decision', zh: '提交单证至决定' },
  'request-decided': { en: 'Amendment or cancellation to answer', zh: '修改或撤销申请至答复' },
  'question-closed': { en: 'Your answer to the end of a question', zh: '您的答复至询问结束' },
  'documents-answered': { en: 'Papers asked for to papers sent', zh: '要求单证至提交单证' },
  'letter-answered': { en: 'Your letter to its first answer', zh: '您的来函至首次答复' },
  'enquiry-answered': { en: 'Letter of the authority to your answer', zh: '海关来函至您的答复' },
  'question-answered': { en: 'Question to your answer', zh: '询问至您的答复' },
} as const satisfies Readonly<Record<Time['id'], { en: string; zh: string }>>

/** Whose time it is. */
export const whoseWords = {
  authority: { en: 'of the authority', zh: '海关用时' },
  business: { en: 'of your own', zh: '贵方用时' },
  both: { en: 'of both', zh: '双方用时' },
} as const satisfies Readonly<Record<Time['whose'], { en: string; zh: string }>>
