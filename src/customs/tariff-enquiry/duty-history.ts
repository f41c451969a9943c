import { type Days, daysAlike, joinAlike } from '../calendar/days-alike.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { likenessOfRefusal } from '../landed-cost/quote-periods.ts'
import type { Failures, Result } from '../result.ts'
import { type AskedGoods, type RatesOnDay, ratesOnDay } from './rates-on-day.ts'

/** Days on which goods bear the same rates under the same laws. */
export interface DutyPeriod extends Days {
  readonly outcome:
    | { readonly kind: 'rated'; readonly rates: RatesOnDay }
    /** No rate can be said, and why. */
    | { readonly kind: 'refused'; readonly failures: Failures }
}

/** How the duty on goods changed: the periods of some days in which their rates stay the same. */
export function dutyHistory(
  book: LandedCostBook,
  goods: Omit<AskedGoods, 'on'>,
  days: Days,
): readonly DutyPeriod[] {
  const outcomeOn = (on: LocalDate) => outcomeOf(ratesOnDay(book, { ...goods, on }))
  return daysAlike(days, outcomeOn, likeness).map(({ from, until, value: outcome }) => ({
    ...{ from, until, outcome },
  }))
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
