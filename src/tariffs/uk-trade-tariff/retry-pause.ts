/** An attempt that failed. */
export interface FailedAttempt {
  /** From 1. */
  readonly attempt: number
  readonly firstPauseMs: number
  /** What a `Retry-After` header says, where there was one. */
  readonly askedFor?: string | undefined
}

const LONGEST_PAUSE_MS = 60_000

/**
 * Milliseconds until the next attempt: doubling up to a minute, spread by up to a quarter so that those
 * who failed together do not come back together, and no less than the service asks for in seconds.
 *
 * @param spread from 0 to 1, from a source of randomness
 */
export function retryPauseMs(
  { attempt, firstPauseMs, askedFor = '' }: FailedAttempt,
  spread: number,
): number {
  const doubled = firstPauseMs * 2 ** (attempt - 1)
  // A header may also name a date; then our own pause has to do.
  const askedForMs = /^\d{1,5}$/.test(askedFor) ? Number(askedFor) * 1_000 : 0
  const pause = Math.min(Math.max(doubled, askedForMs), LONGEST_PAUSE_MS)
  return Math.ceil(pause * (1 + spread / 4))
}
