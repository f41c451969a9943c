import type { Declaration } from '../../../declaration/declaration.ts'
import type { Pointer } from '../../../declaration/element.ts'
import type { Fields } from '../../structure/read-by-structure.ts'
import type { ElementNode } from '../../structure/structure-table.ts'
import { declarationStructure } from '../declaration-structure.ts'

/** One place in which two declarations differ. */
export interface DeclarationChange {
  readonly kind: 'changed' | 'added' | 'removed'
  /** JSON Pointer into the later declaration; into the earlier one where the place is removed. */
  readonly fieldPath: string
  /** The same place as CDS points to it, from the declaration (`42A`) down. */
  readonly pointers: readonly Pointer[]
  /** The element that changes, by the table of the message. */
  readonly element: ElementNode
}

/** What changes between two declarations, and the fields that say so. */
export interface DeclarationChanges {
  readonly changes: readonly DeclarationChange[]
  /**
   * The later values and nothing else. Members with a number of their own (goods items, packages)
   * stand under it, other lists stand whole, because their members are known by their place only.
   */
  readonly body: Declaration
}

/** Compares two declarations place by place. Equal ones have no changes and an empty body. */
export function changesBetween(before: Declaration, after: Declaration): DeclarationChanges {
  const root: Place = {
    fieldPath: '',
    pointers: [{ sequenceNumber: 1, documentSectionCode: '42A' }],
  }
  const { changes, body } = inGroup(fieldsOf(before), fieldsOf(after), {
    place: root,
    nodes: declarationStructure.content.children,
  })
  return { changes, body: (body ?? {}) as unknown as Declaration }
}

interface Place {
  readonly fieldPath: string
  readonly pointers: readonly Pointer[]
}

interface Compared {
  readonly changes: readonly DeclarationChange[]
  readonly body?: unknown
}

interface Group {
  readonly place: Place
  readonly nodes: readonly ElementNode[]
}

const nothing: Compared = { changes: [] }

function inGroup(before: Fields, after: Fields, { place, nodes }: Group): Compared {
  const compared = nodes.map((node) => ({
    field: node.field,
    ...inNode({ before: before[node.field], after: after[node.field] }, node, place),
  }))
  const bodies = compared.filter(({ body }) => body !== undefined)
  return {
    changes: compared.flatMap(({ changes }) => changes),
    ...(bodies.length > 0 && {
      body: Object.fromEntries(bodies.map(({ field, body }) => [field, body])),
    }),
  }
}

interface Pair {
  readonly before: unknown
  readonly after: unknown
}

function inNode(pair: Pair, node: ElementNode, around: Place): Compared {
  if (node.maximum === 1) return inOne(pair, node, stepInto(node, around, { number: 1, field: '' }))
  const before = (pair.before ?? []) as readonly unknown[]
  const after = (pair.after ?? []) as readonly unknown[]
  return isNumbered(node)
    ? inNumberedList(before, after, { node, around })
    : inPlainList(before, after, { node, around })
}

/** A place that stands once, or one member of a list. */
function inOne({ before, after }: Pair, node: ElementNode, place: Place): Compared {
  if (isSame(before, after)) return nothing
  const change = (kind: DeclarationChange['kind']): DeclarationChange => ({
    ...{ kind, ...place, element: node },
  })
  if (before === undefined) return { changes: [change('added')], body: after }
  if (after === undefined) return { changes: [change('removed')] }
  if (node.content.kind === 'value') return { changes: [change('changed')], body: after }
  return inGroup(before as Fields, after as Fields, { place, nodes: node.content.children })
}

interface ListPlace {
  readonly node: ElementNode
  readonly around: Place
}

interface Numbered {
  readonly sequenceNumber: number
}

function inNumberedList(
  before: readonly unknown[],
  after: readonly unknown[],
  { node, around }: ListPlace,
): Compared {
  const earlier = membersByNumber(before)
  const later = membersByNumber(after)
  const numbers = [...new Set([...earlier.keys(), ...later.keys()])].sort((a, b) => a - b)
  const compared = numbers.map((number) => {
    const [from, to] = [earlier.get(number), later.get(number)]
    const field = String((to ?? from)!.index)
    const pair = { before: from?.member, after: to?.member }
    return { number, ...inOne(pair, node, stepInto(node, around, { number, field })) }
  })
  const bodies = compared.flatMap(({ number, body }) =>
    body === undefined ? [] : [{ ...(body as Fields), sequenceNumber: number }],
  )
  return {
    changes: compared.flatMap(({ changes }) => changes),
    ...(bodies.length > 0 && { body: bodies }),
  }
}

function membersByNumber(members: readonly unknown[]) {
  return new Map(
    members.map((member, index) => [(member as Numbered).sequenceNumber, { member, index }]),
  )
}

function inPlainList(
  before: readonly unknown[],
  after: readonly unknown[],
  { node, around }: ListPlace,
): Compared {
  const length = Math.max(before.length, after.length)
  const changes = Array.from({ length }, (_, index) => {
    const place = stepInto(node, around, { number: index + 1, field: String(index) })
    return inOne({ before: before[index], after: after[index] }, node, place).changes
  }).flat()
  return { changes, ...(changes.length > 0 && after.length > 0 && { body: after }) }
}

interface Step {
  /** Position among siblings from 1, or the member's own number. */
  readonly number: number
  /** Position in our list; empty where the place stands once. */
  readonly field: string
}

/** A class is one step of the pointer; a field is the tag of the last step. */
function stepInto(node: ElementNode, around: Place, { number, field }: Step): Place {
  const fieldPath = [around.fieldPath, node.field, ...(field === '' ? [] : [field])].join('/')
  if (node.content.kind === 'group') {
    const step = { sequenceNumber: number, documentSectionCode: node.wcoId }
    return { fieldPath, pointers: [...around.pointers, step] }
  }
  const last = around.pointers.at(-1)!
  return { fieldPath, pointers: [...around.pointers.slice(0, -1), { ...last, tagId: node.wcoId }] }
}

function isNumbered({ content }: ElementNode): boolean {
  return (
    content.kind === 'group' &&
    content.children.some(({ element }) => element === 'SequenceNumeric')
  )
}

/** Fields are plain data, read or filled in the order of the table or of the model. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false
  const keys = new Set([...definedKeys(left), ...definedKeys(right)])
  return [...keys].every((key) => isSame((left as Fields)[key], (right as Fields)[key]))
}

function definedKeys(fields: object): readonly string[] {
  return Object.keys(fields).filter((key) => (fields as Fields)[key] !== undefined)
}

function fieldsOf(declaration: Declaration): Fields {
  return declaration as unknown as Fields
}
