import type { LocalDate } from '../calendar/local-date.ts'
import type { ProductList } from './product-list.ts'
import type { Programmes } from './programmes.ts'

/** A code of an edition of the schedule with the Chapter 99 headings that its footnotes refer to. */
export interface FootnotedCode {
  /** Digits, as long as the row of the schedule that bears the footnote. */
  readonly code: string
  /** Such as `9903.88.15`, out of "See 9903.88.15." */
  readonly headings: readonly string[]
  /** Headings of which one footnote names several: it does not say which of the goods are under which. */
  readonly undecided?: readonly string[]
}

/** An edition of the schedule with what its footnotes refer to. */
export interface FootnotedEdition {
  readonly validFrom: LocalDate
  readonly codes: readonly FootnotedCode[]
}

/** The codes of an edition whose footnotes refer to headings of Chapter 99. */
export function footnotedCodes(
  footnotes: ReadonlyMap<string, readonly { readonly text: string }[]>,
): readonly FootnotedCode[] {
  return [...footnotes].flatMap(([code, notes]) => {
    // The rows of the special chapters are the headings themselves.
    if (code.startsWith('98') || code.startsWith('99')) return []
    const named = notes.map(({ text }) => headingsListing(code, text))
    const isOfAll = (headings: readonly string[]) => code.length === 10 || headings.length === 1
    const headings = named.filter(isOfAll).flat()
    const undecided = named.filter((several) => !isOfAll(several)).flat()
    if (headings.length + undecided.length === 0) return []
    return [{ code, headings, ...(undecided.length > 0 && { undecided }) }]
  })
}

/**
 * The headings that a footnote puts the goods of its row under. One that covers "certain goods of this
 * rate line" lists the statistical lines that bear it too, and not the rate line.
 */
function headingsListing(code: string, text: string): readonly string[] {
  const isOfSomeGoods = code.length < 10 && text.includes('covers certain goods')
  return isOfSomeGoods ? [] : headingsInFootnote(text)
}

/**
 * The lists that the footnotes of all editions of a schedule make up. An edition holds until the next
 * one that has footnotes: a file of a form without them says nothing of the lists.
 *
 * @param editions in any order
 */
export function listsByFootnotes(
  editions: readonly FootnotedEdition[],
  programmes: Programmes,
): readonly ProductList[] {
  const inOrder = editions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return inOrder.flatMap(({ codes, validFrom: from }, index) => {
    const until = inOrder[index + 1]?.validFrom
    return footnotedLists(codes, { from, ...(until && { until }) }, programmes)
  })
}

/**
 * The lists that the footnotes of an edition make up, for the days on which the edition is in force: the
 * schedule refers to the lists of section 301 on China and of note 30 on Russia this way.
 */
export function footnotedLists(
  codes: readonly FootnotedCode[],
  validity: { readonly from: LocalDate; readonly until?: LocalDate },
  programmes: Programmes,
): readonly ProductList[] {
  const { from: validFrom, until: validUntil } = validity
  const listed = codesByHeading(codes, ({ headings }) => headings)
  const unclear = codesByHeading(codes, ({ undecided = [] }) => undecided)
  return [...programmes.lists.values()].flatMap(({ id, heading, isFootnoted }) => {
    if (isFootnoted === undefined || heading === undefined) return []
    const undecided = unclear.get(heading)
    const version = {
      validFrom,
      ...(validUntil !== undefined && { validUntil }),
      codes: (listed.get(heading) ?? []).join(' '),
      ...(undecided && { undecided: undecided.join(' ') }),
    }
    return [{ id, versions: [version] }]
  })
}

function codesByHeading(
  codes: readonly FootnotedCode[],
  headingsOf: (code: FootnotedCode) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const footnoted of codes) {
    for (const heading of new Set(headingsOf(footnoted))) {
      const own = found.get(heading) ?? []
      own.push(footnoted.code)
      found.set(heading, own)
    }
  }
  return found
}

/** The Chapter 99 headings that a footnote refers to. */
export function headingsInFootnote(text: string): readonly string[] {
  return text.match(/9903\.\d{2}\.\d{2}/g) ?? []
}
