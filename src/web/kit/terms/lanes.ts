import type { Lane } from '../../../customs/lane/lane-decision.ts'
import type { Term } from './term.ts'

/** The ways into a country and out of it that a case can take. */
export const lanes = {
  'gb-b1-export': {
    label: { en: 'Export', zh: '出口' },
    explanation: {
      en: 'Goods leave Great Britain by a full export declaration (B1): customs let them go and see them leave; nothing is charged.',
      zh: '货物以完整出口申报（B1）离开大不列颠：海关准予出口并确认出境，不收税费。',
    },
  },
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
  'gb-h1-gift': {
    label: { en: 'Gift', zh: '礼品' },
    explanation: {
      en: 'Great Britain, a gift between private persons of low value: neither customs duty nor import VAT is due.',
      zh: '英国（大不列颠）私人间低值礼品：免征关税和进口增值税。',
    },
  },
  'gb-h1-returned-goods': {
    label: { en: 'Returned goods', zh: '退运货物' },
    explanation: {
      en: 'Great Britain, goods that were exported and come back: no customs duty; no import VAT either where their exporter brings them back.',
      zh: '英国（大不列颠）出口后复运进境的货物：免征关税；由原出口人复运的，进口增值税亦免征。',
    },
  },
  'ni-h1': {
    label: { en: 'In full to Northern Ireland', zh: '完整申报至北爱尔兰' },
    explanation: {
      en: 'Northern Ireland, full declaration (H1): the duty of the European Union on goods at risk of moving on to it, else that of the United Kingdom; import VAT, but not on goods from Great Britain.',
      zh: '北爱尔兰完整申报（H1）：有流入欧盟风险的货物适用欧盟关税，否则适用英国关税；征收进口增值税，来自大不列颠的除外。',
    },
  },
  'ni-h7': {
    label: { en: 'Low value to Northern Ireland', zh: '低值运往北爱尔兰' },
    explanation: {
      en: 'Northern Ireland, super-reduced declaration (H7): no customs duty at the border; VAT was charged when the goods were sold, or the buyer accounts for it.',
      zh: '北爱尔兰超简申报（H7）：入境免征关税；增值税在销售时已收或由买方核算。',
    },
  },
  'ni-h8': {
    label: { en: 'Great Britain to Northern Ireland', zh: '大不列颠至北爱尔兰' },
    explanation: {
      en: 'Northern Ireland, goods from Great Britain that stay there (H8): no customs duty and no VAT at the border.',
      zh: '北爱尔兰，来自大不列颠且留在当地的货物（H8）：入境不征关税和增值税。',
    },
  },
} as const satisfies Readonly<Record<Lane, Term>>
