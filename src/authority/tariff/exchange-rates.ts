import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { localDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'
import type { CurrencyCode, Money } from '../../customs/money/money.ts'
import { divideAndRound } from '../../customs/money/rounding.ts'

/** The office's own table of monthly rates. */
export interface ExchangeRates {
  /** Units of the currency for one pound on a day; absent when no rate is published. */
  perPound(currency: CurrencyCode, on: LocalDate): DecimalText | undefined
}

interface RatePeriod {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly perPound: DecimalText
}

/**
 * Reads the table once, when the office opens.
 *
 * @throws when the file is missing or a date or rate is none: the office does not open on a broken
 *   table
 */
export function loadExchangeRates(file: string): ExchangeRates {
  return readExchangeRates(readFileSync(file))
}

/** Reads `currency,from,until,per_gbp`; a period runs up to but not including `until`. */
export function readExchangeRates(csv: string | Uint8Array): ExchangeRates {
  const rows = parse<Record<string, string>>(Buffer.from(csv), {
    columns: true,
    skip_empty_lines: true,
  })
  const periods = new Map<CurrencyCode, RatePeriod[]>()
  for (const row of rows) {
    const period: RatePeriod = {
      from: localDate(row.from ?? ''),
      until: localDate(row.until ?? ''),
      perPound: decimal(row.per_gbp ?? ''),
    }
    const currency = row.currency ?? ''
    periods.set(currency, [...(periods.get(currency) ?? []), period])
  }
  return {
    perPound: (currency, on) =>
      currency === 'GBP'
        ? decimal('1')
        : periods.get(currency)?.find((period) => period.from <= on && on < period.until)?.perPound,
  }
}

/**
 * Sterling of an amount at the rate of the day, to the penny, half a penny up.
 *
 * @returns absent when the office has no rate for the currency on that day
 */
export function toSterling(
  amount: Money,
  rates: ExchangeRates,
  on: LocalDate,
): DecimalText | undefined {
  const perPound = rates.perPound(amount.currency, on)
  return perPound === undefined
    ? undefined
    : divideAndRound(amount.amount, perPound, { decimals: 2, rounding: 'half-up' })
}
