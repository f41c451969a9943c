import type { Instant } from '../customs/calendar/local-date.ts'

/** The only source of the present moment; the pure parts are handed an {@link Instant} instead. */
export interface Clock {
  now(): Instant
}

/** The clock of the machine, to the millisecond. */
export const systemClock: Clock = {
  now: () => {
    const milliseconds = Date.now()
    // One request asks several times within a millisecond, and the text takes longer than the look.
    if (milliseconds !== lastTold.milliseconds) {
      lastTold = { milliseconds, instant: instantOf(new Date(milliseconds)) }
    }
    return lastTold.instant
  },
}

let lastTold = { milliseconds: 0, instant: instantOf(new Date(0)) }

/** A clock that stands still until it is moved: tests decide what time it is. */
export interface SettableClock extends Clock {
  set(instant: Instant): void
  advance(milliseconds: number): void
}

/**
 * Makes a clock for a test.
 *
 * @example const clock = settableClock('2026-09-01T12:00:00.000Z' as Instant)
 */
export function settableClock(start: Instant): SettableClock {
  let milliseconds = Date.parse(start)
  return {
    now: () => instantOf(new Date(milliseconds)),
    set: (instant) => {
      milliseconds = Date.parse(instant)
    },
    advance: (by) => {
      milliseconds += by
    },
  }
}

/** The instant that a `Date` stands for, such as a time that the database returned. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant
}
