import type { Declaration } from '../../declaration/declaration.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import { nearestNamed, type DataElement } from './data-element.ts'
import { declarationStructure } from './declaration-structure.ts'

/** A field of a declaration as people read it: one data element with what was declared in it. */
export interface DeclaredField {
  /** JSON Pointer into the declaration; of the whole where a data element has several parts. */
  readonly path: string
  readonly dataElement: DataElement
  /** Goods item number from 1; absent for what is declared once. */
  readonly itemNumber?: number
  /** The parts of the data element as text, in the order of the message. */
  readonly values: readonly string[]
}

/**
 * What was declared, data element by data element, in the order of the message. Parts of one data
 * element stand together: a document's code, number and status are one field.
 */
export function declaredFields(declaration: Declaration): readonly DeclaredField[] {
  const fields = new Map<string, DeclaredField>()
  for (const leaf of leavesBelow(declaration, declarationStructure, [])) {
    const { path, dataElement } = placeOf(leaf.trail)
    const before = fields.get(path)
    const itemNumber = itemNumberIn(path)
    fields.set(path, {
      ...{ path, dataElement },
      ...(itemNumber !== undefined && { itemNumber }),
      values: [...(before?.values ?? []), leaf.text],
    })
  }
  return [...fields.values()]
}

/** Goods item number from 1 that a path leads through. */
export function itemNumberIn(path: string): number | undefined {
  const index = /^\/goodsShipment\/goodsItems\/(\d+)/.exec(path)?.[1]
  return index === undefined ? undefined : Number(index) + 1
}

interface Step {
  readonly element: string
  readonly field: string
  /** Position among several of its kind, from 0. */
  readonly index?: number
}

interface Leaf {
  readonly trail: readonly Step[]
  readonly text: string
}

function leavesBelow(value: object, node: ElementNode, trail: readonly Step[]): readonly Leaf[] {
  if (node.content.kind === 'value') return []
  const fields = value as Readonly<Record<string, unknown>>
  return node.content.children.flatMap((child) => {
    const { element, field } = child
    const content = fields[field]
    if (content === undefined) return []
    if (!Array.isArray(content)) return leavesAt(content, child, [...trail, { element, field }])
    return content.flatMap((member, index) =>
      leavesAt(member, child, [...trail, { element, field, index }]),
    )
  })
}

function leavesAt(content: unknown, node: ElementNode, trail: readonly Step[]): readonly Leaf[] {
  if (node.content.kind === 'group') return leavesBelow(content as object, node, trail)
  return [{ trail, text: valueText(content) }]
}

/** Amounts carry their currency, quantities their unit; all other values are texts or numbers. */
function valueText(content: unknown): string {
  if (typeof content !== 'object' || content === null) return String(content)
  const { amount, currency, value, unitCode } = content as Readonly<Record<string, string>>
  return [amount ?? value, currency ?? unitCode].filter((part) => part !== undefined).join(' ')
}

function placeOf(trail: readonly Step[]): Pick<DeclaredField, 'path' | 'dataElement'> {
  const named = nearestNamed(trail.map(({ element }) => element))
  const depth = named?.depth ?? trail.length
  return { path: pathOf(trail.slice(0, depth)), dataElement: named?.dataElement ?? nameless(trail) }
}

function pathOf(trail: readonly Step[]): string {
  return trail
    .map(({ field, index }) => (index === undefined ? `/${field}` : `/${field}/${index}`))
    .join('')
}

/** The message's own name of an element that the guide has no name for. */
function nameless(trail: readonly Step[]): DataElement {
  const element = trail.at(-1)?.element ?? ''
  return { number: '-', name: { en: element, zh: element } }
}
