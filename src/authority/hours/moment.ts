import type { Instant } from '../../customs/calendar/local-date.ts'

/** One moment by both clocks of an office, which differ once the office has been sped up. */
export interface Moment {
  /** By the clock that the office works by: what its register and its messages bear. */
  readonly officeAt: Instant
  /** By the one on the wall: what concerns machines outside the office. */
  readonly wallAt: Instant
}
