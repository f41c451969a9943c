import type { BillView } from '../../../../api/buyers-bills.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'

/** Whether the sums of a bill can still change. */
export const billStandings: Readonly<Record<BillView['standing'], BilingualText>> = {
  expected: { en: 'Can still change', zh: '仍可能变动' },
  final: { en: 'Final', zh: '已确定' },
}

/** How sure an amount is. */
export const lineStandings: Readonly<Record<BillView['lines'][number]['standing'], BilingualText>> =
  {
    agreed: { en: 'agreed', zh: '已约定' },
    estimated: { en: 'estimated', zh: '估算' },
    assessed: { en: 'assessed by customs', zh: '海关已计税' },
    settled: { en: 'paid to customs', zh: '已缴海关' },
  }

/** Where duty and tax on a bill come from. */
export const chargesBases: Readonly<Record<BillView['importCharges'], BilingualText>> = {
  'not-known-yet': {
    en: 'Duty and tax are not known yet.',
    zh: '关税和税款尚未确定。',
  },
  quoted: {
    en: 'Duty and tax are our estimate; customs decide.',
    zh: '关税和税款为估算，以海关核定为准。',
  },
  assessed: {
    en: 'Duty and tax are as customs have worked them out.',
    zh: '关税和税款按海关计税结果。',
  },
  settled: {
    en: 'Duty and tax are paid.',
    zh: '关税和税款已缴清。',
  },
}
