import { Type } from 'typebox'
import type { LocalDate, Validity } from '../calendar/local-date.ts'
import { localDate } from '../order/schema.ts'

/** The two dates that every rule in a data file bears; `validUntil` is the first day after it. */
export const ruleDates = { validFrom: localDate, validUntil: Type.Optional(localDate) }

/** A rule as its data file dates it. */
interface DatedRule {
  readonly validFrom: LocalDate
  readonly validUntil?: LocalDate | undefined
}

/** Whether a rule is in force on a day. */
export function holdsOn({ validFrom, validUntil }: DatedRule, on: LocalDate): boolean {
  return validFrom <= on && (validUntil === undefined || on < validUntil)
}

/** The window of a rule, from its first day up to but not including `validUntil`. */
export function validityOf(rule: DatedRule): Validity {
  return { from: rule.validFrom, ...(rule.validUntil && { until: rule.validUntil }) }
}
