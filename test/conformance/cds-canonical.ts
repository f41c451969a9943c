import type { XmlElement } from '../../src/customs/xml/xml-element.ts'
import type { XmlContent } from '../../src/customs/xml/write-xml.ts'

/** What a message says, apart from prefixes, comments, schema hints and blanks around values. */
export interface CanonicalElement {
  readonly name: string
  readonly attributes: readonly string[]
  readonly text: string
  readonly children: readonly CanonicalElement[]
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

export function canonical(element: XmlElement): CanonicalElement {
  return {
    name: `{${element.namespace}}${element.name}`,
    attributes: element.attributes
      .filter(({ namespace }) => namespace !== XSI)
      .map(({ namespace, name, value }) => `{${namespace}}${name}=${value}`)
      .sort(),
    text: element.children.length > 0 ? '' : element.text.trim(),
    children: element.children.map(canonical),
  }
}

/** The element paths that occur, with their attributes: `Declaration/InvoiceAmount@currencyID`. */
export function pathsOf(element: CanonicalElement, parent = ''): readonly string[] {
  const path = `${parent}/${element.name.replace(/^\{.*\}/, '')}`
  return [
    path,
    ...element.attributes.map((each) => `${path}@${each.replace(/^\{.*?\}/, '').split('=')[0]}`),
    ...element.children.flatMap((child) => pathsOf(child, path)),
  ]
}

/** Writes a tree with a namespace declaration on every element, so that any tree can be written. */
export function contentOf(element: XmlElement): XmlContent {
  const declared: [string, string][] = [['xmlns', element.namespace]]
  const attributes = element.attributes
    .filter(({ namespace }) => namespace !== XSI)
    .map(({ namespace, name, value }, index): [string, string] => {
      if (namespace === '') return [name, value]
      declared.push([`xmlns:a${index}`, namespace])
      return [`a${index}:${name}`, value]
    })
  const head = { name: element.name, attributes: [...declared, ...attributes] }
  return element.children.length > 0
    ? { ...head, children: element.children.map(contentOf) }
    : { ...head, text: element.text }
}
