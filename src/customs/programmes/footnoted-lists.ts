import type { LocalDate } from '../calendar/local-date.ts'
import type { ProductList } from './product-list.ts'
import type { Programmes } from './programmes.ts'

/** A code of an edition of the schedule with the Chapter 99 headings that its footnotes refer to. */
export interface FootnotedCode {
  /** Digits, as long as the row of the schedule that bears the footnote. */
  readonly code: string
  /** Such as `9903.88.15`, out of "See 9903.88.15." */
  readonly headings: readonly string[]
}

/**
 * The lists that the footnotes of an edition make up, for the days on which the edition is in force.
 * The schedule refers to the lists of sections 301 and 201 this way, and not to those of others.
 */
export function footnotedLists(
  codes: readonly FootnotedCode[],
  validity: { readonly from: LocalDate; readonly until?: LocalDate },
  programmes: Programmes,
): readonly ProductList[] {
  const { from: validFrom, until: validUntil } = validity
  return [...programmes.lists.values()].flatMap(({ id, heading }) => {
    if (heading === undefined) return []
    const listed = codes.filter(({ headings }) => headings.includes(heading))
    if (listed.length === 0) return []
    const version = {
      validFrom,
      ...(validUntil !== undefined && { validUntil }),
      codes: listed.map(({ code }) => code).join(' '),
    }
    return [{ id, versions: [version] }]
  })
}

/** The Chapter 99 headings that a footnote refers to. */
export function headingsInFootnote(text: string): readonly string[] {
  return text.match(/9903\.\d{2}\.\d{2}/g) ?? []
}
