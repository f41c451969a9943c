import { readFileSync } from 'node:fs'
import { isInForce, localDate, type LocalDate } from '../../customs/calendar/local-date.ts'

/** For how many years after their export goods may come back with relief; absent where there is none. */
export type ReturnedGoodsYears = (on: LocalDate) => number | undefined

interface StoredPeriod {
  readonly from: string
  readonly until?: string
  readonly years: number
}

/** Reads the periods once, when the office opens. @throws when the file is missing or a date is none */
export function loadReturnedGoodsYears(file: string): ReturnedGoodsYears {
  const { periods } = JSON.parse(readFileSync(file, 'utf8')) as { periods: StoredPeriod[] }
  const dated = periods.map(({ from, until, years }) => ({
    validity: {
      from: localDate(from),
      ...(until === undefined ? {} : { until: localDate(until) }),
    },
    years,
  }))
  return (on) => dated.find(({ validity }) => isInForce(validity, on))?.years
}
