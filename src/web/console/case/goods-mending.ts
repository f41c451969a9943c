import type { GoodsDataMending } from '../../../api/goods-data.ts'
import type { Consignment } from '../../../customs/consignment/consignment.ts'

/** What somebody has typed, by the JSON Pointer of the value that it is for. */
export type GoodsDraft = Readonly<Record<string, string>>

/** Claims can be withdrawn by leaving them empty; other facts are only corrected. */
const CLAIMS: ReadonlySet<string> = new Set(['vatRelief', 'preference'])

/** The value at a JSON Pointer as text; empty where nothing is stated. */
export function valueAt(goods: Consignment, path: string): string {
  // Stated once for the seller, it stands with the seller in the goods data.
  if (path === '/sellerEori') return goods.parties.seller?.eori ?? ''
  let value: unknown = goods
  for (const step of path.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return ''
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/**
 * The mending that a draft asks for: only facts that differ from what is stated, each whole, because
 * the interface takes packages, transport and the like as one fact. Undefined where nothing differs.
 */
export function mendingFrom(goods: Consignment, draft: GoodsDraft): GoodsDataMending | undefined {
  const changed = Object.keys(draft).filter((path) => draft[path] !== valueAt(goods, path))
  if (changed.length === 0) return undefined
  const whole: Record<string, unknown> = {}
  const items = new Map<number, Record<string, unknown>>()
  for (const path of changed) {
    const [, index, fact = '', leaf] =
      /^(?:\/goodsItems\/(\d+))?\/([^/]+)(?:\/(.+))?$/.exec(path) ?? []
    const inItem = index === undefined ? '' : `/goodsItems/${index}`
    const place = index === undefined ? whole : itemAt(items, Number(index))
    place[fact] = factFrom(goods, draft, { base: `${inItem}/${fact}`, fact, leaf })
  }
  const goodsItems = [...items].map(([index, facts]) => ({ itemNumber: index + 1, ...facts }))
  return { ...whole, ...(goodsItems.length > 0 && { goodsItems }) }
}

/** The draft that takes a mending back: what was stated before at every place that it changed. */
export function undoingDraft(before: Consignment, draft: GoodsDraft): GoodsDraft {
  return Object.fromEntries(Object.keys(draft).map((path) => [path, valueAt(before, path)]))
}

/** Whether two readings of the goods data state the same. */
export function statesTheSame(one: Consignment, other: Consignment): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** Whether everything that a draft has written still stands as it was written. */
export function stillStands(goods: Consignment, written: GoodsDraft): boolean {
  return Object.entries(written).every(([path, value]) => valueAt(goods, path) === value)
}

function itemAt(items: Map<number, Record<string, unknown>>, index: number) {
  const facts = items.get(index) ?? {}
  items.set(index, facts)
  return facts
}

interface FactPlace {
  readonly base: string
  readonly fact: string
  /** Absent where the fact is one value. */
  readonly leaf: string | undefined
}

function factFrom(goods: Consignment, draft: GoodsDraft, { base, fact, leaf }: FactPlace): unknown {
  if (leaf === undefined) {
    const value = draft[base] ?? ''
    if (fact === 'quantity') return wholeNumber(value)
    if (LISTS.has(fact)) return codesIn(value)
    return value === '' && CLAIMS.has(fact) ? null : value
  }
  if (fact === 'exit') return exitFrom(goods, draft)
  if (fact === 'documents') return documentsFrom(goods, draft, base)
  const leaves = leavesOf[fact] ?? []
  const parts = leaves
    .map((name) => [name, draft[`${base}/${name}`] ?? valueAt(goods, `${base}/${name}`)] as const)
    .filter(([, value]) => value !== '')
  if (parts.length === 0 && CLAIMS.has(fact)) return null
  const values = Object.fromEntries(
    parts.map(([name, value]) => [name, name === 'count' ? Number(value) : value]),
  )
  return fact === 'freight' || fact === 'insurance' || fact === 'unitPrice'
    ? { ...values, currency: goods.currency }
    : values
}

/** How goods leave, whole; what cannot be typed here stays as it is stated. */
function exitFrom({ exit = {}, ...goods }: Consignment, draft: GoodsDraft): object {
  const at = (name: string): string =>
    (draft[`/exit/${name}`] ?? valueAt({ ...goods, exit }, `/exit/${name}`)).trim()
  const amount = (name: string) => {
    const value = at(`${name}/amount`)
    return value === '' ? {} : { [name]: { amount: value, currency: goods.currency } }
  }
  const { containers, masterReference } = exit
  const safety = {
    ...given('carrierEori', at('safety/carrierEori')),
    ...given('freightPayment', at('safety/freightPayment')),
    ...given('routing', codesIn(at('safety/routing').toUpperCase())),
  }
  return {
    ...given('office', at('office')),
    ...(Object.keys(safety).length > 0 && { safety }),
    ...amount('carriageToBorder'),
    ...amount('carriageBeyondBorder'),
    ...(containers && { containers }),
    ...(masterReference !== undefined && { masterReference }),
  }
}

function given(name: string, value: string | readonly string[]): object {
  return value.length === 0 ? {} : { [name]: value }
}

function codesIn(typed: string): readonly string[] {
  return typed.split(/[\s,;，；、]+/).filter((each) => each !== '')
}

/** What is no whole number stays as it was typed, and is refused as such. */
function wholeNumber(typed: string): number | string {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed
}

/** Each document whole, in its place; one whose parts are all left empty is taken away. */
function documentsFrom(goods: Consignment, draft: GoodsDraft, base: string): readonly object[] {
  const rows = Object.keys(draft)
    .filter((path) => path.startsWith(`${base}/`))
    .map((path) => Number(path.slice(base.length + 1).split('/')[0]))
  const index = Number(base.split('/')[2])
  const stated = goods.goodsItems[index]?.documents ?? []
  const count = Math.max(stated.length, ...rows.map((row) => row + 1))
  return Array.from({ length: count }, (_, row) => row).flatMap((row) => {
    const parts = ['code', 'reference', 'status'].flatMap((name) => {
      const path = `${base}/${row}/${name}`
      const value = (draft[path] ?? valueAt(goods, path)).trim()
      return value === '' ? [] : [[name, value] as const]
    })
    // What else is known of a document stays with it.
    return parts.length === 0 ? [] : [{ ...othersOf(stated[row]), ...Object.fromEntries(parts) }]
  })
}

function othersOf(document: object | undefined): object {
  const {
    code: _code,
    reference: _reference,
    status: _status,
    ...others
  } = (document ?? {}) as {
    readonly code?: string
    readonly reference?: string
    readonly status?: string
  }
  return others
}

/** Facts that are several codes, typed with commas between them. */
const LISTS: ReadonlySet<string> = new Set(['additionalCodes'])

/** The parts of the facts that have several. */
const leavesOf: Readonly<Record<string, readonly string[]>> = {
  preference: ['agreement', 'proof', 'reference'],
  supplementaryQuantity: ['amount', 'unit'],
  invoice: ['number', 'issuedOn'],
  commercialInvoice: ['number', 'issuedOn'],
  unitPrice: ['amount'],
  freight: ['amount'],
  insurance: ['amount'],
  packages: ['count', 'type', 'marks'],
  transport: ['mode', 'carrier', 'nationality', 'identity', 'transportDocument', 'goodsLocation'],
  authorityToAct: ['givenBy', 'representation', 'givenOn', 'reference'],
  incoterm: ['code', 'place'],
}
