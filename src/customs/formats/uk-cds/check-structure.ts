import type { BilingualText } from '../../bilingual-text.ts'
import { failure, type Result, success } from '../../result.ts'
import { elementAsRead } from '../../xml/element-as-read.ts'
import { readXml, type XmlFailure } from '../../xml/read-xml.ts'
import type { XmlContent } from '../../xml/write-xml.ts'
import type { XmlElement } from '../../xml/xml-element.ts'
import { checkElement } from '../structure/check-element.ts'
import { type ElementNode, structureTable } from '../structure/structure-table.ts'
import { declarationStructure } from './declaration-structure.ts'
import { declarationNamespaces, metaDataNamespace } from './namespaces.ts'

/**
 * Checks a CDS declaration message against our structure tables: what a schema validator would say,
 * with the place of each fault and in plain words.
 *
 * @returns nothing, or every departure with path, line and column.
 */
export function checkStructure(message: Uint8Array | string): Result<undefined> {
  const document = readXml(message)
  return document.ok ? judge(document.value) : document
}

/** The same for a message that is about to be written; its faults have a path but no position yet. */
export function checkStructureToWrite(message: XmlContent): Result<undefined> {
  return judge(elementAsRead(message))
}

function judge(root: XmlElement): Result<undefined> {
  const [first, ...others] = structureFailures(root)
  return first === undefined ? success(undefined) : failure(first, ...others)
}

/** The header of the envelope: the schema limits names, order and place, not the values. */
const envelopeHeader: ElementNode = {
  element: 'MetaData',
  wcoId: 'MetaData',
  minimum: 1,
  maximum: 1,
  field: 'metaData',
  content: {
    kind: 'group',
    children: structureTable(`
WCODataModelVersionCode                  9010 0..1 code any modelVersion
WCOTypeName                              9013 0..1 text any typeName
ResponsibleCountryCode                   9014 0..1 code any country
ResponsibleAgencyName                    9016 0..1 text any agency
AgencyAssignedCustomizationCode          9000 0..1 code any customization
AgencyAssignedCustomizationVersionCode   9017 0..1 code any customizationVersion
`),
  },
}

/** Every departure of a `MetaData` document that carries a declaration from its structure. */
export function structureFailures(root: XmlElement): readonly XmlFailure[] {
  if (root.name !== 'MetaData' || root.namespace !== metaDataNamespace) {
    return [
      departure(root, '', {
        en: `The message is ${root.name}, MetaData is expected.`,
        zh: `报文为 ${root.name}，应为 MetaData。`,
      }),
    ]
  }
  const declaration = root.children.at(-1)
  if (
    declaration?.name !== 'Declaration' ||
    declaration.namespace !== declarationNamespaces.elements
  ) {
    return [
      departure(root, '/MetaData', {
        en: 'MetaData must end with a Declaration.',
        zh: 'MetaData 必须以 Declaration 结尾。',
      }),
    ]
  }
  const header = { ...root, children: root.children.slice(0, -1).map(withoutLanguage) }
  return [
    ...checkElement(header, envelopeHeader, {
      namespaces: { ...declarationNamespaces, elements: metaDataNamespace },
      path: '/MetaData',
    }),
    ...checkElement(declaration, declarationStructure, {
      namespaces: declarationNamespaces,
      path: '/MetaData/Declaration',
    }),
  ]
}

/** In the envelope, unlike elsewhere, the schema takes any text for a language. */
function withoutLanguage(element: XmlElement): XmlElement {
  const attributes = element.attributes.filter(
    ({ namespace, name }) => namespace !== '' || name !== 'languageID',
  )
  return { ...element, attributes }
}

function departure(
  { line, column }: XmlElement,
  path: string,
  { en, zh }: BilingualText,
): XmlFailure {
  return { code: 'declaration-invalid', path, message: en, zh: { message: zh }, line, column }
}
