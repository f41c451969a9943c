import type { RequiredDocumentView } from '../../../api/required-documents.ts'
import type { DocumentView } from '../../../api/views/document-view.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** Papers that are made out here. */
export const documentNames: Readonly<Record<DocumentView['kind'], BilingualText>> = {
  'commercial-invoice': { en: 'Commercial invoice', zh: '商业发票' },
  'packing-list': { en: 'Packing list', zh: '装箱单' },
  'certificate-of-origin': { en: 'Certificate of origin', zh: '原产地证书' },
  'preference-statement': { en: 'Statement on origin', zh: '原产地声明' },
}

/** Kinds of papers that people upload, the most usual first. */
export const attachmentKinds: readonly { readonly value: string; readonly label: BilingualText }[] =
  [
    { value: 'proof-of-payment', label: { en: 'Proof of payment', zh: '付款凭证' } },
    { value: 'commercial-invoice', label: { en: 'Commercial invoice', zh: '商业发票' } },
    { value: 'transport-document', label: { en: 'Transport document', zh: '运输单据' } },
    { value: 'certificate-of-origin', label: { en: 'Certificate of origin', zh: '原产地证书' } },
    { value: 'proof-of-origin', label: { en: 'Record of origin', zh: '原产地依据' } },
    { value: 'photograph', label: { en: 'Photograph', zh: '照片' } },
    { value: 'other', label: { en: 'Other paper', zh: '其他单证' } },
  ]

/** The name of a kind of uploaded paper; a kind that is not in the list shows its own word. */
export function attachmentName(kind: string): BilingualText {
  const known = attachmentKinds.find(({ value }) => value === kind)
  return known?.label ?? { en: kind.replaceAll('-', ' '), zh: kind }
}

/** Papers that the list of a case speaks of. */
export const requiredNames: Readonly<Record<string, BilingualText>> = {
  ...documentNames,
  'transport-document': { en: 'Transport document', zh: '运输单据' },
  'importers-knowledge': { en: "Importer's knowledge", zh: '进口商所知' },
  'authority-to-act': { en: 'Authority to act', zh: '代理授权书' },
  'statement-of-value': { en: 'Statement of value', zh: '价值声明' },
  'proof-of-export': { en: 'Proof of export', zh: '出口证明' },
  'sale-vat-evidence': { en: 'Evidence of VAT charged at sale', zh: '销售增值税已收凭证' },
}

/** Who provides a paper. */
export const providers: Readonly<Record<string, BilingualText>> = {
  seller: { en: 'Seller', zh: '卖方' },
  buyer: { en: 'Buyer', zh: '买方' },
  marketplace: { en: 'Marketplace', zh: '电商平台' },
  'purchasing-agent': { en: 'Purchasing agent', zh: '代购方' },
  carrier: { en: 'Carrier', zh: '承运人' },
  'chamber-of-commerce': { en: 'Chamber of commerce', zh: '商会' },
}

/** The state of a paper that is needed. */
export const paperStates: Readonly<Record<RequiredDocumentView['state'], BilingualText>> = {
  held: { en: 'Held', zh: '已有' },
  'can-be-made-out': { en: 'Can be made out', zh: '可制作' },
  absent: { en: 'Missing', zh: '缺少' },
}

/** The name of something from a list, or its own word where the list has none. */
export function nameIn(names: Readonly<Record<string, BilingualText>>, key: string): BilingualText {
  return names[key] ?? { en: key.replaceAll('-', ' '), zh: key }
}
