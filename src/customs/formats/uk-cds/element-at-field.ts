import type { XmlElement } from '../../xml/xml-element.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import { declarationStructure } from './declaration-structure.ts'

/** Where a field of our declaration stands in the message that it was read from. */
export interface ElementAtField {
  /** With positions from 1 among those of the same name: `/Declaration/GoodsShipment/...[2]`. */
  readonly path: string
  readonly element: XmlElement
}

/**
 * The element that holds a field, or the nearest one around it where the message has none for it.
 *
 * @param pointer JSON Pointer into the declaration
 */
export function elementAtField(declaration: XmlElement, pointer: string): ElementAtField {
  let found: ElementAtField = { path: `/${declaration.name}`, element: declaration }
  let node: ElementNode = declarationStructure
  const steps = pointer.split('/').slice(1)
  for (const [index, step] of steps.entries()) {
    if (/^\d+$/.test(step)) continue
    const next: ElementNode | undefined = childByField(node, step)
    if (next === undefined) return found
    const position = Number(steps[index + 1] ?? '0') || 0
    const element = found.element.children.filter(({ name }) => name === next.element)[position]
    if (element === undefined) return found
    const place = next.maximum > 1 ? `${next.element}[${position + 1}]` : next.element
    found = { path: `${found.path}/${place}`, element }
    node = next
  }
  return found
}

function childByField({ content }: ElementNode, field: string): ElementNode | undefined {
  return content.kind === 'group'
    ? content.children.find((child) => child.field === field)
    : undefined
}
