/** An element to be written; `undefined` children are left out, so optional parts read plainly. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string | readonly (XmlNode | undefined)[]
}

type Content = string | readonly (XmlNode | undefined)[]

/** @example node('ID', '24GB…') or node('Status', [node('NameCode', '4')]) */
export function node(
  name: string,
  content: Content = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  return { name, attributes, content }
}

/** A node with text, or nothing where the text is absent. */
export function optionalNode(name: string, text: string | undefined): XmlNode | undefined {
  return text === undefined ? undefined : node(name, text)
}

/** Writes the document with its XML declaration and without insignificant space. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(root)}`
}

function writeNode(element: XmlNode): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
  const content =
    typeof element.content === 'string'
      ? escapeXml(element.content)
      : element.content.map((child) => (child === undefined ? '' : writeNode(child))).join('')
  return content === ''
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${content}</${element.name}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

// Control characters have no form in XML 1.0 at all; free text typed by people may contain them.
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character]!)
}
