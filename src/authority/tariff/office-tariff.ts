import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { localDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'

/** The rates of one commodity code in one period. Rates are fractions: `0.12` is 12 %. */
export interface TariffLine {
  readonly commodityCode: string
  readonly adValoremRate?: DecimalText
  readonly specific?: SpecificRate
  readonly vatRate: DecimalText
  readonly validFrom: LocalDate
  /** First day on which the line is no longer in force. */
  readonly validUntil?: LocalDate
  /** Where the office has the rate from. */
  readonly source: string
}

/** So many pounds for each so many kilograms net, pieces or litres. */
export interface SpecificRate {
  readonly amountGbp: DecimalText
  readonly per: 'kg' | 'piece' | 'litre'
  readonly quantity: DecimalText
}

/** The office's own tariff: what it holds to be in force, whatever the trader believes. */
export interface OfficeTariff {
  /** The line of a ten-digit code on a day; absent when the office does not know the code. */
  lineFor(commodityCode: string, on: LocalDate): TariffLine | undefined
  /** The lines of all codes that begin so, in the order of their codes. */
  linesUnder(beginning: string, on: LocalDate): readonly TariffLine[]
}

/**
 * Reads every edition file of a tariff folder. Where two lines of a code are in force on a day the
 * one that began later holds, so a new edition corrects an old one without rewriting it.
 */
export function loadOfficeTariff(folder: string): OfficeTariff {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  if (files.length === 0) throw new Error(`the tariff folder ${folder} holds no edition`)
  return officeTariff(files.sort().flatMap((name) => readEdition(readFileSync(join(folder, name)))))
}

/**
 * A tariff of lines at hand. Of two lines of a code in force on a day the later one holds, and of
 * two that began on the same day the one that comes last in the list.
 */
export function officeTariff(lines: readonly TariffLine[]): OfficeTariff {
  const byCode = new Map<string, TariffLine[]>()
  for (const line of lines) {
    const known = byCode.get(line.commodityCode)
    if (known === undefined) byCode.set(line.commodityCode, [line])
    else known.push(line)
  }
  const lineFor = (commodityCode: string, on: LocalDate): TariffLine | undefined =>
    byCode
      .get(commodityCode)
      ?.filter((line) => line.validFrom <= on && (line.validUntil ?? '9999-12-31') > on)
      .reduce<TariffLine | undefined>(
        (latest, line) =>
          latest === undefined || line.validFrom >= latest.validFrom ? line : latest,
        undefined,
      )
  const codes = [...byCode.keys()].sort()
  return {
    lineFor,
    linesUnder: (beginning, on) =>
      codes.filter((code) => code.startsWith(beginning)).flatMap((code) => lineFor(code, on) ?? []),
  }
}

/** @throws TypeError when a cell is not what its column says: a broken edition must not be used. */
export function readEdition(csv: string | Uint8Array): readonly TariffLine[] {
  const rows = parse<Record<string, string>>(Buffer.from(csv), {
    columns: true,
    skip_empty_lines: true,
  })
  return rows.map(readLine)
}

function readLine(row: Record<string, string>): TariffLine {
  const commodityCode = cell(row, 'commodity_code') ?? ''
  if (!/^\d{10}$/.test(commodityCode)) throw new TypeError(`not ten digits: ${commodityCode}`)
  const adValorem = cell(row, 'duty_ad_valorem')
  const specific = readSpecific(row)
  if (adValorem === undefined && specific === undefined) {
    throw new TypeError(`${commodityCode} has no duty; free of duty is written as 0`)
  }
  const until = cell(row, 'valid_to')
  return {
    commodityCode,
    ...(adValorem === undefined ? {} : { adValoremRate: decimal(adValorem) }),
    ...(specific === undefined ? {} : { specific }),
    vatRate: decimal(cell(row, 'vat_rate') ?? ''),
    validFrom: localDate(cell(row, 'valid_from') ?? ''),
    ...(until === undefined ? {} : { validUntil: localDate(until) }),
    source: cell(row, 'source') ?? '',
  }
}

const unitColumns = [
  ['kg', 'duty_specific_per_kg'],
  ['piece', 'duty_specific_per_item'],
  ['litre', 'duty_specific_per_litre'],
] as const

function readSpecific(row: Record<string, string>): SpecificRate | undefined {
  const amount = cell(row, 'duty_specific_gbp')
  if (amount === undefined) return undefined
  const amountGbp = decimal(amount)
  for (const [per, column] of unitColumns) {
    const quantity = cell(row, column)
    if (quantity !== undefined) return { amountGbp, per, quantity: decimal(quantity) }
  }
  throw new TypeError(`${row.commodity_code}: an amount per what?`)
}

function cell(row: Record<string, string>, column: string): string | undefined {
  const text = row[column]?.trim()
  return text === undefined || text === '' ? undefined : text
}
