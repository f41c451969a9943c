import { Type, type Static } from 'typebox'
import type { BilingualText } from '../bilingual-text.ts'
import { checkedReader } from '../checked-reader.ts'
import { type Result, resultOf } from '../result.ts'

const names = Type.Object({ en: Type.String(), zh: Type.String() })

const countriesSchema = Type.Object({
  countries: Type.Array(
    Type.Object({ code: Type.String({ pattern: '^[A-Z]{2}$' }), name: names }),
    { minItems: 1 },
  ),
})

const currenciesSchema = Type.Object({
  currencies: Type.Array(
    Type.Object({ code: Type.String({ pattern: '^[A-Z]{3}$' }), name: names }),
    { minItems: 1 },
  ),
})

/** The codes that exist, with their names: what an order may speak of. */
export interface KnownCodes {
  /** By ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlyMap<string, BilingualText>
  /** By ISO 4217 alphabetic code. */
  readonly currencies: ReadonlyMap<string, BilingualText>
}

const readCountries = checkedReader<Static<typeof countriesSchema>>(countriesSchema)
const readCurrencies = checkedReader<Static<typeof currenciesSchema>>(currenciesSchema)

/** Reads the contents of `data/reference/countries.json` and `data/reference/currencies.json`. */
export function readKnownCodes(files: {
  readonly countries: unknown
  readonly currencies: unknown
}): Result<KnownCodes> {
  const countries = readCountries(files.countries)
  const currencies = readCurrencies(files.currencies)
  const failures = [countries, currencies].flatMap((file) => (file.ok ? [] : file.failures))
  return resultOf(failures, () => {
    if (!countries.ok || !currencies.ok) throw new Error('an unreadable list was refused above')
    return {
      countries: new Map(countries.value.countries.map(({ code, name }) => [code, name])),
      currencies: new Map(currencies.value.currencies.map(({ code, name }) => [code, name])),
    }
  })
}
