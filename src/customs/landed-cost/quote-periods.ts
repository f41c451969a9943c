import { dayAfter, type LocalDate } from '../calendar/local-date.ts'
import type { Failures, Result } from '../result.ts'
import type { LandedCost } from './landed-cost.ts'

/** Days on which a sale is charged alike, or is refused for the same reasons. */
export interface QuotePeriod {
  readonly from: LocalDate
  /** The first day after it. */
  readonly until: LocalDate
  /** As quoted or refused on the first of its days. */
  readonly outcome:
    | { readonly kind: 'quoted'; readonly landedCost: LandedCost }
    | { readonly kind: 'refused'; readonly failures: Failures }
}

/**
 * The periods of some days in which the charges of a sale stay the same, in amount, rate and law.
 * Every day is quoted: laws hold from hours, lists and conditions that no table of dates has whole.
 *
 * @param days.until the first day after the last one
 */
export function quotePeriods(
  days: { readonly from: LocalDate; readonly until: LocalDate },
  quoteOn: (on: LocalDate) => Result<LandedCost>,
): readonly QuotePeriod[] {
  const periods: QuotePeriod[] = []
  let openedAs = ''
  for (let on = days.from; on < days.until; on = dayAfter(on)) {
    const outcome = outcomeOf(quoteOn(on))
    const sameAs = likeness(outcome, on)
    const open = periods.at(-1)
    if (open !== undefined && sameAs === openedAs) {
      periods[periods.length - 1] = { ...open, until: dayAfter(on) }
    } else {
      periods.push({ from: on, until: dayAfter(on), outcome })
      openedAs = sameAs
    }
  }
  return periods
}

/** The periods of days and of the days right after them; what is alike across the border is one. */
export function joinPeriods(
  earlier: readonly QuotePeriod[],
  later: readonly QuotePeriod[],
): readonly QuotePeriod[] {
  const [last, first] = [earlier.at(-1), later[0]]
  if (last === undefined || first === undefined) return [...earlier, ...later]
  if (likeness(last.outcome, last.from) !== likeness(first.outcome, first.from)) {
    return [...earlier, ...later]
  }
  return [...earlier.slice(0, -1), { ...last, until: first.until }, ...later.slice(1)]
}

function outcomeOf(quoted: Result<LandedCost>): QuotePeriod['outcome'] {
  return quoted.ok
    ? { kind: 'quoted', landedCost: quoted.value }
    : { kind: 'refused', failures: quoted.failures }
}

/** What two days have in common where nothing changes from one to the other. */
function likeness(outcome: QuotePeriod['outcome'], on: LocalDate): string {
  switch (outcome.kind) {
    case 'quoted': {
      const { regime, charges } = outcome.landedCost
      const charged = charges.map((charge) => [
        ...[charge.rule, charge.lineNumber, charge.measure, charge.declaredHeading],
        ...[charge.rate, charge.amount.amount, charge.law?.title],
      ])
      return JSON.stringify([regime.id, regime.law.title, charged])
    }
    case 'refused':
      // Some refusals name the day, and are the same refusal on the next one.
      return JSON.stringify(
        outcome.failures.map(({ code, path, message }) => [code, path, message]),
      ).replaceAll(on, '')
  }
}
