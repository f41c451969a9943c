import { dayAfter, daysEarlier, type LocalDate } from '../customs/calendar/local-date.ts'
import type { SupplementaryStanding } from './case-state.ts'

/** How long before its day people are reminded: time enough to find what is missing. */
const REMIND_DAYS_BEFORE = 5

/**
 * The next day on which something is to be said of a supplementary declaration that is owed: that its
 * day is near, then that it has passed. Undefined where nothing is.
 */
export function supplementaryAttentionOn(
  supplementary: SupplementaryStanding | undefined,
): LocalDate | undefined {
  if (supplementary?.state !== 'owed') return undefined
  const { dueOn, reminded } = supplementary
  return reminded ? dayAfter(dueOn) : daysEarlier(dueOn, REMIND_DAYS_BEFORE)
}
