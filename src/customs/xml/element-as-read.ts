import type { XmlContent } from './write-xml.ts'
import type { XmlAttribute, XmlElement } from './xml-element.ts'

/**
 * A document that is about to be written, as a reader will find it: names resolved, only text that
 * stands in elements without children. What is checked on it need not be read back first. Positions
 * are 0, since nothing has been written yet.
 *
 * @throws TypeError on a prefix that no element around it declares.
 */
export function elementAsRead(content: XmlContent, around: Prefixes = noPrefixes): XmlElement {
  const declared = (content.attributes ?? []).filter(([attribute]) => isDeclaration(attribute))
  const prefixes = declared.length === 0 ? around : withDeclared(around, declared)
  const { namespace, name } = resolve(content.name, prefixes)
  return {
    namespace,
    name,
    line: 0,
    column: 0,
    attributes: attributesOf(content, prefixes),
    children: (content.children ?? []).map((child) => elementAsRead(child, prefixes)),
    text: content.text ?? '',
  }
}

/** Few elements declare a prefix; all below share the same map. */
type Prefixes = ReadonlyMap<string, string>

const noPrefixes: Prefixes = new Map([['', '']])

function withDeclared(around: Prefixes, declared: NonNullable<XmlContent['attributes']>): Prefixes {
  const prefixes = new Map(around)
  for (const [name, value] of declared) prefixes.set(name.slice('xmlns:'.length), value)
  return prefixes
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:')

/** An attribute without a prefix is in no namespace, whatever the default is. */
function attributesOf(
  { attributes = [] }: XmlContent,
  prefixes: Prefixes,
): readonly XmlAttribute[] {
  return attributes
    .filter(([attribute]) => !isDeclaration(attribute))
    .map(([attribute, value]) => {
      const inNamespace = attribute.includes(':')
      const { namespace, name } = inNamespace
        ? resolve(attribute, prefixes)
        : { namespace: '', name: attribute }
      return { namespace, name, value }
    })
}

/** An element without a prefix is in the default namespace. */
function resolve(
  qualified: string,
  prefixes: Prefixes,
): { readonly namespace: string; readonly name: string } {
  const colon = qualified.indexOf(':')
  const namespace = prefixes.get(colon === -1 ? '' : qualified.slice(0, colon))
  if (namespace === undefined) throw new TypeError(`the prefix of ${qualified} is not declared`)
  return { namespace, name: qualified.slice(colon + 1) }
}
