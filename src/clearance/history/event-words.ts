import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { CaseEventData } from '../events/case-event.ts'

type WordList = Readonly<Record<string, BilingualText>>

/** Who somebody is in the trade. */
export const tradeRoles: WordList = {
  seller: { en: 'the seller', zh: '卖方' },
  buyer: { en: 'the buyer', zh: '买方' },
  marketplace: { en: 'the marketplace', zh: '电商平台' },
  'purchasing-agent': { en: 'the purchasing agent', zh: '代购方' },
}

/** Who provides a paper: somebody in the trade or somebody beside it. */
export const providers: WordList = {
  ...tradeRoles,
  carrier: { en: 'the carrier', zh: '承运人' },
  'chamber-of-commerce': { en: 'the chamber of commerce', zh: '商会' },
}

/** Papers that are made out here or uploaded, by their kind. */
export const paperKinds: WordList = {
  'commercial-invoice': { en: 'commercial invoice', zh: '商业发票' },
  'statement-of-value': { en: 'statement of value', zh: '价值声明' },
  'proof-of-export': { en: 'proof of export', zh: '出口证明' },
  'packing-list': { en: 'packing list', zh: '装箱单' },
  'certificate-of-origin': { en: 'certificate of origin', zh: '原产地证书' },
  'preference-statement': { en: 'statement on origin', zh: '原产地声明' },
  'importers-knowledge': { en: "importer's knowledge", zh: '进口商所知' },
  'authority-to-act': { en: 'authority to act', zh: '代理授权' },
  'sale-vat-evidence': { en: 'evidence of VAT charged at sale', zh: '销售时收取增值税的凭证' },
  'transport-document': { en: 'transport document', zh: '运输单据' },
  photograph: { en: 'photograph', zh: '照片' },
  'proof-of-payment': { en: 'proof of payment', zh: '付款凭证' },
}

/** In whose name is declared. */
export const representations: Readonly<
  Record<CaseEventData['parties-decided']['representation'], BilingualText>
> = {
  self: { en: 'the importer declares itself', zh: '进口商自行申报' },
  direct: { en: 'direct representation', zh: '直接代理' },
  indirect: { en: 'indirect representation', zh: '间接代理' },
}

/** The ways into a country and out of it. */
export const laneNames: WordList = {
  'gb-b1-export': { en: 'export (B1)', zh: '出口（B1）' },
  'gb-h1-standard': { en: 'standard import (H1)', zh: '标准进口（H1）' },
  'gb-h1-low-value': { en: 'low-value import (H1)', zh: '低值进口（H1）' },
  'gb-h1-gift': { en: 'gift (H1, C08)', zh: '礼品（H1，C08）' },
  'gb-h1-returned-goods': { en: 'returned goods (H1, 6110)', zh: '退运货物（H1，6110）' },
  'ni-h1': { en: 'in full to Northern Ireland (H1)', zh: '完整申报至北爱尔兰（H1）' },
  'ni-h7': { en: 'low value to Northern Ireland (H7)', zh: '低值运往北爱尔兰（H7）' },
  'ni-h8': { en: 'Great Britain to Northern Ireland (H8)', zh: '大不列颠至北爱尔兰（H8）' },
}

/** What kind of message left us. */
export const messageKinds: WordList = {
  declaration: { en: 'declaration', zh: '报关单' },
  supplementary: { en: 'supplementary declaration', zh: '补充报关单' },
  arrival: { en: 'arrival notification', zh: '到货通知' },
  cancellation: { en: 'request for cancellation', zh: '撤销申请' },
  amendment: { en: 'request for amendment', zh: '修改申请' },
  document: { en: 'document', zh: '单证' },
  letter: { en: 'letter', zh: '信函' },
}

/** What a thread of letters is about. */
export const threadKinds: WordList = {
  question: { en: 'question', zh: '咨询' },
  enquiry: { en: 'enquiry of customs', zh: '海关询问' },
  'voluntary-correction': { en: 'voluntary correction', zh: '主动更正' },
  'repayment-claim': { en: 'claim for repayment', zh: '退税申请' },
  'ruling-request': { en: 'request for a ruling', zh: '预裁定申请' },
  appeal: { en: 'appeal', zh: '复核申请' },
}

/** How the authority has decided what it was asked for in letters. */
export const decisionOutcomes: WordList = {
  accepted: { en: 'accepted', zh: '接受' },
  'accepted-in-part': { en: 'accepted in part', zh: '部分接受' },
  refused: { en: 'refused', zh: '拒绝' },
  issued: { en: 'ruling issued', zh: '已发布裁定' },
  upheld: { en: 'the decision stands', zh: '维持原决定' },
  varied: { en: 'the decision was changed', zh: '变更原决定' },
  cancelled: { en: 'the decision was cancelled', zh: '撤销原决定' },
}

/** What the authority has decided and can be asked to review. */
export const reviewedDecisions: WordList = {
  assessment: { en: 'new assessment', zh: '重新核定' },
  refusal: { en: 'refusal of entry', zh: '拒绝入境' },
  seizure: { en: 'seizure', zh: '扣押' },
  penalty: { en: 'penalty', zh: '处罚' },
  ruling: { en: 'ruling', zh: '裁定' },
}

/** The word for a code; the code itself where the list has none, because records outlive lists. */
export function wordFor(list: WordList, code: string): BilingualText {
  return list[code] ?? { en: code.replaceAll('-', ' '), zh: code }
}
