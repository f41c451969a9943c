import type { Lane } from '../../../customs/lane/lane-decision.ts'
import type { Term } from './term.ts'

/** The ways into a country that a case can take. */
export const lanes = {
  'gb-h1-standard': {
    label: { en: 'Standard import', zh: '标准进口' },
    explanation: {
      en: 'Great Britain, full declaration (H1): customs duty and import VAT are due at the border.',
      zh: '英国（大不列颠）完整申报（H1）：入境时缴纳关税和进口增值税。',
    },
  },
  'gb-h1-low-value': {
    label: { en: 'Low-value import', zh: '低值进口' },
    explanation: {
      en: 'Great Britain, goods of low value: no customs duty at the border; VAT was charged when they were sold, or is due.',
      zh: '英国（大不列颠）低值货物：入境免征关税；增值税在销售时已收或入境时缴纳。',
    },
  },
} as const satisfies Readonly<Record<Lane, Term>>
