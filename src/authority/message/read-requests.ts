import { childOf, childrenOf, textAt, type XmlElement } from '../xml/xml-element.ts'
import { present } from './present.ts'

/** A message about an earlier declaration: the arrival of its goods, or its cancellation. */
export interface LodgedRequest {
  /** The request's own LRN, apart from that of the declaration. */
  readonly lrn?: string
  readonly mrn?: string
  readonly functionCode?: string
  readonly typeCode?: string
  readonly submitter?: string
  readonly reason?: string
}

/** Reads an arrival notification (`GPR`) or a cancellation request (`INV`). */
export function readRequest(metaData: XmlElement): LodgedRequest {
  const declaration = childOf(metaData, 'Declaration')
  return present({
    lrn: textAt(declaration, 'FunctionalReferenceID'),
    mrn: textAt(declaration, 'ID'),
    functionCode: textAt(declaration, 'FunctionCode'),
    typeCode: textAt(declaration, 'TypeCode'),
    submitter: textAt(declaration, 'Submitter', 'ID'),
    reason: textAt(declaration, 'AdditionalInformation', 'StatementDescription'),
  })
}

export interface FileUploadRequest {
  readonly mrn: string
  readonly groupSize: number
  readonly files: readonly { readonly sequence: number; readonly documentType: string }[]
}

/** Reads a request for upload places whose structure has been checked. */
export function readFileUploadRequest(root: XmlElement): FileUploadRequest {
  return {
    mrn: textAt(root, 'DeclarationID') ?? '',
    groupSize: Number(textAt(root, 'FileGroupSize')),
    files: childrenOf(childOf(root, 'Files'), 'File').map((file) => ({
      sequence: Number(textAt(file, 'FileSequenceNo')),
      documentType: textAt(file, 'DocumentType') ?? 'not stated',
    })),
  }
}
