import type { BilingualText } from '../../bilingual-text.ts'
import type { XmlFailure } from '../../xml/read-xml.ts'
import type { XmlElement } from '../../xml/xml-element.ts'
import { attributeFaults } from './value-attributes.ts'
import { valueFault } from './value-format.ts'
import type { ElementNode, GroupContent } from './structure-table.ts'

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
      this.#children(element, content, path)
    } else if (content.format.kind === 'dateTime') {
      this.#attributes(element, 'group', path)
      this.#noText(element, path)
      this.#dateTime(element, path)
    } else {
      this.#attributes(element, content.format.kind, path)
      this.#noChildren(element, path)
      const fault = valueFault(content.format, element.text)
      if (fault !== undefined) this.#refuse(element, path, faultOf(node.element, fault))
    }
  }

  /** Children come in the order of the table; each name stands once in it, so one pass decides. */
  #children(parent: XmlElement, { children: nodes, inAnyOrder }: GroupContent, path: string): void {
    const counts = new Map<ElementNode, number>()
    let position = 0
    for (const child of parent.children) {
      const index = this.#placeOf(child, nodes)
      const node = nodes[index]
      if (node === undefined || (index < position && inAnyOrder !== true)) {
        const fault =
          node === undefined
            ? { en: 'has no place in', zh: '不应出现在' }
            : { en: 'stands too late in', zh: '位置过后，应更早出现在' }
        this.#refuse(child, `${path}/${child.name}`, {
          en: `${child.name} ${fault.en} ${parent.name}.`,
          zh: `${child.name} ${fault.zh} ${parent.name} 中。`,
        })
        continue
      }
      position = index
      const count = (counts.get(node) ?? 0) + 1
      counts.set(node, count)
      this.#occurrence(child, node, { count, path })
    }
    for (const node of nodes) {
      if (node.minimum === 0 || counts.has(node)) continue
      this.#refuse(parent, `${path}/${node.element}`, {
        en: `${parent.name} lacks ${node.element}.`,
        zh: `${parent.name} 缺少 ${node.element}。`,
      })
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
      const fault = {
        en: `${child.name} occurs more than ${node.maximum} times.`,
        zh: `${child.name} 出现超过${node.maximum}次。`,
      }
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
      this.#refuse(element, path, {
        en: `${element.name} must hold one DateTimeString.`,
        zh: `${element.name} 必须含有一个 DateTimeString。`,
      })
      return
    }
    this.#attributes(inner, 'dateTime', path)
    this.#noChildren(inner, path)
    const fault = valueFault({ kind: 'dateTime' }, inner.text)
    if (fault !== undefined) this.#refuse(inner, path, faultOf(element.name, fault))
  }

  #attributes(
    element: XmlElement,
    kind: Parameters<typeof attributeFaults>[1],
    path: string,
  ): void {
    for (const fault of attributeFaults(element.attributes, kind)) {
      this.#refuse(element, path, faultOf(element.name, fault))
    }
  }

  #noText(element: XmlElement, path: string): void {
    if (/[^\t\n\r ]/.test(element.text)) {
      this.#refuse(element, path, {
        en: `${element.name} holds text between its elements.`,
        zh: `${element.name} 的元素之间有文本。`,
      })
    }
  }

  #noChildren(element: XmlElement, path: string): void {
    const [child] = element.children
    if (child !== undefined) {
      this.#refuse(child, path, {
        en: `${element.name} holds a value and no elements.`,
        zh: `${element.name} 只能有值，不能有元素。`,
      })
    }
  }

  #refuse({ line, column }: XmlElement, path: string, { en, zh }: BilingualText): void {
    this.failures.push({
      code: 'declaration-invalid',
      path,
      message: en,
      zh: { message: zh },
      line,
      column,
    })
  }
}

/** A fault of a value or an attribute as a sentence about its element. */
function faultOf(element: string, { en, zh }: BilingualText): BilingualText {
  return { en: `${element}: ${en}.`, zh: `${element}：${zh}。` }
}
