import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import type { ProductListVersion } from './programme.ts'

/** A list of goods that the law enumerates, in its versions by date. */
export interface ProductList {
  readonly id: string
  readonly versions: readonly ProductListVersion[]
}

/** Whether goods are on a list. `undecided` where the list, or this part of it, is not held. */
export type Membership = 'on-list' | 'off-list' | 'undecided'

/** Many lists, indexed so that a look-up reads no list through. It is never changed. */
export type ProductLists = ReadonlyMap<string, readonly IndexedVersion[]>

/** What the longest known beginning of a code says, and of which codes anything is known. */
interface IndexedVersion {
  readonly version: ProductListVersion
  readonly marks: ReadonlyMap<string, Membership>
  /** The lengths of the beginnings, longest first. */
  readonly lengths: readonly number[]
  readonly decidedFor: Beginnings | undefined
}

/** Beginnings of codes, and how long they are. */
interface Beginnings {
  readonly codes: ReadonlySet<string>
  readonly lengths: readonly number[]
}

/** Indexes lists; what several of one id hold adds up. */
export function createProductLists(lists: readonly ProductList[]): ProductLists {
  const index = new Map<string, readonly IndexedVersion[]>()
  // Many versions are decided for the same goods, which are made out once.
  const decided = new Map<string, Beginnings>()
  for (const { id, versions } of lists) {
    const own = versions.map((version) => indexed(version, decided))
    index.set(id, [...(index.get(id) ?? []), ...own])
  }
  return index
}

function indexed(version: ProductListVersion, decided: Map<string, Beginnings>): IndexedVersion {
  const marks = new Map<string, Membership>([
    ...codesIn(version.codes).map((code) => [code, 'on-list'] as const),
    ...codesIn(version.except).map((code) => [code, 'off-list'] as const),
    ...codesIn(version.undecided).map((code) => [code, 'undecided'] as const),
  ])
  const lengths = lengthsOf(marks.keys())
  if (version.decidedFor === undefined) return { version, marks, lengths, decidedFor: undefined }
  const decidedFor = decided.get(version.decidedFor) ?? beginnings(version.decidedFor)
  decided.set(version.decidedFor, decidedFor)
  return { version, marks, lengths, decidedFor }
}

function beginnings(text: string): Beginnings {
  const codes = new Set(codesIn(text))
  return { codes, lengths: lengthsOf(codes) }
}

/** The lengths of codes, longest first. */
function lengthsOf(codes: Iterable<string>): readonly number[] {
  return [...new Set([...codes].map(({ length }) => length))].toSorted((a, b) => b - a)
}

function isUnder({ codes, lengths }: Beginnings, code: string): boolean {
  return lengths.some((length) => codes.has(code.slice(0, length)))
}

function codesIn(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(' ')
}

/**
 * Whether goods are on a list on a day. The longest beginning of the code that the list names decides.
 * A code that the list divides further is undecided: it is never padded. So is every code on a list
 * that is not held; before its first and after its last version a list holds nothing.
 *
 * @param goods.code digits only
 */
export function membership(
  lists: ProductLists,
  goods: { readonly list: string; readonly code: string; readonly on: LocalDate },
): Membership {
  const { list, code, on } = goods
  const versions = lists.get(list)
  if (versions === undefined) return 'undecided'
  const found = versions
    .filter(({ version }) => isInForce(validityOf(version), on))
    .map((version) => findIn(version, code))
  if (found.includes('on-list')) return 'on-list'
  if (found.includes('undecided')) return 'undecided'
  // One version that knows the code settles it for others that do not go so far.
  return found.includes('beyond') && !found.includes('off-list') ? 'undecided' : 'off-list'
}

/** What a version says; `beyond` is a code of which it does not speak. */
function findIn(version: IndexedVersion, code: string): Membership | 'beyond' {
  const { marks, lengths, decidedFor } = version
  if (code.length < 10 && dividesFurther(marks, code)) return 'undecided'
  for (const length of lengths) {
    const mark = length <= code.length ? marks.get(code.slice(0, length)) : undefined
    if (mark !== undefined) return mark
  }
  return decidedFor === undefined || isUnder(decidedFor, code) ? 'off-list' : 'beyond'
}

/** Only codes that cannot be declared yet are looked at this way, so it may read the list through. */
function dividesFurther(marks: ReadonlyMap<string, Membership>, code: string): boolean {
  return [...marks.keys()].some((known) => known.length > code.length && known.startsWith(code))
}
