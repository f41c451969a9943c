import type { XmlContent } from './write-xml.ts'
import type { XmlElement } from './xml-element.ts'

const XML = 'http://www.w3.org/XML/1998/namespace'
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * A tree that was read, to be written again: with a namespace declaration on every element, so that
 * any tree can be, and without hints where schemas lie.
 */
export function contentToWrite(element: XmlElement): XmlContent {
  const declared: [string, string][] = [['xmlns', element.namespace]]
  const attributes = element.attributes
    .filter(({ namespace }) => namespace !== XSI)
    .map(({ namespace, name, value }, index): [string, string] => {
      if (namespace === '') return [name, value]
      if (namespace === XML) return [`xml:${name}`, value]
      declared.push([`xmlns:a${index}`, namespace])
      return [`a${index}:${name}`, value]
    })
  const head = { name: element.name, attributes: [...declared, ...attributes] }
  return element.children.length > 0
    ? { ...head, children: element.children.map(contentToWrite) }
    : { ...head, text: element.text }
}
