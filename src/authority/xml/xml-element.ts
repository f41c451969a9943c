/** One element of a received message, with its place in the text so that a finding can point at it. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string
  /** Namespace URI, `''` where there is none. */
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Own character data, trimmed. */
  readonly text: string
  /** Line of the start tag, from 1. */
  readonly line: number
}

/** The first child of that name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name)
}

/**
 * All children of that name, in the order of the message; none where the parent itself is absent,
 * so that optional parts need no asking.
 */
export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? []
}

/** The element at the end of a path of first children. */
export function elementAt(
  start: XmlElement | undefined,
  ...path: string[]
): XmlElement | undefined {
  return path.reduce(childOf, start)
}

/** The text at the end of a path, absent where an element is missing or has no text. */
export function textAt(start: XmlElement | undefined, ...path: string[]): string | undefined {
  const text = elementAt(start, ...path)?.text
  return text === undefined || text === '' ? undefined : text
}
