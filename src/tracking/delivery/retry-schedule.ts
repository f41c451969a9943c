const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Seconds until the next attempt after the first, second, third ... attempt failed; about three days
 * in all, the schedule that Standard Webhooks 1.0.0 recommends. After the last attempt a delivery is
 * dead and waits for a person to replay it.
 */
export const retrySchedule: readonly number[] = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** The pause after so many failed attempts, undefined when there is no further one. */
export function pauseSeconds(attempts: number): number | undefined {
  return retrySchedule[attempts - 1]
}
