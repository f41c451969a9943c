import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { changesOfValidity } from '../calendar/periods-between.ts'
import type { NomenclatureEdition, NomenclatureRow } from './nomenclature-edition.ts'

/** The editions of one nomenclature, indexed once and never changed. */
export interface Nomenclature {
  /** Latest first. */
  readonly editions: readonly IndexedNomenclature[]
}

/** An edition with its codes in order and the tree that its depths draw. */
export interface IndexedNomenclature {
  readonly edition: NomenclatureEdition
  /** Every code, sorted; a code of several lines stands as many times. */
  readonly codes: readonly string[]
  /** Where the line of each of {@link codes} stands among the rows. */
  readonly positions: Int32Array
  /** For each row the nearest one before it that stands less deep, `-1` for none; dates apart. */
  readonly parents: Int32Array
}

/** A line of the nomenclature as it stands on a day. */
export interface NomenclatureEntry {
  readonly row: NomenclatureRow
  readonly position: number
  readonly on: LocalDate
  readonly within: IndexedNomenclature
}

/** Builds the index over some editions, which may come in any order. */
export function createNomenclature(editions: readonly NomenclatureEdition[]): Nomenclature {
  return nomenclatureOf(editions.map(indexEdition))
}

/** The nomenclature of editions that are indexed already, in any order. */
export function nomenclatureOf(editions: readonly IndexedNomenclature[]): Nomenclature {
  const latestFirst = editions.toSorted((a, b) =>
    a.edition.validFrom < b.edition.validFrom ? 1 : -1,
  )
  return { editions: latestFirst }
}

/** The edition of a day; nothing before the first one. */
export function editionOn(
  { editions }: Nomenclature,
  on: LocalDate,
): IndexedNomenclature | undefined {
  return editions.find(({ edition }) => edition.validFrom <= on)
}

/** The line at a position, where one stands there on the day. */
export function entryAt(
  within: IndexedNomenclature,
  position: number,
  on: LocalDate,
): NomenclatureEntry | undefined {
  const row = within.edition.rows[position]
  if (row === undefined || !holds(row, on)) return undefined
  return { row, position, on, within }
}

/** Whether a line holds on a day of its edition. */
export function holds({ validity }: NomenclatureRow, on: LocalDate): boolean {
  return validity === undefined || isInForce(validity, on)
}

/** The lines whose code begins with some digits, in the order of their codes. */
export function entriesBelow(
  within: IndexedNomenclature,
  digits: string,
  on: LocalDate,
): readonly NomenclatureEntry[] {
  const found: NomenclatureEntry[] = []
  const { codes, positions } = within
  for (let at = firstNotBefore(codes, digits); codes[at]?.startsWith(digits); at += 1) {
    const entry = entryAt(within, positions[at]!, on)
    if (entry !== undefined) found.push(entry)
  }
  return found
}

/**
 * Every day on which the lines of the heading that a code belongs to may change, or those of all codes
 * with this beginning where it is shorter than a heading.
 */
export function changesOfLines(
  { editions }: Nomenclature,
  beginning: string,
): readonly LocalDate[] {
  const digits = beginning.slice(0, HEADING_DIGITS)
  return editions.flatMap(({ edition, codes, positions }) => {
    const changes = [edition.validFrom]
    for (let at = firstNotBefore(codes, digits); codes[at]?.startsWith(digits); at += 1) {
      const { validity } = edition.rows[positions[at]!]!
      if (validity !== undefined) changes.push(...changesOfValidity(validity))
    }
    return changes
  })
}

const HEADING_DIGITS = 4

/** Indexes one edition. */
export function indexEdition(edition: NomenclatureEdition): IndexedNomenclature {
  const { rows } = edition
  const coded = rows.flatMap(({ code }, position) =>
    code === undefined ? [] : [{ code, position }],
  )
  const sorted = coded.sort((a, b) =>
    a.code < b.code ? -1 : a.code > b.code ? 1 : a.position - b.position,
  )
  return {
    edition,
    codes: sorted.map(({ code }) => code),
    positions: Int32Array.from(sorted, ({ position }) => position),
    parents: parentsOf(rows),
  }
}

/** The way down from the root is kept while the rows go by, so each looks back over it alone. */
function parentsOf(rows: readonly NomenclatureRow[]): Int32Array {
  const parents = new Int32Array(rows.length)
  const way: number[] = []
  rows.forEach(({ depth }, position) => {
    while (way.length > 0 && rows[way.at(-1)!]!.depth >= depth) way.pop()
    parents[position] = way.at(-1) ?? -1
    way.push(position)
  })
  return parents
}

/** Where in a sorted list the first text stands that does not sort before the wanted one. */
function firstNotBefore(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
