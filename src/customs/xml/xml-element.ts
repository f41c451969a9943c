/** Where something stands in a document: line and column from 1. */
export interface XmlPosition {
  readonly line: number
  readonly column: number
}

/** An element as read, with its namespace resolved. Comments and instructions are not kept. */
export interface XmlElement extends XmlPosition {
  /** Namespace name; `''` for none. */
  readonly namespace: string
  /** Local name, without prefix. */
  readonly name: string
  /** Attributes without the namespace declarations. */
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** The character data directly inside, whitespace untouched; children's text is not in it. */
  readonly text: string
}

/** An attribute with its namespace resolved; prefixes are the sender's choice and mean nothing. */
export interface XmlAttribute {
  /** `''` for none, which also holds for attributes without prefix inside a default namespace. */
  readonly namespace: string
  readonly name: string
  readonly value: string
}

/** The value of an attribute in no namespace. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((each) => each.namespace === '' && each.name === name)?.value
}

/** All children of that local name, whatever their namespace, in document order. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child of that local name, whatever its namespace. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}

/** The first element at or below, in document order, that satisfies the test. */
export function findElement(
  element: XmlElement,
  test: (candidate: XmlElement) => boolean,
): XmlElement | undefined {
  if (test(element)) return element
  for (const child of element.children) {
    const found = findElement(child, test)
    if (found !== undefined) return found
  }
  return undefined
}
