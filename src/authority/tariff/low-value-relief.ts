import { readFileSync } from 'node:fs'
import { isInForce, localDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'

/** The relief for low value consignments (additional procedure C07) in one period. */
export interface LowValueRelief {
  /** Greatest intrinsic value of a consignment. */
  readonly limitGbp: DecimalText
  /** Beginnings of the commodity codes that the relief leaves out. */
  readonly excludedCommodities: readonly string[]
}

/** The relief in force on a day; absent where there is none. */
export type LowValueReliefs = (on: LocalDate) => LowValueRelief | undefined

interface StoredPeriod {
  readonly from: string
  readonly until?: string
  readonly limitGbp: string
  readonly excludedCommodities: readonly string[]
}

/**
 * Reads the periods of the relief once, when the office opens; `until` is the first day on which a
 * period no longer holds.
 *
 * @throws when the file is missing or a date or amount is none
 */
export function loadLowValueReliefs(file: string): LowValueReliefs {
  const { periods } = JSON.parse(readFileSync(file, 'utf8')) as { periods: StoredPeriod[] }
  const dated = periods.map(({ from, until, limitGbp, excludedCommodities }) => ({
    validity: {
      from: localDate(from),
      ...(until === undefined ? {} : { until: localDate(until) }),
    },
    relief: { limitGbp: decimal(limitGbp), excludedCommodities },
  }))
  return (on) => dated.find(({ validity }) => isInForce(validity, on))?.relief
}
