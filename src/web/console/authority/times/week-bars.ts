import type { Time } from './response-words.ts'

/** The bar of a week in parts of the chart's width and height, both of them 1; `y` is from the top. */
export interface WeekBar {
  readonly of: 'p90' | 'median'
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
}

/** The weeks as bars, nine of ten behind the middle, and what the top of the chart stands for. */
export interface WeekBars {
  readonly bars: readonly WeekBar[]
  readonly topSeconds: number
}

/** From when the chart begins, and how many weeks it holds. */
export interface WeekSpan {
  readonly from: string
  readonly weeks: number
}

const WEEK_MS = 7 * 86_400_000
/** A chart is drawn with a gap between weeks. */
const FULL = 0.8

/** Draws how long things took week by week; a week without one stays empty. */
export function weekBars(weeks: Time['weeks'], span: WeekSpan): WeekBars {
  const topSeconds = Math.max(1, ...weeks.flatMap(({ p90Seconds }) => p90Seconds ?? []))
  const width = 1 / span.weeks
  const bars = weeks.flatMap(({ from, medianSeconds, p90Seconds }): readonly WeekBar[] => {
    if (medianSeconds === undefined || p90Seconds === undefined) return []
    const index = Math.round((Date.parse(from) - Date.parse(span.from)) / WEEK_MS)
    const barOf = (of: WeekBar['of'], seconds: number): WeekBar => {
      const height = seconds / topSeconds
      return { of, x: index * width, width: width * FULL, y: 1 - height, height }
    }
    return [barOf('p90', p90Seconds), barOf('median', medianSeconds)]
  })
  return { bars, topSeconds }
}
