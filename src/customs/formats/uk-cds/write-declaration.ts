import type { Declaration } from '../../declaration/declaration.ts'
import type { Fields } from '../structure/read-by-structure.ts'
import { writeByStructure } from '../structure/write-by-structure.ts'
import { writeXml, type XmlContent } from '../../xml/write-xml.ts'
import { declarationStructure } from './declaration-structure.ts'
import { declarationNamespaces, metaDataNamespace } from './namespaces.ts'

const DATE_TIME_PREFIX = 'ds'

/**
 * Writes a declaration, or a request about one, as a CDS message. The same declaration always
 * gives the same bytes.
 *
 * The message is structurally valid when `checkDeclaration` has no findings; nothing is checked here.
 *
 * @returns UTF-8 bytes of a `MetaData` document (WCO data model 3.6, customisation v2.1)
 * @throws TypeError on text that XML cannot carry and on dates in another form than the model's.
 */
export function writeDeclaration(declaration: Declaration): Uint8Array {
  return writeMessage(declarationMessage(declaration))
}

/** The bytes of a message that {@link declarationMessage} gave. */
export function writeMessage(message: XmlContent): Uint8Array {
  return new TextEncoder().encode(writeXml(message))
}

/** The document of a declaration before it is written, on which its structure can be checked. */
export function declarationMessage(declaration: Declaration): XmlContent {
  const { children } = declarationStructure.content
  return {
    name: 'md:MetaData',
    attributes: [
      ['xmlns:md', metaDataNamespace],
      ['xmlns', declarationNamespaces.elements],
      [`xmlns:${DATE_TIME_PREFIX}`, declarationNamespaces.dateTimes],
    ],
    children: [
      { name: 'md:WCODataModelVersionCode', text: '3.6' },
      { name: 'md:WCOTypeName', text: 'DEC' },
      { name: 'md:ResponsibleCountryCode', text: 'GB' },
      { name: 'md:ResponsibleAgencyName', text: 'HMRC' },
      { name: 'md:AgencyAssignedCustomizationVersionCode', text: 'v2.1' },
      {
        name: 'Declaration',
        children: writeByStructure(fieldsOf(declaration), children, DATE_TIME_PREFIX),
      },
    ],
  }
}

/** The table names the fields of the interface; the conformance tests hold the two together. */
function fieldsOf(declaration: Declaration): Fields {
  return declaration as unknown as Fields
}
