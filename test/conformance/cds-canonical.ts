import type { XmlElement } from '../../src/customs/xml/xml-element.ts'

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
