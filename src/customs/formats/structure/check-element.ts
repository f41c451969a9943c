import type { XmlFailure } from '../../xml/read-xml.ts'
import type { XmlElement } from '../../xml/xml-element.ts'
import { attributeFaults } from './value-attributes.ts'
import { valueFault } from './value-format.ts'
import type { ElementNode } from './structure-table.ts'

/** The namespaces of a message family. */
export interface MessageNamespaces {
  readonly elements: string
  /** The element `DateTimeString` inside a date stands in a namespace of its own. */
  readonly dateTimes: string
}

/**
 * Everything in which an element departs from its structure: names, namespaces, order, occurrences,
 * formats of values and attributes. An empty list means that a schema validator accepts it too.
 *
 * @param path of the element, `/Declaration`; failures carry paths below it, with positions from 1.
 */
export function checkElement(
  element: XmlElement,
  node: ElementNode,
  context: { readonly namespaces: MessageNamespaces; readonly path: string },
): readonly XmlFailure[] {
  const check = new StructureCheck(context.namespaces)
  check.element(element, node, context.path)
  return check.failures
}

class StructureCheck {
  readonly failures: XmlFailure[] = []
  readonly #namespaces: MessageNamespaces

  constructor(namespaces: MessageNamespaces) {
    this.#namespaces = namespaces
  }

  element(element: XmlElement, node: ElementNode, path: string): void {
    const { content } = node
    if (content.kind === 'group') {
      this.#attributes(element, 'group', path)
      this.#noText(element, path)
      this.#children(element, content.children, path)
    } else if (content.format.kind === 'dateTime') {
      this.#attributes(element, 'group', path)
      this.#noText(element, path)
      this.#dateTime(element, path)
    } else {
      this.#attributes(element, content.format.kind, path)
      this.#noChildren(element, path)
      const fault = valueFault(content.format, element.text)
      if (fault !== undefined) this.#refuse(element, path, `${node.element}: ${fault}.`)
    }
  }

  /** Children come in the order of the table; each name stands once in it, so one pass decides. */
  #children(parent: XmlElement, nodes: readonly ElementNode[], path: string): void {
    const counts = new Map<ElementNode, number>()
    let position = 0
    for (const child of parent.children) {
      const index = this.#placeOf(child, nodes)
      const node = nodes[index]
      if (node === undefined || index < position) {
        const fault = node === undefined ? 'has no place in' : 'stands too late in'
        this.#refuse(child, `${path}/${child.name}`, `${child.name} ${fault} ${parent.name}.`)
        continue
      }
      position = index
      const count = (counts.get(node) ?? 0) + 1
      counts.set(node, count)
      this.#occurrence(child, node, { count, path })
    }
    for (const node of nodes) {
      if (node.minimum === 0 || counts.has(node)) continue
      this.#refuse(parent, `${path}/${node.element}`, `${parent.name} lacks ${node.element}.`)
    }
  }

  #placeOf(child: XmlElement, nodes: readonly ElementNode[]): number {
    if (child.namespace !== this.#namespaces.elements) return -1
    return nodes.findIndex((node) => node.element === child.name)
  }

  #occurrence(
    child: XmlElement,
    node: ElementNode,
    { count, path }: { readonly count: number; readonly path: string },
  ): void {
    const place = node.maximum > 1 ? `${child.name}[${count}]` : child.name
    if (count > node.maximum) {
      const fault = `${child.name} occurs more than ${node.maximum} times.`
      this.#refuse(child, `${path}/${place}`, fault)
    }
    this.element(child, node, `${path}/${place}`)
  }

  #dateTime(element: XmlElement, path: string): void {
    const [inner, ...others] = element.children
    const isDateTime =
      inner !== undefined &&
      inner.name === 'DateTimeString' &&
      inner.namespace === this.#namespaces.dateTimes
    if (!isDateTime || others.length > 0) {
      this.#refuse(element, path, `${element.name} must hold one DateTimeString.`)
      return
    }
    this.#attributes(inner, 'dateTime', path)
    this.#noChildren(inner, path)
    const fault = valueFault({ kind: 'dateTime' }, inner.text)
    if (fault !== undefined) this.#refuse(inner, path, `${element.name}: ${fault}.`)
  }

  #attributes(
    element: XmlElement,
    kind: Parameters<typeof attributeFaults>[1],
    path: string,
  ): void {
    for (const fault of attributeFaults(element.attributes, kind)) {
      this.#refuse(element, path, `${element.name}: ${fault}.`)
    }
  }

  #noText(element: XmlElement, path: string): void {
    if (/[^\t\n\r ]/.test(element.text)) {
      this.#refuse(element, path, `${element.name} holds text between its elements.`)
    }
  }

  #noChildren(element: XmlElement, path: string): void {
    const [child] = element.children
    if (child !== undefined) {
      this.#refuse(child, path, `${element.name} holds a value and no elements.`)
    }
  }

  #refuse({ line, column }: XmlElement, path: string, message: string): void {
    this.failures.push({ code: 'declaration-invalid', path, message, line, column })
  }
}
