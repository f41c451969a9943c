import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { minorUnitDecimals } from '../../src/customs/money/money.ts'
import * as shapes from './reference-shapes.ts'
import {
  readJson,
  namesIn,
  readShaped,
  valuesNamed,
  looseEndsOf,
  repeatedIn,
  rowsOf,
} from './shipped-data.ts'

const laws = readShaped(shapes.lawsShape, 'gb', 'laws.json') as {
  readonly laws: readonly { readonly id: string }[]
}
const lawIds = new Set(laws.laws.map((law) => law.id))

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
