import type { XmlElement } from '../../xml/xml-element.ts'
import { isoDateTime } from '../structure/read-value.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import type { ValueFormat } from '../structure/value-format.ts'
import { responseStructure } from './response-structure.ts'
import { decimalOf } from './response-values.ts'

/**
 * Paths in a response that our structure does not know, or whose date or number cannot be understood: what
 * somebody should look at when an authority begins to say new things.
 */
export function unreadPaths(response: XmlElement): readonly string[] {
  const declarations = response.children.filter(({ name }) => name === 'Declaration')
  const amended = declarations[1]
  const children = response.children.filter((child) => child !== amended)
  return unreadBelow({ ...response, children }, responseStructure.content.children, 'Response')
}

function unreadBelow(
  element: XmlElement,
  nodes: readonly ElementNode[],
  path: string,
): readonly string[] {
  return element.children.flatMap((child) => {
    const childPath = `${path}/${child.name}`
    const node = nodes.find((candidate) => candidate.element === child.name)
    if (node === undefined) return [childPath]
    if (node.content.kind === 'group') return unreadBelow(child, node.content.children, childPath)
    return isOddValue(child, node.content.format) ? [childPath] : []
  })
}

/** Whether there is a date or number that cannot be understood; an empty element says nothing. */
function isOddValue(element: XmlElement, format: ValueFormat): boolean {
  if (format.kind === 'dateTime') {
    const written = element.children[0]?.text.trim()
    return written !== undefined && isoDateTime(written) === undefined
  }
  if (format.kind === 'code' || format.kind === 'id' || format.kind === 'text') return false
  return element.text.trim() !== '' && decimalOf(element) === undefined
}
