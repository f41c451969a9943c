/** The units in which people state how long something lasts, with their seconds; the largest first. */
export const durationUnits = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const

/** One of {@link durationUnits}. */
export type DurationUnit = keyof typeof durationUnits

/** A length of time as it is typed. */
export interface Duration {
  readonly count: number
  readonly unit: DurationUnit
}

/** Seconds in the largest unit of which they are whole ones; nothing at all is none of any. */
export function durationOf(seconds: number): Duration {
  const units = Object.keys(durationUnits) as DurationUnit[]
  const unit = units.find((one) => seconds > 0 && seconds % durationUnits[one] === 0) ?? 'seconds'
  return { count: seconds / durationUnits[unit], unit }
}

/** How many seconds a duration has. */
export function secondsOf({ count, unit }: Duration): number {
  return count * durationUnits[unit]
}
