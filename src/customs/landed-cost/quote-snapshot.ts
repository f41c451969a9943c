import type { LocalDate } from '../calendar/local-date.ts'
import type { CoverageGap } from '../coverage/coverage-gap.ts'
import type { Destination } from '../destination/destination.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'
import type { Result } from '../result.ts'
import type { GoodsInTariff, LineTariff } from './duty-option.ts'
import type { OwnFee } from './own-fees.ts'
import type { CodesBelow, QuoteSources } from './quote-landed-cost.ts'

/**
 * All that a quote was made from, as plain data that can be kept as JSON: the rules of the day, the
 * rates that were asked for, and what the tariff answered. With it the quote can be made again,
 * whatever is loaded by then.
 */
export interface QuoteSnapshot extends Pick<
  QuoteSources,
  'ratesPublishedBy' | 'ratesAreOfficialIn' | 'tariffStatesVat'
> {
  /** The destination with the rules of the day alone. */
  readonly destination: Destination
  /** What was not covered for the sale when it was made, under any of the codes that were tried. */
  readonly gaps: readonly CoverageGap[]
  readonly rates: {
    readonly base: CurrencyCode
    readonly periods: readonly KeptRatePeriod[]
  }
  /** What was said of lines with their duty, and of lines whose duty nobody asked about. */
  readonly tariffAnswers: readonly LineAnswer<LineTariff>[]
  readonly goodsAnswers: readonly LineAnswer<GoodsInTariff>[]
  readonly declarableBelow: readonly (CodesBelow & { readonly code: string })[]
  readonly ownFees?: readonly OwnFee[]
  readonly switchedOn?: readonly string[]
}

/** A period of official rates with the currencies that a quote has asked for. */
export interface KeptRatePeriod {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly base: CurrencyCode
  readonly unitsPerBase: Readonly<Record<CurrencyCode, DecimalText>>
}

/** What the tariff said of a line under a code: of one sale it says the same whenever it is asked. */
export interface LineAnswer<Said> {
  readonly lineIndex: number
  readonly commodityCode?: string
  readonly answer: Result<Said>
}
