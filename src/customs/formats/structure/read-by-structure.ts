import { type Failure, type Result, resultOf } from '../../result.ts'
import type { XmlElement } from '../../xml/xml-element.ts'
import { readValue } from './read-value.ts'
import type { ElementNode } from './structure-table.ts'

/** Fields by name, as a structure table names them. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the children of an element into fields. Names decide, not namespaces or order, so that
 * messages exported without namespaces can be read too; `checkElement` is the strict judge.
 *
 * @returns the fields, or every element that has no field and every value that cannot be held,
 *   with the element path in the message.
 */
export function readByStructure(
  element: XmlElement,
  nodes: readonly ElementNode[],
): Result<Fields> {
  const { fields, unheld } = readAsFarAsHeld(element, nodes)
  return resultOf(unheld, () => fields)
}

/** Fields as far as they could be read, and a failure for everything that has no field. */
export interface PartialReading {
  readonly fields: Fields
  /** Their `path` is the element path: `/Declaration/GoodsShipment/Odd`. */
  readonly unheld: readonly Failure[]
}

/** The same where what can be read is wanted even if something cannot. */
export function readAsFarAsHeld(
  element: XmlElement,
  nodes: readonly ElementNode[],
): PartialReading {
  const unheld: Failure[] = []
  const fields = readGroup(element, nodes, { path: `/${element.name}`, failures: unheld })
  return { fields, unheld }
}

interface Reading {
  readonly path: string
  readonly failures: Failure[]
}

function readGroup(
  element: XmlElement,
  nodes: readonly ElementNode[],
  { path, failures }: Reading,
): Fields {
  const fields: Record<string, unknown> = {}
  if (/[^\t\n\r ]/.test(element.text)) failures.push(unheld(path, 'it holds text between elements'))
  for (const child of element.children) {
    const childPath = `${path}/${child.name}`
    const node = nodes.find((candidate) => candidate.element === child.name)
    if (node === undefined) {
      failures.push(unheld(childPath, `no field holds it (line ${child.line})`))
    } else if (node.maximum === 1 && fields[node.field] !== undefined) {
      failures.push(unheld(childPath, 'it occurs more than once'))
    } else {
      keep(fields, node, readContent(child, node, { path: childPath, failures }))
    }
  }
  return fields
}

/** A repeated field grows by one, a single one takes the value. */
function keep(fields: Record<string, unknown>, node: ElementNode, value: unknown): void {
  const present = fields[node.field] as unknown[] | undefined
  if (node.maximum === 1) fields[node.field] = value
  else if (present === undefined) fields[node.field] = [value]
  else present.push(value)
}

function readContent(element: XmlElement, node: ElementNode, reading: Reading): unknown {
  if (node.content.kind === 'group') return readGroup(element, node.content.children, reading)
  const value = readValue(element, node.content.format)
  if (value.ok) return value.value
  for (const failure of value.failures) {
    reading.failures.push({ ...failure, path: reading.path })
  }
  return undefined
}

function unheld(path: string, reason: string): Failure {
  return { code: 'message-unreadable', path, message: `${path} cannot be read: ${reason}.` }
}
