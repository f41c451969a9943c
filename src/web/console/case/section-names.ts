import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { CaseSection } from './case-sections.ts'

/** What the sections of a case are called. */
export const sectionNames: Readonly<Record<CaseSection, BilingualText>> = {
  overview: { en: 'Course', zh: '进程' },
  charges: { en: 'Charges', zh: '税费' },
  papers: { en: 'Papers', zh: '单证' },
  declaration: { en: 'Declaration', zh: '报关单' },
  messages: { en: 'Messages', zh: '报文' },
  letters: { en: 'Letters', zh: '信函' },
  ledger: { en: 'Ledger', zh: '账目' },
  history: { en: 'History', zh: '记录' },
}
