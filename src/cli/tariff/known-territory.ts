import { readKnownCodes } from '../../customs/order/known-codes.ts'
import { BadInput } from '../bad-input.ts'

/** Customs territories that are no country of ISO 3166: the Union, and Northern Ireland. */
const territories: ReadonlySet<string> = new Set(['EU', 'XI'])

/**
 * Reads a country or customs territory as it is written on the command line, in capitals or not.
 *
 * @param files contents of `data/reference` by path
 */
export function knownTerritory(
  files: ReadonlyMap<string, unknown>,
): (option: string, text: string) => string {
  const known = readKnownCodes({
    countries: files.get('reference/countries.json'),
    currencies: files.get('reference/currencies.json'),
  })
  if (!known.ok) throw new Error(`the list of countries is broken: ${known.failures[0].message}`)
  return (option, text) => {
    const country = text.toUpperCase()
    if (territories.has(country) || known.value.countries.has(country)) return country
    throw new BadInput(
      `${option}: ${JSON.stringify(text)} is no country. Write it as ISO 3166: CN.`,
    )
  }
}
