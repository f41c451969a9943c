import type { Language } from './language.ts'

/** A country by its two letters, with its name in some language. */
export interface NamedCountry {
  readonly code: string
  readonly name: string
}

const LETTERS = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place))
const known = new Map<Language, readonly NamedCountry[]>()

/** Every country that the browser can name, by name. */
export function countriesIn(language: Language): readonly NamedCountry[] {
  const before = known.get(language)
  if (before !== undefined) return before
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  const countries = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .flatMap((code) => {
      const name = names.of(code)
      return name === undefined || notCountries.has(code) ? [] : [{ code, name }]
    })
    .toSorted((left, right) => left.name.localeCompare(right.name, language))
  known.set(language, countries)
  return countries
}

/** Groups, former states and test codes that browsers name as well. */
const notCountries: ReadonlySet<string> = new Set(
  'AN BU CS DD EU EZ FX NT QO SU TP UN XA XB YD YU ZR UK'.split(' '),
)

/**
 * The two letters of what was typed, where it is the name of a country in either language or its two
 * letters already; undefined for anything else, which is left as it was typed.
 */
export function countryCodeOf(typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase()
  if (/^[a-z]{2}$/.test(wanted)) return wanted === 'uk' ? 'GB' : wanted.toUpperCase()
  for (const language of ['en', 'zh'] as const) {
    const found = countriesIn(language).find(({ name }) => name.toLowerCase() === wanted)
    if (found !== undefined) return found.code
  }
  return undefined
}
