/** An element to be written. The name carries its prefix; text and children exclude each other. */
export interface XmlContent {
  readonly name: string
  readonly attributes?: readonly (readonly [name: string, value: string])[]
  readonly children?: readonly XmlContent[]
  readonly text?: string
}

/**
 * Writes a document in one fixed layout: the same content always gives the same text, so that a
 * hash of it identifies what was sent.
 *
 * @throws TypeError on characters that XML 1.0 cannot carry; see {@link isXmlText}.
 */
export function writeXml(root: XmlContent): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  writeElement(root, '', parts)
  return parts.join('')
}

function writeElement(content: XmlContent, indent: string, parts: string[]): void {
  parts.push(indent, '<', content.name)
  for (const [name, value] of content.attributes ?? []) {
    parts.push(' ', name, '="', escapeAttribute(value), '"')
  }
  const children = content.children ?? []
  if (children.length > 0) {
    parts.push('>\n')
    for (const child of children) writeElement(child, `${indent}  `, parts)
    parts.push(indent, '</', content.name, '>\n')
  } else if (content.text !== undefined) {
    parts.push('>', escapeText(content.text), '</', content.name, '>\n')
  } else {
    parts.push('/>\n')
  }
}

/**
 * Whether XML 1.0 can carry the text: no control characters but tab and line ends, no half of a
 * surrogate pair, neither U+FFFE nor U+FFFF.
 */
export function isXmlText(text: string): boolean {
  return !ILLEGAL.test(text)
}

// With the `u` flag a pair of surrogates is one character, so the range matches lone halves only.
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

const TEXT_SPECIALS = /[&<>\r]/g
const ATTRIBUTE_SPECIALS = /[&<>"\t\n\r]/g

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function escapeText(text: string): string {
  return escape(text, TEXT_SPECIALS)
}

function escapeAttribute(text: string): string {
  return escape(text, ATTRIBUTE_SPECIALS)
}

function escape(text: string, specials: RegExp): string {
  if (!isXmlText(text)) throw new TypeError(`XML cannot carry the text ${JSON.stringify(text)}`)
  return text.replace(specials, (character) => escapes[character] ?? character)
}
