import { isInForce, type LocalDate, type Validity } from '../calendar/local-date.ts'
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
  readonly validity: Validity
  readonly marks: ReadonlyMap<string, Membership>
  /** The lengths of the beginnings, longest first. */
  readonly lengths: readonly number[]
  readonly decidedFor: Beginnings | undefined
  readonly onlyIn: Beginnings | undefined
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
  const beginningsOf = (text: string): Beginnings => {
    const made = decided.get(text) ?? beginnings(text)
    decided.set(text, made)
    return made
  }
  const { decidedFor, onlyIn } = version
  return {
    ...{ validity: validityOf(version), marks, lengths },
    decidedFor: decidedFor === undefined ? undefined : beginningsOf(decidedFor),
    onlyIn: onlyIn === undefined ? undefined : beginningsOf(onlyIn),
  }
}

function beginnings(text: string): Beginnings {
  const codes = new Set(codesIn(text))
  return { codes, lengths: lengthsOf(codes) }
}

/** The lengths of codes, longest first. */
function lengthsOf(codes: Iterable<string>): readonly number[] {
  return [...new Set([...codes].map(({ length }) => length))].toSorted((a, b) => b - a)
}

/** How long the longest of the beginnings is that a code has; nothing where it has none of them. */
function lengthUnder({ codes, lengths }: Beginnings, code: string): number | undefined {
  return lengths.find((length) => codes.has(code.slice(0, length)))
}

function codesIn(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(' ')
}

/**
 * Whether goods are on a list on a day. The longest beginning of the code that the list names decides,
 * also between what several lists of one id say.
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
  let isKnown = false
  let best: Finding = { says: 'beyond', length: BEYOND }
  for (const version of versions) {
    if (!isInForce(version.validity, on)) continue
    const found = findIn(version, code)
    const isCloser = found.length > best.length
    if (isCloser || (found.length === best.length && weight[found.says] > weight[best.says])) {
      best = found
    }
    isKnown = true
  }
  if (!isKnown) return 'off-list'
  return best.says === 'beyond' ? 'undecided' : best.says
}

/** What a version says of a code, and by how long a beginning of it. */
interface Finding {
  readonly says: Membership | 'beyond'
  readonly length: number
}

/** Of a code that a version does not speak of, and of one that a whole list does not name. */
const BEYOND = -1
const NOT_NAMED = 0

/** Between versions that speak of equally long beginnings, to be listed goes before all. */
const weight: Readonly<Record<Finding['says'], number>> = {
  'on-list': 3,
  undecided: 2,
  'off-list': 1,
  beyond: 0,
}

/** What a version says; `beyond` is a code of which it does not speak. */
function findIn(version: IndexedVersion, code: string): Finding {
  const { marks, lengths, decidedFor, onlyIn } = version
  if (code.length < 10 && dividesFurther(marks, code)) {
    return { says: 'undecided', length: code.length }
  }
  for (const length of lengths) {
    const mark = length <= code.length ? marks.get(code.slice(0, length)) : undefined
    if (mark !== undefined) return { says: mark, length }
  }
  if (decidedFor === undefined) return { says: 'off-list', length: NOT_NAMED }
  const length = lengthUnder(decidedFor, code)
  const isOutside = onlyIn !== undefined && lengthUnder(onlyIn, code) === undefined
  if (length === undefined && isOutside) return { says: 'off-list', length: NOT_NAMED }
  return length === undefined ? { says: 'beyond', length: BEYOND } : { says: 'off-list', length }
}

/** Only codes that cannot be declared yet are looked at this way, so it may read the list through. */
function dividesFurther(marks: ReadonlyMap<string, Membership>, code: string): boolean {
  return [...marks.keys()].some((known) => known.length > code.length && known.startsWith(code))
}
