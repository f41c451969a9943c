import { isLocalDate, type LocalDate } from '../calendar/local-date.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Failure } from '../result.ts'
import type { ProductList } from './product-list.ts'
import type { ProductListVersion } from './programme.ts'
import type { Programmes } from './programmes.ts'

/** How a table names the goods, the lists and the dates. Empty cells and `NA` state nothing. */
export interface ProductListLayout {
  /** The column of the code, of any length from 2 to 10 digits. */
  readonly code: string
  /**
   * Which list a row belongs to: always one, the one of the Chapter 99 heading in a column, or the one
   * that the values of some columns, joined by a space, stand for. `undefined` is no list that is kept.
   */
  readonly list:
    | { readonly is: string }
    | { readonly ofHeading: string }
    | {
        readonly by: readonly string[]
        readonly names: Readonly<Record<string, string | undefined>>
      }
  /**
   * Columns of which equal values mean that goods are on one list at a time: of two rows that name
   * the same goods the longer code decides, and of equal codes the row that begins later.
   */
  readonly oneListPer?: readonly string[]
  /** Rows of a list in the wrong place: codes under a chapter belong to another list than the row says. */
  readonly corrections?: readonly {
    readonly list: string
    readonly chapter: string
    readonly to: string
  }[]
  /**
   * The digits that codes of some lists have at least, where the table also holds rows of the headings
   * above them, which are not listed themselves.
   */
  readonly leastDigits?: Readonly<Record<string, number>>
  /** The column of the first day, and the day for rows that state none. */
  readonly from?: string
  readonly fromUnlessStated: LocalDate
  /** The column of the first day after. */
  readonly until?: string
  /** From this day until a row begins it is not known whether its goods were listed. */
  readonly unknownFrom?: LocalDate
}

/** A row of a table, by the names of its columns. */
export type TableRow = Readonly<Record<string, string | undefined>>

/** The lists of a table, and each row that could not be understood. */
export interface ReadProductLists {
  readonly lists: readonly ProductList[]
  /** Rows that state a list which is deliberately not kept. */
  readonly rowsLeftOut: number
  readonly failures: readonly Failure[]
}

/** A row that was understood. */
interface Listing {
  /** Absent for a row that says that its goods are on none of the lists that are kept. */
  readonly list: string | undefined
  /** Lists of one field are alternatives to each other. */
  readonly field: string
  readonly code: string
  readonly from: LocalDate
  readonly until: LocalDate | undefined
}

/**
 * Reads the lists of goods in a table. Every row becomes part of a list, belongs to none that is kept,
 * or is reported.
 */
export function readProductListRows(
  rows: readonly TableRow[],
  layout: ProductListLayout,
  programmes: Programmes,
): ReadProductLists {
  const read = rows.map((row, index) => readRow(row, index, { layout, programmes }))
  const listings = read.flatMap((one) => (one.ok ? [one.listing] : []))
  const ids = new Set(listings.flatMap(({ list }) => (list === undefined ? [] : [list])))
  return {
    lists: [...ids].map((id) => ({ id, versions: versionsOf(id, listings, layout.unknownFrom) })),
    rowsLeftOut: listings.filter(({ list }) => list === undefined).length,
    failures: read.flatMap((one) => (one.ok ? [] : [one.failure])),
  }
}

type ReadRow =
  | { readonly ok: true; readonly listing: Listing }
  | { readonly ok: false; readonly failure: Failure }

interface Reading {
  readonly layout: ProductListLayout
  readonly programmes: Programmes
}

function readRow(row: TableRow, index: number, { layout, programmes }: Reading): ReadRow {
  const code = (row[layout.code] ?? '').replaceAll('.', '').trim()
  if (!/^\d{2,10}$/.test(code)) return failed(index, layout.code, code)
  const named = listOf(row, layout, programmes)
  if (named === 'unknown') return failed(index, 'list', JSON.stringify(row))
  const from = stated(row, layout.from) ?? layout.fromUnlessStated
  const until = stated(row, layout.until)
  if (!isLocalDate(from)) return failed(index, 'date', from)
  if (until !== undefined && !isLocalDate(until)) return failed(index, 'date', until)
  const field = (layout.oneListPer ?? []).map((column) => row[column] ?? '').join(' ')
  return {
    ok: true,
    listing: { list: placed(named.list, code, layout), field, code, from, until },
  }
}

/** The list that a code is put on in the end. */
function placed(
  list: string | undefined,
  code: string,
  { corrections = [], leastDigits = {} }: ProductListLayout,
): string | undefined {
  if (list === undefined || code.length < (leastDigits[list] ?? 0)) return undefined
  const correction = corrections.find((one) => one.list === list && code.startsWith(one.chapter))
  return correction?.to ?? list
}

function listOf(
  row: TableRow,
  { list }: ProductListLayout,
  programmes: Programmes,
): 'unknown' | Pick<Listing, 'list'> {
  if ('is' in list) return { list: list.is }
  if ('ofHeading' in list) {
    const heading = row[list.ofHeading]
    const known = [...programmes.lists.values()].find((one) => one.heading === heading)
    if (known !== undefined) return { list: known.id }
    return /^9903\.\d{2}\.\d{2}$/.test(heading ?? '') ? { list: undefined } : 'unknown'
  }
  const key = list.by.map((column) => row[column] ?? '').join(' ')
  return key in list.names ? { list: list.names[key] } : 'unknown'
}

function stated(row: TableRow, column: string | undefined): string | undefined {
  const cell = column === undefined ? undefined : row[column]?.trim()
  return cell === undefined || cell === '' || cell === 'NA' ? undefined : cell
}

function failed(index: number, what: string, value: string): ReadRow {
  return {
    ok: false,
    failure: {
      code: 'invalid-input',
      path: jsonPointer(index),
      message: `Row ${index + 1} is not understood: its ${what} reads ${JSON.stringify(value)}.`,
      mend: 'Correct the row, or name its layout.',
      zh: { message: `第 ${index + 1} 行无法识别：${value}。`, mend: '请更正该行或其格式。' },
    },
  }
}

/** A version from each day on which the table changes what is on the list. */
function versionsOf(
  id: string,
  listings: readonly Listing[],
  unknownFrom: LocalDate | undefined,
): readonly ProductListVersion[] {
  const own = listings.filter(({ list }) => list === id)
  const fields = new Set(own.map(({ field }) => field))
  const rivals = listings.filter(
    ({ list, field }) => list !== id && field !== '' && fields.has(field),
  )
  const days = [...own, ...rivals].flatMap(({ from, until }) => [from, until])
  const starts = [...new Set(days.filter((day) => day !== undefined))].toSorted()
  const known = starts.map((validFrom, index): ProductListVersion => {
    const next = starts[index + 1]
    const codes = onDay([...own, ...rivals], id, validFrom)
    return { validFrom, ...(next !== undefined && { validUntil: next }), ...codes }
  })
  return unknownFrom === undefined ? known : [...unknownUntil(known[0], unknownFrom), ...known]
}

/** The version before the first: what the first one holds may have been listed then, or not. */
function unknownUntil(
  first: ProductListVersion | undefined,
  from: LocalDate,
): readonly ProductListVersion[] {
  if (first === undefined || first.codes === '' || first.validFrom <= from) return []
  return [{ validFrom: from, validUntil: first.validFrom, codes: '', undecided: first.codes }]
}

/** What rows say on a day: the codes of the list, and those within them that are on others. */
function onDay(
  listings: readonly Listing[],
  id: string,
  day: LocalDate,
): Pick<ProductListVersion, 'codes' | 'except'> {
  const current = new Map<string, Listing>()
  for (const listing of listings) {
    const key = `${listing.field} ${listing.code}`
    const before = current.get(key)
    const isLater = before === undefined || before.from <= listing.from
    if (isCurrent(listing, day) && isLater) current.set(key, listing)
  }
  const on = [...current.values()].filter(({ list }) => list === id).map(({ code }) => code)
  const off = [...current.values()].filter(({ list }) => list !== id).map(({ code }) => code)
  const within = new Set(on)
  const except = off.filter((code) => !within.has(code) && isWithin(within, code))
  return { codes: on.join(' '), ...(except.length > 0 && { except: except.join(' ') }) }
}

function isCurrent({ from, until }: Listing, day: LocalDate): boolean {
  return from <= day && (until === undefined || day < until)
}

/** Whether a code lies within one of the shorter ones. */
function isWithin(codes: ReadonlySet<string>, code: string): boolean {
  for (let length = 2; length < code.length; length += 1) {
    if (codes.has(code.slice(0, length))) return true
  }
  return false
}
