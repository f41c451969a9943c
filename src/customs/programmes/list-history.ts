import type { LocalDate } from '../calendar/local-date.ts'
import type { ProductListVersion } from './programme.ts'

/** What a law changed in a list on a day; codes with spaces between them. */
export interface ProductListChange {
  readonly on: LocalDate
  readonly joined?: string
  readonly left?: string
}

/**
 * The versions of a list that a text shows as of a day, back to its first day: what joined it since is
 * taken off again, what left it is put back.
 *
 * @param changes in any order; those after the day of the text are left out, because the text does not
 *   know them
 */
export function versionsBackTo(
  first: LocalDate,
  shown: { readonly asOf: LocalDate; readonly codes: readonly string[] },
  changes: readonly ProductListChange[],
): readonly ProductListVersion[] {
  const undone = changes
    .filter(({ on }) => first < on && on <= shown.asOf)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
  let codes = new Set(shown.codes)
  let validUntil: LocalDate | undefined
  const versions: ProductListVersion[] = []
  for (const { on, joined, left } of undone) {
    versions.unshift(version(on, validUntil, codes))
    const before = new Set(codes)
    for (const code of codesIn(joined)) before.delete(code)
    for (const code of codesIn(left)) before.add(code)
    codes = before
    validUntil = on
  }
  return [version(first, validUntil, codes), ...versions]
}

function version(
  validFrom: LocalDate,
  validUntil: LocalDate | undefined,
  codes: ReadonlySet<string>,
): ProductListVersion {
  return { validFrom, ...(validUntil && { validUntil }), codes: [...codes].join(' ') }
}

function codesIn(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(' ')
}
