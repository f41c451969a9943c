import { type ValueFormat, valueFormat } from './value-format.ts'

/** One element of a message: where it stands, how often, what it holds and our field for it. */
export interface ElementNode {
  /** Local name in the message. */
  readonly element: string
  /** Id of the class or field in the WCO Data Model, by which pointers name it. */
  readonly wcoId: string
  readonly minimum: 0 | 1
  readonly maximum: number
  /** Name of the field in our model; of a list of values where `maximum` is over one. */
  readonly field: string
  readonly content: GroupContent | ValueContent
}

/** Content of an element that only holds other elements. */
export interface GroupContent {
  readonly kind: 'group'
  /** In the order in which the message has them. */
  readonly children: readonly ElementNode[]
  /** Whether they may stand in any order, each at most once. */
  readonly inAnyOrder?: true
}

/** Content of an element that holds a single value. */
export interface ValueContent {
  readonly kind: 'value'
  readonly format: ValueFormat
}

/**
 * Structures that occur in several places of a message, by the name that tables refer to with `@`.
 */
export type Fragments = ReadonlyMap<string, readonly ElementNode[]>

/**
 * Reads a structure table: one element a line, children indented by two blanks below it.
 *
 *     element            WCO id  occurs  content        field
 *     ExportCountry      95B     0..1    group          exportCountry
 *       ID               062     0..1    code a2        countryCode
 *     Destination        99B     0..1    @destination   destination
 *
 * The content is `group`, `all` (a group in any order), `@` and the name of a fragment whose elements it has, or a value format.
 *
 * @throws TypeError on a line that is not understood: the tables are part of the code.
 */
export function structureTable(table: string, fragments: Fragments = new Map()): ElementNode[] {
  const roots: ElementNode[] = []
  const openGroups: ElementNode[][] = [roots]
  for (const line of table.split('\n')) {
    if (line.trim() === '') continue
    const { depth, node, children } = readLine(line, fragments)
    const siblings = openGroups[depth]
    if (siblings === undefined) throw new TypeError(`indented too far: ${line}`)
    siblings.push(node)
    openGroups.length = depth + 1
    if (children !== undefined) openGroups.push(children)
  }
  return roots
}

/** The fragments that later tables refer to; a fragment may use those before it. */
export function structureFragments(tables: Readonly<Record<string, string>>): Fragments {
  const fragments = new Map<string, readonly ElementNode[]>()
  for (const [name, table] of Object.entries(tables)) {
    fragments.set(name, structureTable(table, fragments))
  }
  return fragments
}

const LINE = /^( *)([\w-]+) +([\w-]+) +(1|[01]\.\.(?:1|999|n)) +(.+?) +(\w+)$/

interface TableLine {
  readonly depth: number
  readonly node: ElementNode
  /** The list that the following, deeper lines go into. */
  readonly children?: ElementNode[]
}

function readLine(line: string, fragments: Fragments): TableLine {
  const match = LINE.exec(line)
  if (match === null) throw new TypeError(`not a line of a structure table: ${line}`)
  const [, indent = '', element = '', wcoId = '', occurs = '', content = '', field = ''] = match
  const depth = indent.length / 2
  const head = { element, wcoId, field, ...occurrences(occurs) }
  if (content === 'group' || content === 'all') {
    const children: ElementNode[] = []
    const order = content === 'all' ? { inAnyOrder: true as const } : {}
    return { depth, node: { ...head, content: { kind: 'group', children, ...order } }, children }
  }
  if (content.startsWith('@')) {
    const children = fragments.get(content.slice(1))
    if (children === undefined) throw new TypeError(`unknown fragment: ${line}`)
    return { depth, node: { ...head, content: { kind: 'group', children } } }
  }
  return { depth, node: { ...head, content: { kind: 'value', format: valueFormat(content) } } }
}

function occurrences(notation: string): { minimum: 0 | 1; maximum: number } {
  if (notation === '1') return { minimum: 1, maximum: 1 }
  const upper = notation.slice('0..'.length)
  return {
    minimum: notation.startsWith('1') ? 1 : 0,
    maximum: upper === 'n' ? Infinity : Number(upper),
  }
}
