/** How often a message is tried before a person has to look at it. */
export const attemptsMax = 14

const FIRST_PAUSE_SECONDS = 1
const LONGEST_PAUSE_SECONDS = 300

/**
 * Seconds until the next attempt: doubling from one second to five minutes, spread by up to a
 * quarter so that messages that failed together do not come back together.
 *
 * @param spread from 0 to 1, from a source of randomness
 */
export function pauseSeconds(attempts: number, spread: number): number {
  const doubled = FIRST_PAUSE_SECONDS * 2 ** Math.max(0, attempts - 1)
  const pause = Math.min(doubled, LONGEST_PAUSE_SECONDS)
  return Math.ceil(pause * (1 + spread / 4))
}
