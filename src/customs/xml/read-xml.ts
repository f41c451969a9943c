import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Failure } from '../result.ts'
import { failure, success, type Result } from '../result.ts'
import type { XmlAttribute, XmlElement, XmlPosition } from './xml-element.ts'

/** What a document may cost. The defaults hold the largest declaration of 999 goods items. */
export interface XmlLimits {
  readonly maximumBytes: number
  readonly maximumDepth: number
}

const defaultLimits: XmlLimits = { maximumBytes: 16_000_000, maximumDepth: 40 }

/** A failure that points into the document. */
export type XmlFailure = Failure & XmlPosition

/**
 * Reads a document from untrusted bytes into a tree.
 *
 * Only UTF-8 is read. A document type declaration is refused as such, because it is the one way in
 * which XML can make a reader expand entities or fetch files; no customs message needs it.
 *
 * @returns the root element, or one failure with line and column: `too-large`, or
 *   `message-unreadable` where the document is not well-formed.
 */
export function readXml(
  document: Uint8Array | string,
  limits: XmlLimits = defaultLimits,
): Result<XmlElement> {
  if (document.length > limits.maximumBytes) {
    return failure({
      ...at({ line: 1, column: 1 }, `The document is larger than ${limits.maximumBytes} bytes.`),
      code: 'too-large',
    })
  }
  const text = typeof document === 'string' ? document : decodeUtf8(document)
  if (text === undefined) return failure(at({ line: 1, column: 1 }, 'The bytes are not UTF-8.'))
  try {
    return success(parse(text, limits))
  } catch (error) {
    if (error instanceof Unreadable) return failure(at(error.position, error.message))
    throw error
  }
}

class Unreadable extends Error {
  readonly position: XmlPosition

  constructor(message: string, position: XmlPosition) {
    super(message)
    this.position = position
  }
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

function parse(text: string, limits: XmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const tree = new TreeBuilder()
  let start: XmlPosition = { line: 1, column: 1 }
  const here = (): XmlPosition => ({ line: parser.line, column: Math.max(1, parser.columnIndex) })
  const refuse = (message: string): never => {
    throw new Unreadable(message, here())
  }
  parser.on('error', (error) => refuse(`The document is not well-formed: ${reasonOf(error)}.`))
  parser.on('doctype', () => refuse('A document type declaration is not accepted.'))
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (!/^utf-8$/i.test(encoding)) refuse(`The encoding ${encoding} is not accepted, only UTF-8.`)
  })
  parser.on('opentagstart', ({ name }) => {
    start = startOfTag(here(), name)
  })
  parser.on('opentag', (tag) => {
    if (tree.depth >= limits.maximumDepth) refuse('The elements are nested too deeply.')
    tree.open(elementOf(tag, start))
  })
  parser.on('text', (part) => tree.addText(part))
  parser.on('cdata', (part) => tree.addText(part))
  parser.on('closetag', () => tree.close())
  parser.write(text).close()
  return tree.root ?? refuse('The document has no element.')
}

/** Puts elements into each other as their tags open and close. */
class TreeBuilder {
  root: XmlElement | undefined
  readonly #open: OpenElement[] = []

  get depth(): number {
    return this.#open.length
  }

  open(element: OpenElement): void {
    const parent = this.#open.at(-1)
    if (parent === undefined) this.root = element
    else parent.children.push(element)
    this.#open.push(element)
  }

  close(): void {
    this.#open.pop()
  }

  /** Blanks before and after the root belong to no element. */
  addText(part: string): void {
    const innermost = this.#open.at(-1)
    if (innermost !== undefined) innermost.text += part
  }
}

/** Back from the character after a tag's name to its `<`; a line end there is on the line before. */
function startOfTag({ line, column }: XmlPosition, name: string): XmlPosition {
  const start = column - name.length - 1
  return start > 0 ? { line, column: start } : { line: Math.max(1, line - 1), column: 1 }
}

const XMLNS = 'http://www.w3.org/2000/xmlns/'

function elementOf(tag: SaxesTagNS, start: XmlPosition): OpenElement {
  const attributes: XmlAttribute[] = []
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri !== XMLNS) attributes.push({ namespace: uri, name: local, value })
  }
  return { namespace: tag.uri, name: tag.local, attributes, children: [], text: '', ...start }
}

/** Saxes puts its own position before the reason; ours is told apart. */
function reasonOf(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function at(position: XmlPosition, message: string): XmlFailure {
  return { code: 'message-unreadable', path: '', message, ...position }
}
