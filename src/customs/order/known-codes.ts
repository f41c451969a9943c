import { Type, type Static } from 'typebox'
import type { BilingualText } from '../bilingual-text.ts'
import { checkedReader } from '../checked-reader.ts'
import { combine, type Result, success } from '../result.ts'

/** A name in both languages of the papers. */
const names = Type.Object({ en: Type.String(), zh: Type.String() })

/** The part of the list of countries that is read; its sources stand beside it in the file. */
const countriesSchema = Type.Object({
  countries: Type.Array(
    Type.Object({ code: Type.String({ pattern: '^[A-Z]{2}$' }), name: names }),
    { minItems: 1 },
  ),
})

/** The part of the list of currencies that is read. */
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
  const lists = combine({
    countries: readCountries(files.countries),
    currencies: readCurrencies(files.currencies),
  })
  if (!lists.ok) return lists
  const { countries, currencies } = lists.value
  return success({
    countries: new Map(countries.countries.map(({ code, name }) => [code, name])),
    currencies: new Map(currencies.currencies.map(({ code, name }) => [code, name])),
  })
}
