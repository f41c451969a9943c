import type { BilingualText } from '../../../bilingual-text.ts'
import type { XmlFailure } from '../../../xml/read-xml.ts'
import type { XmlElement } from '../../../xml/xml-element.ts'
import { checkElement, type MessageNamespaces } from '../../structure/check-element.ts'
import { type ElementNode, structureTable } from '../../structure/structure-table.ts'
import { declarationStructure } from '../declaration-structure.ts'
import { declarationNamespaces, metaDataNamespace } from '../namespaces.ts'
import { responseStructure } from '../response-structure.ts'

/** What an envelope `MetaData` has to look like. */
export interface EnvelopedStructure {
  /** The header before the contents, in the notation of structure tables. */
  readonly header: string
  /** The element that is carried. */
  readonly contents: ElementNode
  readonly namespaces: MessageNamespaces
  /** How many there may be. */
  readonly maximum: number
}

/** A check of documents with that envelope: every departure, none where a schema accepts it. */
export function envelopedStructureCheck(
  structure: EnvelopedStructure,
): (document: XmlElement) => readonly XmlFailure[] {
  const header: ElementNode = {
    element: 'MetaData',
    wcoId: 'MetaData',
    minimum: 1,
    maximum: 1,
    field: 'metaData',
    content: { kind: 'group', children: structureTable(structure.header) },
  }
  return (document) => departuresOf(document, header, structure)
}

function departuresOf(
  document: XmlElement,
  header: ElementNode,
  { contents, namespaces, maximum }: EnvelopedStructure,
): readonly XmlFailure[] {
  if (document.name !== 'MetaData' || document.namespace !== metaDataNamespace) {
    return [
      departure(document, '', {
        en: `The message is ${named(document)}; MetaData in ${metaDataNamespace} is expected.`,
        zh: `报文为 ${named(document)}，应为命名空间 ${metaDataNamespace} 中的 MetaData。`,
      }),
    ]
  }
  const isContents = ({ name, namespace }: XmlElement): boolean =>
    name === contents.element && namespace === namespaces.elements
  const start = document.children.findIndex(isContents)
  const carried = start === -1 ? [] : document.children.slice(start)
  const stray = carried.find((child, index) => !isContents(child) || index >= maximum)
  if (start === -1 || stray !== undefined) {
    return [
      departure(stray ?? document, '/MetaData', {
        en: `MetaData must end with a ${contents.element}.`,
        zh: `MetaData 必须以 ${contents.element} 结尾。`,
      }),
    ]
  }
  const before = document.children.slice(0, start).map(withoutLanguage)
  return [
    ...checkElement({ ...document, children: before }, header, {
      namespaces: { ...namespaces, elements: metaDataNamespace },
      path: '/MetaData',
    }),
    ...carried.flatMap((child, index) =>
      departuresOfContents(child, contents, {
        namespaces,
        path: `/MetaData/${child.name}${carried.length > 1 ? `[${index + 1}]` : ''}`,
      }),
    ),
  ]
}

/**
 * A response may end with a second declaration, which stands in the namespace of declarations and has
 * their structure.
 */
function departuresOfContents(
  element: XmlElement,
  contents: ElementNode,
  context: { readonly namespaces: MessageNamespaces; readonly path: string },
): readonly XmlFailure[] {
  const amended = contents === responseStructure ? amendedDeclaration(element) : undefined
  if (amended === undefined) return checkElement(element, contents, context)
  const children = element.children.slice(0, -1)
  return [
    ...checkElement({ ...element, children }, contents, context),
    ...checkElement(amended, declarationStructure, {
      namespaces: declarationNamespaces,
      path: `${context.path}/Declaration`,
    }),
  ]
}

function amendedDeclaration(response: XmlElement): XmlElement | undefined {
  const last = response.children.at(-1)
  const isAmended =
    last?.name === 'Declaration' && last.namespace === declarationNamespaces.elements
  return isAmended ? last : undefined
}

/** In the envelope, unlike elsewhere, the schema takes any text for a language. */
function withoutLanguage(element: XmlElement): XmlElement {
  const attributes = element.attributes.filter(
    ({ namespace, name }) => namespace !== '' || name !== 'languageID',
  )
  return { ...element, attributes }
}

function named({ name, namespace }: XmlElement): string {
  return namespace === '' ? `${name} (no namespace)` : `${name} (${namespace})`
}

function departure(
  { line, column }: XmlElement,
  path: string,
  { en, zh }: BilingualText,
): XmlFailure {
  return { code: 'declaration-invalid', path, message: en, zh: { message: zh }, line, column }
}
