import type { LandedCharge } from '../../../customs/landed-cost/landed-charge.ts'

/** What the facts of a charge are called. */
export const chargeWords = {
  payer: {
    buyer: { en: 'Buyer', zh: '买方' },
    seller: { en: 'Seller', zh: '卖方' },
  },
  collector: {
    customs: { en: 'Customs', zh: '海关' },
    seller: { en: 'Seller', zh: '卖方' },
    marketplace: { en: 'Marketplace', zh: '平台' },
    carrier: { en: 'Carrier', zh: '承运人' },
    'postal-operator': { en: 'Postal operator', zh: '邮政' },
  },
  timing: {
    'at-sale': { en: 'At the sale', zh: '销售时' },
    'at-import': { en: 'At import', zh: '进口时' },
    'after-delivery': { en: 'After delivery', zh: '送达后' },
  },
  rounding: {
    truncate: { en: 'cut off', zh: '舍去' },
    'half-up': { en: 'rounded, half up', zh: '四舍五入' },
    'half-even': { en: 'rounded, half to even', zh: '四舍六入五成双' },
  },
  confidence: {
    verified: { en: 'Read at the source', zh: '已核对原文' },
    secondary: { en: 'From a secondary source', zh: '来自二手资料' },
    unverified: { en: 'Not confirmed', zh: '未经确认' },
  },
} as const satisfies Partial<Record<keyof LandedCharge, object>>

/** How well a rule is known, as a colour. */
export const confidenceColour = {
  verified: 'teal',
  secondary: 'yellow',
  unverified: 'red',
} as const
