import { namespaces } from '../message/namespaces.ts'
import { node, optionalNode, writeXml } from '../xml/write-xml.ts'

/** What the office tells of a file that a trader has uploaded. */
export interface FileResult {
  /** Of the place that the file went to. */
  readonly reference: string
  readonly fileName: string
  /** `SUCCESS`, or `QUARANTINE` of a file in which a virus was found. */
  readonly outcome: 'SUCCESS' | 'QUARANTINE'
  readonly details: string
}

/** Writes the result of a file upload as HMRC's service for files does (`FileUploadNotification.xsd`). */
export function writeFileResult({ reference, fileName, outcome, details }: FileResult): string {
  // Of a file that was held back HMRC does not repeat the name.
  const name = outcome === 'SUCCESS' ? fileName : undefined
  return writeXml(
    node(
      'Root',
      [
        node('FileReference', reference),
        optionalNode('FileName', name),
        node('Outcome', outcome),
        node('Details', details),
      ],
      { xmlns: namespaces.fileUpload },
    ),
  )
}
