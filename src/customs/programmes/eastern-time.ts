import { Type } from 'typebox'
import type { LocalDate } from '../calendar/local-date.ts'
import { DESCRIPTION_ZH } from '../checked-reader.ts'

/**
 * A minute by the clock in Washington, `YYYY-MM-DDTHH:MM`: the law lets additional duties begin at
 * 12:01 a.m. eastern time. Standard and daylight time are not told apart, because no window begins or
 * ends in the hour that is repeated in autumn.
 */
export type EasternTime = string & { readonly __easternTime: never }

/** A minute by its form. */
export const easternTime = Type.Unsafe<EasternTime>(
  Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$',
    description: 'minute in Washington, such as "2026-02-24T00:01"',
    [DESCRIPTION_ZH]: '华盛顿时间，精确到分，如 "2026-02-24T00:01"',
  }),
)

/**
 * The minute that stands for a day of which no hour is stated: noon. Windows open at 00:01 and close at
 * 00:01 or 23:59, so noon lies on the side that nearly the whole day lies on.
 */
export function easternNoon(day: LocalDate): EasternTime {
  return `${day}T12:00` as EasternTime
}

/** A day or a minute as a minute, see {@link easternNoon}. */
export function inEasternTime(moment: LocalDate | EasternTime): EasternTime {
  return moment.includes('T') ? (moment as EasternTime) : easternNoon(moment as LocalDate)
}

/** The calendar day of a minute in Washington. */
export function easternDay(moment: EasternTime): LocalDate {
  return moment.slice(0, 10) as LocalDate
}

/** From a minute on, up to but not including another, or for good. */
export interface EasternWindow {
  readonly from: EasternTime
  readonly until?: EasternTime
}

/** Whether a minute lies within a window. */
export function isWithin({ from, until }: EasternWindow, moment: EasternTime): boolean {
  return from <= moment && (until === undefined || moment < until)
}

/** Whether two windows have a minute in common. */
export function overlap(one: EasternWindow, other: EasternWindow): boolean {
  const isBefore = (left: EasternWindow, right: EasternWindow) =>
    left.until !== undefined && left.until <= right.from
  return !isBefore(one, other) && !isBefore(other, one)
}
