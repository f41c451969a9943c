import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { failure, type Result, success } from '../result.ts'
import type { ExchangeRates, RatePeriod } from '../tariff/exchange-rates.ts'
import type { LandedCost } from './landed-cost.ts'
import type { QuotedSale } from './quote-sale.ts'
import type { QuoteSources } from './quote-landed-cost.ts'

/** Rates of one period that stand for every day, so that what changes over time is law alone. */
export interface HeldRates {
  readonly rates: ExchangeRates
  /** For which the authority published them. */
  readonly period: Pick<RatePeriod, 'from' | 'until'>
}

const EVERY_DAY = { from: '0001-01-01', until: '9999-12-31' } as Pick<RatePeriod, 'from' | 'until'>

/**
 * Holds the rates of the period that has the day, or of the last one before it where none has. Fails
 * with `exchange-rate-missing` where none is as early as that.
 */
export function ratesHeld(rates: ExchangeRates, on: LocalDate): Result<HeldRates> {
  const early = rates.periods.filter(({ from }) => from <= on)
  const latest = early.toSorted((left, right) => (left.from < right.from ? 1 : -1))
  const period = latest.find((candidate) => isInForce(candidate, on)) ?? latest[0]
  if (period === undefined) return failure(noRates(on))
  return success({
    rates: { ...rates, periods: [{ ...period, ...EVERY_DAY }] },
    period: { from: period.from, until: period.until },
  })
}

/** Sources that convert at held rates, whatever the day of the quote. */
export function withRatesHeld(sources: QuoteSources, { rates }: HeldRates): QuoteSources {
  return { ...sources, rates }
}

/** The quote with the period for which its rates were published, not that for which they were held. */
export function statingPeriod(sale: QuotedSale, held: HeldRates): QuotedSale {
  if (sale.kind === 'exact') return { ...sale, landedCost: withPeriod(sale.landedCost, held) }
  const { lowest, highest, undecided } = sale.range
  return {
    kind: 'range',
    range: { lowest: withPeriod(lowest, held), highest: withPeriod(highest, held), undecided },
  }
}

function withPeriod(quote: LandedCost, { period }: HeldRates): LandedCost {
  const exchangeRates = quote.inputs.exchangeRates.map((used) => ({ ...used, period }))
  return { ...quote, inputs: { ...quote.inputs, exchangeRates } }
}

function noRates(on: LocalDate) {
  return {
    code: 'exchange-rate-missing',
    path: '/exchangeRatesOf',
    message: `No official rates are loaded for ${on} or any day before it.`,
    mend: 'Choose a later day.',
    zh: { message: `没有载入 ${on} 或更早日期的官方汇率。`, mend: '请选择较后的日期。' },
  } as const
}
