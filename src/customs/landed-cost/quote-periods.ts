import { type Days, daysAlike, joinAlike } from '../calendar/days-alike.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Failures, Result } from '../result.ts'
import type { LandedCost } from './landed-cost.ts'
import type { QuotedSale } from './quote-sale.ts'

/** Days on which a sale is charged alike, or is refused for the same reasons. */
export interface QuotePeriod extends Days {
  /** As quoted or refused on the first of its days. */
  readonly outcome: QuotedSale | { readonly kind: 'refused'; readonly failures: Failures }
}

/**
 * The periods of some days in which the charges of a sale stay the same, in amount, rate and law.
 *
 * @param days.until the first day after the last one
 * @param tried the days that are quoted, see `daysToQuote`; every day unless stated
 */
export function quotePeriods(
  days: Days,
  quoteOn: (on: LocalDate) => Result<QuotedSale>,
  tried?: readonly LocalDate[],
): readonly QuotePeriod[] {
  return daysAlike(days, (on) => outcomeOf(quoteOn(on)), likeness, tried).map(
    ({ from, until, value: outcome }) => ({ from, until, outcome }),
  )
}

/** The periods of days and of the days right after them; what is alike across the border is one. */
export function joinPeriods(
  earlier: readonly QuotePeriod[],
  later: readonly QuotePeriod[],
): readonly QuotePeriod[] {
  return joinAlike(earlier, later, ({ outcome, from }) => likeness(outcome, from))
}

function outcomeOf(quoted: Result<QuotedSale>): QuotePeriod['outcome'] {
  return quoted.ok ? quoted.value : { kind: 'refused', failures: quoted.failures }
}

/** What two days have in common where nothing changes from one to the other. */
function likeness(outcome: QuotePeriod['outcome'], on: LocalDate): string {
  switch (outcome.kind) {
    case 'exact':
      return likenessOfQuote(outcome.landedCost)
    case 'range': {
      const { lowest, highest, undecided } = outcome.range
      const choices = undecided.map((line) =>
        line.choices.map(({ commodityCode, charges }) => [commodityCode, charges.amount]),
      )
      return JSON.stringify([likenessOfQuote(lowest), likenessOfQuote(highest), choices])
    }
    case 'refused':
      return likenessOfRefusal(outcome.failures, on)
  }
}

function likenessOfQuote({ regime, charges }: LandedCost): string {
  const charged = charges.map((charge) => [
    ...[charge.rule, charge.lineNumber, charge.measure, charge.declaredHeading],
    ...[charge.rate, charge.amount.amount, charge.law?.title],
  ])
  return JSON.stringify([regime.id, regime.law.title, charged])
}

/**
 * Some refusals name the day, and are the same refusal on the next one; so is a code that one edition
 * after the other does not know.
 */
export function likenessOfRefusal(failures: Failures, on: LocalDate): string {
  const said = failures.map(({ code, path, message }) =>
    code === 'unknown-commodity-code' ? [code, path] : [code, path, message],
  )
  return JSON.stringify(said).replaceAll(on, '')
}
