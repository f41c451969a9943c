import type { Instant } from '../../customs/calendar/local-date.ts'
import { type Clock, instantOf } from '../../platform/clock.ts'

/** From where the clock of the office runs on, and how many times as fast as the one on the wall. */
export interface ClockAnchor {
  readonly wallAt: Instant
  readonly officeAt: Instant
  readonly speed: number
}

/** The clock that the office works by. */
export interface OfficeClock extends Clock {
  /** What it would run on from, were it set to this speed now; it never goes back. */
  anchorFor(speed: number): ClockAnchor
  runFrom(anchor: ClockAnchor): void
}

/** A clock that runs with the one on the wall until it is set to another speed. */
export function officeClock(wall: Clock, stored: ClockAnchor | undefined): OfficeClock {
  let anchor = stored
  const now = (): Instant => {
    if (anchor === undefined) return wall.now()
    const { wallAt, officeAt, speed } = anchor
    const goneMs = Date.parse(wall.now()) - Date.parse(wallAt)
    return instantOf(new Date(Date.parse(officeAt) + goneMs * speed))
  }
  return {
    now,
    anchorFor: (speed) => ({ wallAt: wall.now(), officeAt: now(), speed }),
    runFrom: (next) => {
      anchor = next
    },
  }
}
