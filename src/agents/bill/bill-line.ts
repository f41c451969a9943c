import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Money } from '../../customs/money/money.ts'

/** What a line of a bill charges for; a charge that is none of the known ones keeps its tax type. */
export const billLineKinds = [
  'goods',
  'buying-commission',
  'freight',
  'insurance',
  'sale-vat',
  'customs-duty',
  'import-vat',
  'other-charge',
] as const

/**
 * The first four are the agent's own trade with the buyer; duty and taxes are kept apart from them,
 * because their amounts are not the agent's to agree on.
 */
export type BillLineKind = (typeof billLineKinds)[number]

/**
 * How sure an amount is.
 * - `agreed`: between the buyer and those who sell, buy and carry for it.
 * - `estimated`: from the quote.
 * - `assessed`: as customs has worked it out; it may correct itself until it is paid.
 * - `settled`: customs has it.
 */
export const billLineStandings = ['agreed', 'estimated', 'assessed', 'settled'] as const

/** How far an amount can be relied on; a bill may hold lines of several standings at once. */
export type BillLineStanding = (typeof billLineStandings)[number]

/** One line of a bill: a single amount in its own currency, with all decimals of that currency. */
export interface BillLine {
  readonly kind: BillLineKind
  readonly standing: BillLineStanding
  readonly text: BilingualText
  /** For goods: the number of pieces. */
  readonly quantity?: number
  /** For goods: from whom they were bought, where the consignment has several sellers. */
  readonly seller?: string
  readonly amount: Money
}

/** What each kind of line is called on a bill. */
export const billLineNames: Readonly<Record<BillLineKind, BilingualText>> = {
  goods: { en: 'Goods', zh: '商品' },
  'buying-commission': { en: 'Buying commission', zh: '代购服务费' },
  freight: { en: 'Freight', zh: '运费' },
  insurance: { en: 'Insurance', zh: '保险费' },
  'sale-vat': { en: 'VAT charged at sale', zh: '销售时收取的增值税' },
  'customs-duty': { en: 'Customs duty', zh: '关税' },
  'import-vat': { en: 'Import VAT', zh: '进口增值税' },
  'other-charge': { en: 'Other charge', zh: '其他费用' },
}
