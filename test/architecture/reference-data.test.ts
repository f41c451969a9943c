import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { isLocalDate, localDate } from '../../src/customs/calendar/local-date.ts'
import { dutyText } from '../../src/customs/duty/duty-text.ts'
import { createMeasureIndex } from '../../src/customs/measures/measure-index.ts'
import type { Measure } from '../../src/customs/measures/measure.ts'
import { decimal, multiplyDecimals } from '../../src/customs/money/decimal.ts'
import { minorUnitDecimals } from '../../src/customs/money/money.ts'
import { measurementUnits } from '../gb-reference-data.ts'
import { starterTariff } from '../starter-tariff.ts'
import * as shapes from './reference-shapes.ts'

const dataFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data')

const readJson = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(resolve(dataFolder, ...path), 'utf8'))

const namesIn = (...path: readonly string[]): readonly string[] =>
  readdirSync(resolve(dataFolder, ...path)).toSorted()

/** Reads a file and fails with every place where it breaks its shape. */
function readShaped<T extends TSchema>(shape: T, ...path: readonly string[]): Static<T> {
  const value = readJson(...path)
  const findings = Compile(shape).Errors(value)
  expect(findings.map((finding) => `${finding.instancePath} ${finding.message}`)).toEqual([])
  return value as Static<T>
}

/** All values that a property of this name has anywhere in a tree. */
function valuesNamed(name: string, node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap((child: unknown) => valuesNamed(name, child))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) => [
    ...(key === name ? [child] : []),
    ...valuesNamed(name, child),
  ])
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function daysIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return DAY.test(node) ? [node] : []
  if (typeof node !== 'object' || node === null) return []
  return Object.values(node).flatMap(daysIn)
}

/** Ids of sources that facts name but the file does not list, and days that do not exist. */
function looseEndsOf(file: unknown): readonly string[] {
  const lists = valuesNamed('sources', file).filter(Array.isArray).flat() as readonly unknown[]
  const known = new Set(
    lists.flatMap((item) => (typeof item === 'object' ? [(item as { id: string }).id] : [])),
  )
  const unknown = lists.filter((item) => typeof item === 'string' && !known.has(item))
  return [...unknown.map(String), ...daysIn(file).filter((text) => !isLocalDate(text))]
}

function repeatedIn(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

interface Window {
  readonly key: string
  readonly from: string
  readonly until: string | undefined
}

/** Windows of one key that share a day; `until` is the first day after the window. */
function overlapsOf(windows: readonly Window[]): readonly string[] {
  const sorted = windows.toSorted((a, b) => (a.key + a.from < b.key + b.from ? -1 : 1))
  return sorted.flatMap((window, index) => {
    const next = sorted[index + 1]
    if (next === undefined || next.key !== window.key) return []
    const apart = window.until !== undefined && window.until <= next.from
    return apart ? [] : [`${window.key} ${window.from} ${next.from}`]
  })
}

const rowsOf = (...path: readonly string[]): readonly Record<string, string>[] =>
  parse(readFileSync(resolve(dataFolder, ...path), 'utf8'), { columns: true })

const laws = readShaped(shapes.lawsShape, 'gb', 'laws.json') as {
  readonly laws: readonly { readonly id: string }[]
}
const lawIds = new Set(laws.laws.map((law) => law.id))

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

describe('official rates of exchange', () => {
  it.each(namesIn('gb', 'exchange-rates'))('%s covers the month of its name', (name) => {
    const file = readShaped(shapes.exchangeRatesShape, 'gb', 'exchange-rates', name) as {
      period: { from: string; until: string }
    }
    expect(looseEndsOf(file)).toEqual([])
    expect(file.period.from).toBe(`${name.slice(0, 7)}-01`)
    const [year, month] = [Number(name.slice(0, 4)), Number(name.slice(5, 7))]
    expect(file.period.until).toBe(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10))
  })
})

describe('rules with dates', () => {
  it.each([
    ['periods.json', shapes.periodsShape],
    ['preference-proofs.json', shapes.preferenceProofsShape],
    ['fees.json', shapes.feesShape],
    ['northern-ireland.json', shapes.northernIrelandShape],
    ['bulk-imports.json', shapes.bulkImportsShape],
    ['authority-contacts.json', shapes.authorityContactsShape],
    ['trusted-trader.json', shapes.trustedTraderShape],
  ] as const)('%s has its shape, and its sources and laws exist', (name, shape) => {
    const file = readShaped(shape, 'gb', name)
    expect(looseEndsOf(file)).toEqual([])
    const cited = [...valuesNamed('law', file), ...valuesNamed('laws', file).flat()]
    expect(cited.filter((id) => !lawIds.has(String(id)))).toEqual([])
  })

  it('gives each law one id', () => {
    expect(repeatedIn([...laws.laws].map((law) => law.id))).toEqual([])
    expect(looseEndsOf(laws)).toEqual([])
  })
})

describe('preferences', () => {
  const { agreements } = readJson('gb', 'preference-proofs.json') as {
    readonly agreements: readonly {
      readonly claiming?: { readonly preferenceCode: string }
      readonly proofs: readonly { readonly declaredAs?: Readonly<Record<string, string>> }[]
    }[]
  }
  const codesOf = (name: string): readonly string[] =>
    (readJson('gb', 'codes', name) as { codes: readonly { code: string }[] }).codes.map(
      ({ code }) => code,
    )

  it('are claimed by a code that exists', () => {
    const claimed = agreements.flatMap(({ claiming }) => claiming?.preferenceCode ?? [])
    expect(claimed).not.toEqual([])
    expect(claimed.filter((code) => !codesOf('preferences.json').includes(code))).toEqual([])
  })

  it('are declared by documents and statuses that exist', () => {
    const declared = agreements
      .flatMap(({ proofs }) => proofs)
      .flatMap(({ declaredAs }) => (declaredAs === undefined ? [] : [declaredAs]))
    const documents = codesOf('document-codes.json')
    const statuses = codesOf('document-status-codes.json')
    expect(declared).not.toEqual([])
    expect(declared.filter(({ documentCode = '' }) => !documents.includes(documentCode))).toEqual(
      [],
    )
    expect(declared.filter(({ statusCode = '' }) => !statuses.includes(statusCode))).toEqual([])
  })
})

describe('data sets of declarations', () => {
  it('have rules, each for one that exists, from sources that exist', () => {
    const file = readShaped(
      shapes.declarationCategoriesShape,
      'gb',
      'declaration-categories.json',
    ) as {
      dataSets: readonly { id: string }[]
      rules: readonly { dataSet: string }[]
    }
    expect(looseEndsOf(file)).toEqual([])
    const ids = file.dataSets.map(({ id }) => id)
    expect(repeatedIn(ids)).toEqual([])
    expect(new Set(file.rules.map(({ dataSet }) => dataSet))).toEqual(new Set(ids))
  })
})

describe('code lists', () => {
  it.each(namesIn('gb', 'codes'))('%s names each code once, with sources that exist', (name) => {
    const file = readShaped(shapes.codeListShape, 'gb', 'codes', name) as {
      codes: readonly { code: string }[]
    }
    expect(repeatedIn(file.codes.map((entry) => entry.code))).toEqual([])
    expect(looseEndsOf(file)).toEqual([])
  })

  it('explains each error and says how to mend it', () => {
    const { codes } = readJson('gb', 'codes', 'cds-errors.json') as { codes: readonly unknown[] }
    const check = Compile(shapes.errorCode)
    expect(codes.filter((entry) => !check.Check(entry))).toEqual([])
  })

  it('give each error without a rule one reason, from sources that exist', () => {
    const file = readShaped(
      shapes.errorsWithoutRuleShape,
      'gb',
      'cds-errors-without-rule.json',
    ) as {
      reasons: readonly { codes: readonly string[] }[]
    }
    expect(looseEndsOf(file)).toEqual([])
    expect(repeatedIn(file.reasons.flatMap(({ codes }) => codes))).toEqual([])
  })

  it('names goods locations by country, type, qualifier and identification', () => {
    const { codes } = readJson('gb', 'codes', 'goods-location-codes.json') as {
      codes: readonly { code: string }[]
    }
    expect(codes.length).toBeGreaterThan(1700)
    const odd = codes.filter(({ code }) => !/^(GB|IM)[A-D]U[A-Z0-9]{6,}$/.test(code))
    expect(odd).toEqual([])
  })

  it('link procedures only with additional procedures that exist', () => {
    const { codes } = readJson('gb', 'codes', 'procedure-codes.json') as {
      codes: readonly { code: string; additionalProcedures?: readonly string[] }[]
    }
    const known = new Set(
      (
        readJson('gb', 'codes', 'additional-procedure-codes.json') as {
          codes: readonly { code: string }[]
        }
      ).codes.map(({ code }) => code),
    )
    const linked = codes.flatMap(({ additionalProcedures = [] }) => additionalProcedures)
    expect(linked.length).toBeGreaterThan(300)
    expect(linked.filter((code) => !known.has(code))).toEqual([])
  })
})

describe('measurement units', () => {
  const file = readShaped(shapes.measurementUnitsShape, 'reference', 'measurement-units.json') as {
    quantities: readonly { id: string }[]
    units: readonly { code: string; qualifier?: string }[]
  }

  it('lists each unit and each quantity once, and no day or source that does not exist', () => {
    expect(repeatedIn(file.quantities.map(({ id }) => id))).toEqual([])
    expect(repeatedIn(file.units.map(({ code, qualifier = '' }) => code + qualifier))).toEqual([])
    expect(looseEndsOf(file)).toEqual([])
  })
})

describe('countries and currencies', () => {
  const countries = readShaped(shapes.countriesShape, 'reference', 'countries.json') as {
    countries: readonly { code: string; euMember?: true }[]
  }
  const currencies = readShaped(shapes.currenciesShape, 'reference', 'currencies.json') as {
    currencies: readonly { code: string; minorUnits: number }[]
    notIso: readonly { code: string }[]
  }

  it('lists each country once, 27 of them in the European Union', () => {
    expect(repeatedIn(countries.countries.map((country) => country.code))).toEqual([])
    expect(countries.countries.filter((country) => country.euMember)).toHaveLength(27)
    expect(looseEndsOf(countries)).toEqual([])
  })

  it('knows every currency that has an official rate of exchange', () => {
    const known = [...currencies.currencies, ...currencies.notIso].map((entry) => entry.code)
    expect(repeatedIn(known)).toEqual([])
    const rated = rowsOf('authority', 'exchange-rates.csv').map((row) => row['currency'])
    expect([...new Set(rated)].filter((code) => !known.includes(code ?? ''))).toEqual([])
  })

  it('counts minor units as the money of the program does', () => {
    const traded = currencies.currencies.filter((currency) => currency.code !== 'UYW')
    const different = traded.filter(
      (currency) => minorUnitDecimals(currency.code) !== currency.minorUnits,
    )
    expect(different).toEqual([])
  })
})
