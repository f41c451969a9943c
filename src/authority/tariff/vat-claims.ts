import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import {
  isInForce,
  localDate,
  type LocalDate,
  type Validity,
} from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'

/** A VAT rate that goods bear only where the trader claims it and vouches for its condition. */
export interface ClaimableVatRate {
  /** National additional code of the claim, such as `VATZ`. */
  readonly additionalCode: string
  readonly commodityCode: string
  /** A fraction: `0.05` is 5 %. */
  readonly rate: DecimalText
  /** What has to be true of the goods, in words. */
  readonly condition: string
  readonly validity: Validity
  readonly source: string
}

/** What the office lets traders claim of VAT, for which goods and when. */
export interface VatClaims {
  /** Absent where the law of the day gives these goods no rate under the code. */
  rateFor(
    claim: { readonly additionalCode: string; readonly commodityCode: string },
    on: LocalDate,
  ): ClaimableVatRate | undefined
}

/**
 * Reads the table once, when the office opens.
 *
 * @throws TypeError as {@link readVatClaims} does
 */
export function loadVatClaims(file: string): VatClaims {
  return vatClaims(readVatClaims(readFileSync(file)))
}

/**
 * A table of rates at hand; a claim is found by its code and the whole commodity code, never by a
 * heading.
 */
export function vatClaims(rates: readonly ClaimableVatRate[]): VatClaims {
  return {
    rateFor: ({ additionalCode, commodityCode }, on) =>
      rates.find(
        (rate) =>
          rate.additionalCode === additionalCode &&
          rate.commodityCode === commodityCode &&
          isInForce(rate.validity, on),
      ),
  }
}

/** @throws TypeError when a cell is not what its column says: a broken table must not be used. */
export function readVatClaims(csv: string | Uint8Array): readonly ClaimableVatRate[] {
  const rows = parse<Record<string, string>>(Buffer.from(csv), {
    columns: true,
    skip_empty_lines: true,
  })
  return rows.map((row) => {
    const until = row.valid_to ?? ''
    return {
      additionalCode: matching(row.additional_code, /^VAT[A-Z]$/),
      commodityCode: matching(row.commodity_code, /^\d{10}$/),
      rate: decimal(row.vat_rate ?? ''),
      condition: row.condition ?? '',
      validity: {
        from: localDate(row.valid_from ?? ''),
        ...(until === '' ? {} : { until: localDate(until) }),
      },
      source: row.source ?? '',
    }
  })
}

function matching(text: string | undefined, pattern: RegExp): string {
  if (text === undefined || !pattern.test(text)) throw new TypeError(`${text} is no ${pattern}`)
  return text
}
