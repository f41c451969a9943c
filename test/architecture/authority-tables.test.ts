import { describe, expect, it } from 'vitest'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import { dutyText } from '../../src/customs/duty/duty-text.ts'
import { createMeasureIndex } from '../../src/customs/measures/measure-index.ts'
import type { Measure } from '../../src/customs/measures/measure.ts'
import { decimal, multiplyDecimals } from '../../src/customs/money/decimal.ts'
import { measurementUnits } from '../gb-reference-data.ts'
import { starterTariff } from '../starter-tariff.ts'
import { readJson, namesIn, overlapsOf, rowsOf, type Window } from './shipped-data.ts'

describe('the tables of the sandbox authority', () => {
  const starter = starterTariff('GB')
  const units = measurementUnits()
  const measures = createMeasureIndex(starter.measures, starter.areas)
  /** What the trader's side reads for goods of a code that no agreement and no remedy concerns. */
  const readByTrader = (code: string, on: string) =>
    measures.measuresFor({ code, origin: 'GB', on: localDate(on) })

  it.each(namesIn('authority', 'gb-tariff'))('%s says the same as the starter tariff', (name) => {
    for (const row of rowsOf('authority', 'gb-tariff', name)) {
      const code = row['commodity_code'] ?? ''
      const read = readByTrader(code, row['valid_from'] ?? '')
      const [duty, ...others] = read.filter(({ type }) => type === '103')
      expect(others).toEqual([])
      expect(dutyOfRow(row), code).toBe(dutyText(duty?.expression ?? [], units))
      expect(Number(percentOf(row['vat_rate'] ?? '')), code).toBe(Number(vatOf(read)))
    }
  })

  it.each(namesIn('authority', 'xi-tariff'))(
    '%s says of the Union the same as the starter tariff, with the rate of VAT that Britain has',
    (name) => {
      const union = starterTariff('EU')
      const ofUnion = createMeasureIndex(union.measures, union.areas)
      const rows = rowsOf('authority', 'xi-tariff', name)
      expect(rows.length).toBeGreaterThan(480)
      for (const row of rows) {
        const code = row['commodity_code'] ?? ''
        const on = localDate(row['valid_from'] ?? '')
        const read = ofUnion.measuresFor({ code, origin: 'US', on })
        const [duty, ...others] = read.filter(({ type }) => type === '103')
        expect(others).toEqual([])
        expect(dutyOfRow(row), code).toBe(dutyText(duty?.expression ?? [], units))
        expect(Number(percentOf(row['vat_rate'] ?? '')), code).toBe(
          Number(vatOf(readByTrader(code, row['valid_from'] ?? ''))),
        )
      }
    },
  )

  it('know the goods of the starter tariff, each from the day that it has', () => {
    const theirs = namesIn('authority', 'gb-tariff')
      .flatMap((name) => rowsOf('authority', 'gb-tariff', name))
      .map((row) => `${row['commodity_code']} ${row['valid_from']}`)
    const { rows, validFrom } = starter.nomenclature
    const ours = rows.map(({ code, validity }) => `${code} ${validity?.from ?? validFrom}`)
    expect(theirs.toSorted()).toEqual(ours.toSorted())
  })

  it('let be claimed of VAT what the trader may choose', () => {
    const rows = rowsOf('authority', 'vat-claims.csv')
    const key = (row: Record<string, string>) =>
      `${row['additional_code']} ${row['commodity_code']}`
    expect(
      overlapsOf(
        rows.map((row) => ({
          key: key(row),
          from: row['valid_from'] ?? '',
          until: row['valid_to'] === '' ? undefined : row['valid_to'],
        })),
      ),
    ).toEqual([])
    const claimed = rows.map((row) => `${key(row)} ${row['vat_rate']}`)
    const offered = namesIn('authority', 'gb-tariff')
      .flatMap((name) => rowsOf('authority', 'gb-tariff', name))
      .flatMap((row) => {
        const code = row['commodity_code'] ?? ''
        const rates = readByTrader(code, row['valid_from'] ?? '').filter(isVat)
        return rates.length < 2 ? [] : rates.flatMap((rate) => offeredAs(rate, code))
      })
    expect(claimed.toSorted()).toEqual([...new Set(offered)].toSorted())
  })

  it('charge the remedies and excises that the starter tariff has, under the same codes', () => {
    const theirs = rowsOf('authority', 'additional-measures.csv').map((row) => {
      const { commodity, additional_code: code, ad_valorem: share = '' } = row
      const rate = share === '' ? `${row['specific_gbp']} GBP` : `${percentOf(share)}%`
      return [commodity, code, row['valid_from'], row['valid_to'] ?? '', rate].join(' ')
    })
    const ours = starter.measures
      .filter(({ type }) => type === '552' || type === '306')
      .map(({ code, additionalCode, validity, expression = [] }) => {
        const [term] = expression
        const amount = term?.kind === 'specific' ? `${term.amount} GBP` : undefined
        const rate = amount ?? `${term?.kind === 'ad-valorem' ? term.percent : 0}%`
        return [code, additionalCode?.code, validity.from, validity.until ?? '', rate].join(' ')
      })
    expect(theirs.toSorted()).toEqual(ours.toSorted())
  })

  it('grant the preferences that the trader can claim, to the same partners', () => {
    const { measures } = readJson('authority', 'preferences.json') as {
      readonly measures: readonly Record<string, unknown>[]
    }
    const { agreements } = readJson('gb', 'preference-proofs.json') as {
      readonly agreements: readonly (Record<string, unknown> & {
        readonly claiming?: Readonly<Record<string, unknown>>
      })[]
    }
    const ofMeasure = measures.map((measure) => [
      measure['preferenceCode'],
      measure['preferentialOrigin'],
      measure['from'],
    ])
    const ofAgreement = agreements.flatMap(({ claiming, validFrom }) =>
      claiming === undefined
        ? []
        : [[claiming['preferenceCode'], claiming['preferentialOrigin'], validFrom]],
    )
    expect(ofMeasure).toEqual(ofAgreement)
    const { countries } = readJson('reference', 'countries.json') as {
      readonly countries: readonly { readonly code: string; readonly euMember?: true }[]
    }
    const members = countries.filter(({ euMember }) => euMember).map(({ code }) => code)
    const union = measures.find((measure) => measure['preferentialOrigin'] === 'EU')
    expect(union?.['countries']).toEqual(members.toSorted())
  })

  it('have the rates of exchange that the trader has', () => {
    const rows = rowsOf('authority', 'exchange-rates.csv')
    expect(overlapsOf(rows.map((row) => windowOfRate(row)))).toEqual([])
    const theirs = rows.map((row) => Object.values(row).join(' ')).toSorted()
    expect(theirs).toEqual(namesIn('gb', 'exchange-rates').flatMap(ratesOfMonth).toSorted())
  })
})

const windowOfRate = (row: Record<string, string>): Window => ({
  key: row['currency'] ?? '',
  from: row['from'] ?? '',
  until: row['until'],
})

/** The duty of a row as a tariff prints it, such as `8% + 21.00 GBP/100 kg`. */
function dutyOfRow(row: Record<string, string>): string {
  const [adValorem = '', amount = ''] = [row['duty_ad_valorem'], row['duty_specific_gbp']]
  if (adValorem === '0') return 'free'
  const perKg = row['duty_specific_per_kg'] ?? ''
  // Our tariff counts wine in hectolitres, the office in the litres that are declared.
  const perLitre = row['duty_specific_per_litre'] === '100' ? 'hl' : 'item'
  const per = perKg === '' ? perLitre : `${perKg} kg`
  return [
    ...(adValorem === '' ? [] : [`${percentOf(adValorem)}%`]),
    ...(amount === '' ? [] : [`${amount} GBP/${per}`]),
  ].join(' + ')
}

const isVat = ({ type }: Measure): boolean => type === '305'

const percentIn = ({ expression: [term] = [] }: Measure): string =>
  term?.kind === 'ad-valorem' ? term.percent : ''

/** The rate that goods bear which claim none: their only one, the one without a code, or the standard. */
function vatOf(measures: readonly Measure[]): string {
  const rates = measures.filter(isVat)
  const plain = rates.find(({ additionalCode }) => additionalCode === undefined)
  const rate = rates.length === 1 ? rates[0] : plain
  return rate === undefined ? '20' : percentIn(rate)
}

function offeredAs(rate: Measure, code: string): readonly string[] {
  const { additionalCode } = rate
  return additionalCode === undefined ? [] : [`${additionalCode.code} ${code} ${percentIn(rate)}`]
}

const percentOf = (fraction: string): string => multiplyDecimals(decimal(fraction), decimal('100'))

function ratesOfMonth(name: string): readonly string[] {
  const { period, rates } = readJson('gb', 'exchange-rates', name) as {
    period: { from: string; until: string }
    rates: Record<string, string>
  }
  return Object.entries(rates).map(
    ([code, rate]) => `${code} ${period.from} ${period.until} ${rate}`,
  )
}
