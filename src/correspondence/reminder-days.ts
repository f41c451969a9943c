import { daysLater } from '../customs/calendar/days-later.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'

/** Days from the due day, negative before it: a week to gather what is asked for, the last days, and after. */
const OF_OURS = [-7, -1, 0, 1, 7] as const
/** The office has its day to its end. */
const OF_THE_OFFICE = [1] as const

/** Whose answer is due, and when. */
export interface DueAnswer {
  readonly awaits: 'trader' | 'office' | null
  readonly answerDueOn: LocalDate | null
}

/** The first day after another on which somebody is reminded of an answer; null where there is none. */
export function nextReminder(
  { awaits, answerDueOn }: DueAnswer,
  after: LocalDate,
): LocalDate | null {
  if (awaits === null || answerDueOn === null) return null
  const days = (awaits === 'trader' ? OF_OURS : OF_THE_OFFICE).map((count) =>
    daysLater(answerDueOn, count),
  )
  return days.find((day) => day > after) ?? null
}
