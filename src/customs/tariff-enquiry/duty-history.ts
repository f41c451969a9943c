import { type Days, daysAlike, joinAlike } from '../calendar/days-alike.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { daysToQuote } from '../landed-cost/days-to-quote.ts'
import { type LandedCostBook, quoteSources } from '../landed-cost/landed-cost-book.ts'
import { likenessOfRefusal } from '../landed-cost/quote-periods.ts'
import type { Failures, Result } from '../result.ts'
import { askedSale } from './asked-sale.ts'
import { type AskedGoods, type RatesOnDay, ratesOnDay } from './rates-on-day.ts'

/** Days on which goods bear the same rates under the same laws. */
export interface DutyPeriod extends Days {
  readonly outcome:
    | { readonly kind: 'rated'; readonly rates: RatesOnDay }
    /** No rate can be said, and why. */
    | { readonly kind: 'refused'; readonly failures: Failures }
}

/** Goods of a code from a country, whatever the day. */
export type GoodsOverTime = Omit<AskedGoods, 'on'>

/**
 * How the duty on goods changed: the periods of some days in which their rates stay the same.
 *
 * @param tried the days that are looked at, see `daysToRate`
 */
export function dutyHistory(
  book: LandedCostBook,
  goods: GoodsOverTime,
  days: Days,
  tried: readonly LocalDate[] = daysToRate(book, goods, days),
): readonly DutyPeriod[] {
  const outcomeOn = (on: LocalDate) => outcomeOf(ratesOnDay(book, { ...goods, on }))
  return daysAlike(days, outcomeOn, likeness, tried).map(({ from, until, value: outcome }) => ({
    ...{ from, until, outcome },
  }))
}

/**
 * The days on which the rates of goods have to be looked at to know them on all days: those on which a
 * sale of them would have to be quoted.
 */
export function daysToRate(
  book: LandedCostBook,
  goods: GoodsOverTime,
  days: Days,
): readonly LocalDate[] {
  const sources = quoteSources(book, goods.country)
  // Nothing is known of such a country on any day.
  if (!sources.ok) return [days.from]
  const sale = askedSale(goods, sources.value.destination.currency)
  return daysToQuote(days, sale, sources.value)
}

/** The history of days and of the days right after them, as one. */
export function joinHistory(
  earlier: readonly DutyPeriod[],
  later: readonly DutyPeriod[],
): readonly DutyPeriod[] {
  return joinAlike(earlier, later, ({ outcome, from }) => likeness(outcome, from))
}

function outcomeOf(rates: Result<RatesOnDay>): DutyPeriod['outcome'] {
  return rates.ok
    ? { kind: 'rated', rates: rates.value }
    : { kind: 'refused', failures: rates.failures }
}

function likeness(outcome: DutyPeriod['outcome'], on: LocalDate): string {
  switch (outcome.kind) {
    case 'rated': {
      const { options, vat } = outcome.rates
      const rates = options.map(({ kind, name, percent, duties }) => [
        ...[kind, name.en, percent],
        duties.map(({ measure, rate, law, declaredHeading }) => [
          ...[measure, rate, law?.title, declaredHeading],
        ]),
      ])
      return JSON.stringify([rates, vat?.percent])
    }
    case 'refused':
      return likenessOfRefusal(outcome.failures, on)
  }
}
