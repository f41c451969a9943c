import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import {
  isInForce,
  localDate,
  type LocalDate,
  type Validity,
} from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'

/** A duty or excise that goods bear beside the customs duty. */
export interface AdditionalMeasure {
  /** Beginning of the commodity codes that bear it. */
  readonly commodity: string
  /** Country of origin that it is for; absent for all. */
  readonly origin?: string
  /** Declared beside the commodity code, where several rates are in force: producer or excise class. */
  readonly additionalCode?: string
  /** Data element 4/3: `A30` anti-dumping duty, `333` an excise. */
  readonly taxType: string
  readonly rate: AdditionalRate
  /** Whom or what the rate is for, in words. */
  readonly what: string
  readonly validity: Validity
  readonly source: string
}

/** A fraction of the customs value, or pounds for each unit. */
export type AdditionalRate =
  | { readonly kind: 'ad-valorem'; readonly fraction: DecimalText }
  /** `unit` as in data element 4/4, such as `LPA`. */
  | { readonly kind: 'specific'; readonly amountGbp: DecimalText; readonly unit: string }

/** What is asked of the table. */
export interface GoodsOfOrigin {
  readonly commodityCode: string
  readonly originCountry?: string
}

/** The office's own table of duties beside the customs duty. */
export interface AdditionalMeasures {
  /** Every measure on such goods that is in force on the day, whatever additional code it has. */
  measuresFor(goods: GoodsOfOrigin, on: LocalDate): readonly AdditionalMeasure[]
}

/** Reads the table once, when the office opens. @throws TypeError as {@link readAdditionalMeasures} does */
export function loadAdditionalMeasures(file: string): AdditionalMeasures {
  return additionalMeasures(readAdditionalMeasures(readFileSync(file)))
}

/** A table of measures at hand. */
export function additionalMeasures(measures: readonly AdditionalMeasure[]): AdditionalMeasures {
  return {
    measuresFor: ({ commodityCode, originCountry }, on) =>
      measures.filter(
        ({ commodity, origin, validity }) =>
          commodityCode.startsWith(commodity) &&
          (origin === undefined || origin === originCountry) &&
          isInForce(validity, on),
      ),
  }
}

/** @throws TypeError when a cell is not what its column says: a broken table must not be used. */
export function readAdditionalMeasures(csv: string | Uint8Array): readonly AdditionalMeasure[] {
  const rows = parse<Record<string, string>>(Buffer.from(csv), {
    columns: true,
    skip_empty_lines: true,
  })
  return rows.map((row) => {
    const until = row.valid_to ?? ''
    return {
      commodity: matching(row.commodity, /^\d{2,10}$/),
      ...(row.origin ? { origin: matching(row.origin, /^[A-Z]{2}$/) } : {}),
      ...(row.additional_code
        ? { additionalCode: matching(row.additional_code, /^[0-9A-Z]{4}$/) }
        : {}),
      taxType: matching(row.tax_type, /^[0-9A-Z]{3}$/),
      rate: rateOf(row),
      what: row.what ?? '',
      validity: {
        from: localDate(row.valid_from ?? ''),
        ...(until === '' ? {} : { until: localDate(until) }),
      },
      source: row.source ?? '',
    }
  })
}

function rateOf(row: Record<string, string>): AdditionalRate {
  const { ad_valorem: fraction = '', specific_gbp: amount = '', per_unit: unit } = row
  if ((fraction === '') === (amount === '')) {
    throw new TypeError(`${row.commodity} ${row.additional_code}: one rate, not two or none`)
  }
  return fraction === ''
    ? { kind: 'specific', amountGbp: decimal(amount), unit: matching(unit, /^[A-Z]{3}$/) }
    : { kind: 'ad-valorem', fraction: decimal(fraction) }
}

function matching(text: string | undefined, pattern: RegExp): string {
  if (text === undefined || !pattern.test(text)) throw new TypeError(`${text} is no ${pattern}`)
  return text
}
