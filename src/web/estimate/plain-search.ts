/** What the address of a page says behind its question mark: words by name, or several of one name. */
export type PlainSearch = Readonly<Record<string, string | readonly string[]>>

/**
 * Reads an address as people write it: every value is text, also one of digits, for commodity codes
 * and amounts are no numbers. A name that stands there several times has all its values.
 *
 * @example parsePlainSearch('?to=US&line=a&line=b') // { to: 'US', line: ['a', 'b'] }
 */
export function parsePlainSearch(search: string): PlainSearch {
  const parameters = new URLSearchParams(search)
  const names = [...new Set(parameters.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = parameters.getAll(name)
      return [name, values.length === 1 ? values[0]! : values]
    }),
  )
}

/** Writes what {@link parsePlainSearch} reads; what is undefined or empty is left out. */
export function writePlainSearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const item of [value].flat()) {
      if (typeof item === 'string' && item !== '') parameters.append(name, item)
    }
  }
  const written = parameters.toString()
  return written === '' ? '' : `?${written}`
}

/** The values of a name, none where it is absent. */
export function valuesOf(
  search: Readonly<Record<string, unknown>>,
  name: string,
): readonly string[] {
  return [search[name]].flat().filter((value) => typeof value === 'string')
}

/** The value of a name that stands there once. */
export function valueOf(
  search: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined {
  return valuesOf(search, name)[0]
}
