import type { DutyHistoryView } from '../../../api/tariff-codes.ts'

type Period = DutyHistoryView['periods'][number]

/** A period as it is drawn, in parts of the width and height, both of them 1. */
export interface DrawnPeriod {
  readonly x: number
  readonly width: number
  /** Height of the step; absent where the duty is no percentage of the value. */
  readonly height?: number
  /** In which row above the drawing its number stands, from 0: none stands in another. */
  readonly numberRow: number
}

/** The drawing of a duty over time. Percentages are numbers here for drawing alone. */
export interface HistoryShape {
  readonly periods: readonly DrawnPeriod[]
  /** The first days of the years, where the axis names them. */
  readonly years: readonly { readonly year: string; readonly x: number }[]
  /** The percentage at the top, a round number. */
  readonly topPercent: number
}

/** What the goods bear in a period that claim nothing, in percent of their value, where it is one. */
export function percentIn({ rates }: Period): string | undefined {
  return rates?.options[0]?.percent
}

/** Lays the periods of a history out. */
export function historyShape(periods: readonly Period[]): HistoryShape {
  const first = dayNumber(periods[0]?.from ?? '2024-01-01')
  const days = Math.max(1, dayNumber(periods.at(-1)?.until ?? '2024-01-02') - first)
  const placeOf = (day: string) => (dayNumber(day) - first) / days
  const greatest = Math.max(0, ...periods.map((period) => Number(percentIn(period) ?? 0)))
  const topPercent = roundAbove(greatest)
  const numberRows = rowsOf(periods.map(({ from }) => placeOf(from)))
  return {
    topPercent,
    periods: periods.map((period, index) => {
      const percent = percentIn(period)
      const x = placeOf(period.from)
      return {
        ...{ x, width: placeOf(period.until) - x, numberRow: numberRows[index] ?? 0 },
        ...(percent !== undefined && { height: Number(percent) / topPercent }),
      }
    }),
    years: yearsBetween(periods).map((year) => ({ year, x: placeOf(`${year}-01-01`) })),
  }
}

/** How much of the width a number takes where the drawing is as narrow as a phone. */
const NUMBER_WIDTH = 0.06

/** The lowest row for each number in which it does not stand on the one before it. */
function rowsOf(places: readonly number[]): readonly number[] {
  const lastIn: number[] = []
  return places.map((x) => {
    const free = lastIn.findIndex((last) => x - last >= NUMBER_WIDTH)
    const row = free === -1 ? lastIn.length : free
    lastIn[row] = x
    return row
  })
}

/** The next of 5, 10, 20, 50, 100 ... above a number, so that a step never touches the edge. */
function roundAbove(greatest: number): number {
  for (let power = 1; ; power *= 10) {
    const fitting = [5, 10, 20].map((step) => step * power).find((top) => top > greatest)
    if (fitting !== undefined) return fitting
  }
}

function yearsBetween(periods: readonly Period[]): readonly string[] {
  const from = Number(periods[0]?.from.slice(0, 4) ?? 0)
  const until = Number(periods.at(-1)?.until.slice(0, 4) ?? 0)
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => String(from + index))
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000
}
