import { Type } from 'typebox'
import type { LocalDate, Validity } from '../calendar/local-date.ts'
import { localDate } from '../order/schema.ts'

/** The two dates that every rule in a data file bears; `validUntil` is the first day after it. */
export const ruleDates = { validFrom: localDate, validUntil: Type.Optional(localDate) }

/** The window of a rule, from its first day up to but not including `validUntil`. */
export function validityOf(rule: {
  readonly validFrom: LocalDate
  readonly validUntil?: LocalDate
}): Validity {
  return { from: rule.validFrom, ...(rule.validUntil && { until: rule.validUntil }) }
}
