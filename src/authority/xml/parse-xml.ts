import { SaxesParser } from 'saxes'
import { failure, success, type Result } from '../../customs/result.ts'
import type { XmlElement } from './xml-element.ts'

/** No message of the interface nests deeper or holds more; beyond that the text is an attack. */
const MAX_DEPTH = 32
const MAX_ELEMENTS = 60_000

interface OpenElement {
  readonly name: string
  readonly namespace: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  readonly line: number
  text: string
}

class UnacceptableXml extends Error {}

/**
 * Reads the bytes of a message into a tree. Only UTF-8 is taken; a document type declaration and
 * with it every custom entity is refused, so that no text can expand or reach outside itself.
 *
 * @returns the root element, or a `message-unreadable` failure that names the line
 */
export function parseXml(bytes: Uint8Array): Result<XmlElement> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return unreadable('the text is not UTF-8')
  }
  try {
    return parseText(text)
  } catch (error) {
    if (error instanceof UnacceptableXml) return unreadable(error.message)
    throw error
  }
}

function parseText(text: string): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: OpenElement[] = []
  let root: XmlElement | undefined
  let elements = 0
  let startLine = 1

  parser.on('error', (error) => {
    throw new UnacceptableXml(error.message)
  })
  parser.on('doctype', () => {
    throw new UnacceptableXml(`line ${parser.line}: a document type declaration is not allowed`)
  })
  parser.on('opentagstart', () => {
    startLine = parser.line
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > MAX_ELEMENTS) throw new UnacceptableXml(`more than ${MAX_ELEMENTS} elements`)
    if (open.length >= MAX_DEPTH) throw new UnacceptableXml(`nested deeper than ${MAX_DEPTH}`)
    const attributes = Object.fromEntries(
      Object.values(tag.attributes)
        .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
        .map((attribute) => [attribute.local, attribute.value]),
    )
    open.push({
      name: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      line: startLine,
      text: '',
    })
  })
  const addText = (characters: string): void => {
    const current = open.at(-1)
    if (current !== undefined) current.text += characters
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()!
    const element: XmlElement = { ...closed, text: closed.text.trim() }
    const parent = open.at(-1)
    if (parent === undefined) root = element
    else parent.children.push(element)
  })
  parser.write(text).close()
  return root === undefined ? unreadable('there is no element') : success(root)
}

function unreadable(reason: string): Result<XmlElement> {
  return failure({
    code: 'message-unreadable',
    path: '',
    message: `The message is no well-formed XML document: ${reason}.`,
  })
}
