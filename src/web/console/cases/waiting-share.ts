const HOUR_MS = 3_600_000
/** A week fills the bar: by then somebody should have looked. */
const FULL_HOURS = 168

/**
 * How much of a bar a wait fills, from 0 to 1. The first hours count the most, as the difference of
 * one to six tells more than that of a hundred to a hundred and five.
 */
export function waitingShare(since: string, now: number): number {
  const hours = Math.max(0, now - Date.parse(since)) / HOUR_MS
  return Math.min(1, Math.log1p(hours) / Math.log1p(FULL_HOURS))
}
