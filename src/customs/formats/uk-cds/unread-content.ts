import type { XmlElement } from '../../xml/xml-element.ts'
import { isoDateTime } from '../structure/read-value.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import { responseStructure } from './response-structure.ts'

/**
 * Paths in a response that our structure does not know, or whose date cannot be understood: what
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
    return node.content.format.kind === 'dateTime' && isOddDate(child) ? [childPath] : []
  })
}

function isOddDate(element: XmlElement): boolean {
  const written = element.children[0]?.text.trim()
  return written !== undefined && isoDateTime(written) === undefined
}
