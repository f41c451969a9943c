import { failure, type Result, success } from '../../result.ts'
import { elementAsRead } from '../../xml/element-as-read.ts'
import { readXml, type XmlFailure } from '../../xml/read-xml.ts'
import type { XmlContent } from '../../xml/write-xml.ts'
import type { XmlElement } from '../../xml/xml-element.ts'
import { structureCheckOf } from './message/message-structure.ts'

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

/** Every departure of a `MetaData` document that carries a declaration from its structure. */
export function structureFailures(root: XmlElement): readonly XmlFailure[] {
  return structureCheckOf('declaration')?.(root) ?? []
}
