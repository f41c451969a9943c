import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { noSuchDay } from '../../customs/order/unknown-codes.ts'
import type { Clock } from '../../platform/clock.ts'
import { refuse } from './refusal.ts'

/** The day that a question is about: the one stated, which has to exist, or today in London. */
export function askedDay({ on }: { readonly on?: string }, clock: Clock): LocalDate {
  if (on === undefined) return dateInLondon(clock.now())
  return isLocalDate(on) ? on : refuse(noSuchDay('/on', on))
}
