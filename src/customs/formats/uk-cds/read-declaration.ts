import type { Declaration } from '../../declaration/declaration.ts'
import { failure, type Result, success } from '../../result.ts'
import { readXml } from '../../xml/read-xml.ts'
import { findElement, type XmlElement } from '../../xml/xml-element.ts'
import { readByStructure } from '../structure/read-by-structure.ts'
import { declarationStructure } from './declaration-structure.ts'
import { declarationNamespaces } from './namespaces.ts'

/**
 * Reads a CDS declaration message, bare or in the envelope of a community system provider.
 *
 * Order and formats are not judged here; `checkStructure` does that.
 *
 * @returns the declaration. Failures `message-unreadable` name everything that the model has no field
 *   for, so nothing is lost in silence.
 */
export function readDeclaration(message: Uint8Array | string): Result<Declaration> {
  const document = readXml(message)
  if (!document.ok) return document
  const element = declarationElement(document.value)
  if (element === undefined) {
    return failure({
      code: 'message-unreadable',
      path: '',
      message: `The message ${document.value.name} holds no CDS declaration.`,
    })
  }
  const fields = readByStructure(element, declarationStructure.content.children)
  if (!fields.ok) return fields
  return success(fields.value as unknown as Declaration)
}

/** The element `Declaration` of a message, wherever an envelope has put it. */
export function declarationElement(document: XmlElement): XmlElement | undefined {
  return findElement(
    document,
    ({ name, namespace }) => name === 'Declaration' && namespace === declarationNamespaces.elements,
  )
}
