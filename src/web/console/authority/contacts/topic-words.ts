import type { AuthorityContactView } from '../../../../api/authority-contacts.ts'

/** What one turns to an authority for. */
export type Topic = AuthorityContactView['topic']

/** The same for people, in the order in which they are offered. */
export const topicWords = {
  declarations: { en: 'Declarations', zh: '申报' },
  clearance: { en: 'Clearance and checks', zh: '通关与查验' },
  classification: { en: 'Classification', zh: '归类' },
  origin: { en: 'Origin', zh: '原产地' },
  corrections: { en: 'Corrections', zh: '更正' },
  repayments: { en: 'Repayments', zh: '退税' },
  appeals: { en: 'Reviews and appeals', zh: '复议与申诉' },
  authorisations: { en: 'Authorisations', zh: '授权与认证' },
  technical: { en: 'Technical support', zh: '技术支持' },
  other: { en: 'Other', zh: '其他' },
} as const satisfies Readonly<Record<Topic, { en: string; zh: string }>>

/** The topics in that order. */
export const topics = Object.keys(topicWords) as readonly Topic[]

/** Languages that an office may be written to in, by their codes; others are shown as they are. */
export const languageWords: Readonly<Record<string, { en: string; zh: string }>> = {
  cy: { en: 'Welsh', zh: '威尔士语' },
  de: { en: 'German', zh: '德语' },
  en: { en: 'English', zh: '英语' },
  fr: { en: 'French', zh: '法语' },
  zh: { en: 'Chinese', zh: '中文' },
}
