import { isLocalDate } from '../../customs/calendar/local-date.ts'
import type { KnownCodes } from '../../customs/order/known-codes.ts'
import type { Column } from '../purchase-list/purchase-list-columns.ts'
import type { KnownHeading } from './draft-column.ts'

/** What the content of a column is judged with. */
interface ContentSources {
  readonly columns: readonly Column[]
  readonly countries: KnownCodes['countries']
  readonly isTaken: (column: string) => boolean
}

/** Fewer cells than these prove nothing. */
const CELLS_MIN = 2

type Test = (cell: string, sources: ContentSources) => boolean

/**
 * Contents by which a column can be told, the surest first. Numbers are not among them: a quantity, a
 * price and a weight look alike.
 */
const contents: readonly (readonly [column: string, test: Test])[] = [
  ['buyer_email', (cell) => /^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(cell)],
  ['buyer_postcode', (cell) => /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(cell)],
  ['commodity_code', (cell) => /^\d{10}$|^\d{8}$/.test(cell) && isHarmonisedChapter(cell)],
  ['incoterm', (cell) => /^(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP)$/.test(cell)],
  ['currency', (cell) => /^(GBP|EUR|USD|CNY|JPY|HKD|KRW|CHF)$/.test(cell)],
  ['ordered_on', (cell) => isLocalDate(cell.replaceAll('/', '-'))],
  ['origin', (cell, { countries }) => isCountry(cell, countries)],
]

/** What a column is by its cells, where all of them that hold anything agree. */
export function columnByContent(
  cells: readonly string[],
  sources: ContentSources,
): KnownHeading | undefined {
  const stated = cells.filter((cell) => cell !== '')
  if (stated.length < CELLS_MIN) return undefined
  const names = new Set(sources.columns.map(({ name }) => name))
  const found = contents.find(
    ([column, test]) =>
      names.has(column) && !sources.isTaken(column) && stated.every((cell) => test(cell, sources)),
  )
  return found && { column: found[0], basis: 'content' }
}

/** The Harmonized System has chapters 01 to 97, of which 77 is kept free. */
function isHarmonisedChapter(code: string): boolean {
  const chapter = Number(code.slice(0, 2))
  return chapter >= 1 && chapter <= 97 && chapter !== 77
}

function isCountry(cell: string, countries: KnownCodes['countries']): boolean {
  return (
    countries.has(cell) || [...countries.values()].some(({ en, zh }) => en === cell || zh === cell)
  )
}
