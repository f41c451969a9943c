import { readFileSync } from 'node:fs'
import { isInForce, localDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'
import type { OfficeTariff } from './office-tariff.ts'

/** What this office goes by for goods that are declared in full in Northern Ireland. */
export interface NorthernIrelandLaw {
  /** The tariff of the European Union as the office holds it, with the British rates of VAT. */
  readonly unionTariff: OfficeTariff
  /**
   * By which fraction of the value the duty of the Union is higher on goods that are at risk whoever
   * brings them; absent on days on which nobody may declare goods from outside as not at risk.
   */
  readonly atRiskFrom: (on: LocalDate) => DecimalText | undefined
}

interface StoredPeriod {
  readonly from: string
  readonly until?: string
  readonly atRiskFrom: string
}

/**
 * Reads the periods once, when the office opens.
 *
 * @throws when the file is missing or a date or fraction is none
 */
export function loadAtRiskFrom(file: string): NorthernIrelandLaw['atRiskFrom'] {
  const { periods } = JSON.parse(readFileSync(file, 'utf8')) as { periods: StoredPeriod[] }
  const dated = periods.map(({ from, until, atRiskFrom }) => ({
    validity: {
      from: localDate(from),
      ...(until === undefined ? {} : { until: localDate(until) }),
    },
    atRiskFrom: decimal(atRiskFrom),
  }))
  return (on) => dated.find(({ validity }) => isInForce(validity, on))?.atRiskFrom
}
