import type { BilingualText } from '../../../bilingual-text.ts'
import type { RowReport } from '../../rows/row-report.ts'
import type { HtsRow } from '../file/hts-row.ts'
import type { Rate } from '../rate/rate.ts'
import { readRateText } from '../rate/read-rate-text.ts'
import { readSpecialRates, type SpecialColumn } from '../rate/read-special-rates.ts'
import type { BaseRates, PrintedRate } from './hts-edition.ts'
import { printedCode } from './printed-code.ts'

/** Rates by code, and what is amiss with some of them. */
export interface RatesByCode {
  readonly rates: ReadonlyMap<string, BaseRates>
  readonly remarks: readonly RowReport[]
}

/**
 * The rates of all lines. The law sets them for eight digits; the two that follow serve statistics
 * and inherit (19 U.S.C. 1484(f)). Few lines state theirs at ten digits, where nothing stands at
 * eight.
 */
export function baseRates(rows: readonly HtsRow[]): RatesByCode {
  const reading = new RateReading()
  const rates = new Map<string, BaseRates>()
  for (const row of rows) {
    const { code } = row
    const states = statesRates(row)
    if (code === undefined || code.length < rateLineDigits) {
      if (states) reading.remark(row, onHeading)
      continue
    }
    const inherited =
      code.length > rateLineDigits ? rates.get(code.slice(0, rateLineDigits)) : undefined
    if (inherited !== undefined && states) reading.remark(row, onStatisticalLine)
    const found = inherited ?? (states ? reading.ratesOf(row, code) : undefined)
    if (found !== undefined) rates.set(code, found)
  }
  return { rates, remarks: reading.remarks }
}

const rateLineDigits = 8

const onHeading: BilingualText = {
  en: 'a rate stands on a heading, which has none in law; it is not used',
  zh: '税率印在品目标题行上，而标题行在法律上没有税率；未采用',
}

const onStatisticalLine: BilingualText = {
  en: 'a rate stands on a statistical line below a line that states one; the latter counts',
  zh: '统计细目自带税率，而其上级税目已有税率；以上级税目为准',
}

function statesRates(row: HtsRow): boolean {
  const { general, special, column2, additionalDuties } = row
  return [general, special, column2, additionalDuties].some((text) => text !== '')
}

/** Reads the rates of a file, each text once, and gathers what is amiss. */
class RateReading {
  readonly remarks: RowReport[] = []
  private readonly rates = new Map<string, PrintedRate>()
  private readonly columns = new Map<string, SpecialColumn>()

  ratesOf(row: HtsRow, code: string): BaseRates {
    const special = this.special(row)
    const { quotaQuantity } = row
    return {
      statedBy: code,
      special: special.rates,
      ...this.printed(row, 'general'),
      ...this.printed(row, 'column2'),
      ...this.printed(row, 'additionalDuties'),
      ...(quotaQuantity !== '' && { quotaQuantity }),
    }
  }

  remark({ line, code }: HtsRow, problem: BilingualText): void {
    this.remarks.push({ line, ...(code !== undefined && { code: printedCode(code) }), problem })
  }

  private printed<Column extends 'general' | 'column2' | 'additionalDuties'>(
    row: HtsRow,
    column: Column,
  ): { readonly [Name in Column]?: PrintedRate } {
    const text = row[column]
    if (text === '') return {}
    const printed = this.rates.get(text) ?? { text, rate: readRateText(text) }
    this.rates.set(text, printed)
    this.remarkUnread(row, printed.rate)
    return { [column]: printed } as { readonly [Name in Column]?: PrintedRate }
  }

  private special(row: HtsRow): SpecialColumn {
    const column = this.columns.get(row.special) ?? readSpecialRates(row.special)
    this.columns.set(row.special, column)
    for (const passage of column.unread) {
      this.remark(row, {
        en: `“${passage}” in the special column is not understood and not used`,
        zh: `特惠栏中的“${passage}”无法理解，未采用`,
      })
    }
    column.rates.forEach(({ rate }) => this.remarkUnread(row, rate))
    return column
  }

  /** A text that is known not to give a rate by itself is understood; one that is not is reported. */
  private remarkUnread(row: HtsRow, rate: Rate): void {
    if (rate.kind === 'computable') return
    if (!['unread', 'unknown-unit', 'unknown-basis'].includes(rate.because)) return
    this.remark(row, rate.reason)
  }
}
