import { timings } from './timings.ts'

/** A pause that doubles with every failure, between two bounds. */
export interface Pause {
  readonly firstSeconds: number
  readonly longestSeconds: number
}

/**
 * Seconds until the next attempt: doubling up to the longest, of which one half is certain and the
 * other left to chance ("equal jitter"), so that what failed together does not come back together.
 *
 * @param failures how many there were in a row, from 1
 * @param spread from 0 to 1, from a source of randomness
 */
export function pauseSeconds(
  failures: number,
  spread: number,
  { firstSeconds, longestSeconds }: Pause = timings.messagePause,
): number {
  const doubled = firstSeconds * 2 ** Math.max(0, failures - 1)
  const pause = Math.min(doubled, longestSeconds)
  return pause * (0.5 + spread / 2)
}
