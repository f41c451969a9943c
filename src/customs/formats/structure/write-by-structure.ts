import type { XmlContent } from '../../xml/write-xml.ts'
import type { Fields } from './read-by-structure.ts'
import type { ElementNode } from './structure-table.ts'
import { writeValue } from './write-value.ts'

/**
 * Writes fields as elements, in the order of the structure table; the reverse of `readByStructure`.
 *
 * @param dateTimePrefix namespace prefix of `DateTimeString`
 * @throws TypeError when a field has no place in the table: the model and the table have parted.
 */
export function writeByStructure(
  fields: Fields,
  nodes: readonly ElementNode[],
  dateTimePrefix: string,
): XmlContent[] {
  const contents: XmlContent[] = []
  let written = 0
  for (const node of nodes) {
    const value = fields[node.field]
    if (value === undefined) continue
    written += 1
    const occurrences = node.maximum === 1 ? [value] : (value as readonly unknown[])
    for (const occurrence of occurrences) {
      contents.push(writeNode(occurrence, node, dateTimePrefix))
    }
  }
  if (written < definedFieldCount(fields)) {
    const known = new Set(nodes.map(({ field }) => field))
    const unknown = Object.keys(fields).filter((field) => !known.has(field))
    throw new TypeError(`the message has no element for ${unknown.join(', ')}`)
  }
  return contents
}

function writeNode(value: unknown, node: ElementNode, dateTimePrefix: string): XmlContent {
  const { element: name, content } = node
  if (content.kind === 'value') {
    return writeValue(name, value, { format: content.format, dateTimePrefix })
  }
  return { name, children: writeByStructure(value as Fields, content.children, dateTimePrefix) }
}

function definedFieldCount(fields: Fields): number {
  let count = 0
  for (const field in fields) if (fields[field] !== undefined) count += 1
  return count
}
