import { childOf, childrenOf, textAt, type XmlElement } from '../xml/xml-element.ts'
import { present } from './present.ts'

/** A message about an earlier declaration: arrival of its goods, amendment or cancellation. */
export interface LodgedRequest {
  /** The request's own LRN, apart from that of the declaration. */
  readonly lrn?: string
  readonly mrn?: string
  readonly functionCode?: string
  readonly typeCode?: string
  readonly submitter?: string
  readonly reason?: string
  /** Of the inventory of exports alone: what has happened to the goods. */
  readonly movement?: LodgedMovement
}

/** A movement of exported goods, told by whoever loads them. */
export interface LodgedMovement {
  /** `EAL` arrived where customs can see them, `EDL` left the country. */
  readonly code: string
  /** The reference of one consignment (`D`) or of several that travel together (`M`). */
  readonly ucr: string
  readonly ucrType: string
  /** Country, type, qualifier and code as one text. */
  readonly goodsLocation: string
  /** The sender's own reference of the movement. */
  readonly reference?: string
}

/** Reads a movement whose structure has been checked. */
export function readMovement(root: XmlElement): LodgedMovement {
  return present({
    code: textAt(root, 'messageCode') ?? '',
    ucr: textAt(root, 'ucrBlock', 'ucr') ?? '',
    ucrType: textAt(root, 'ucrBlock', 'ucrType') ?? '',
    goodsLocation: textAt(root, 'goodsLocation') ?? '',
    reference: textAt(root, 'movementReference'),
  })
}

/** Reads what an arrival notification (`GPR`), amendment (`COR`) or cancellation (`INV`) names. */
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

/**
 * What a trader wants to send to a declaration, before any file has come: places are given out
 * first, one for each file.
 */
export interface FileUploadRequest {
  readonly mrn: string
  /** How many files the request says there are; the door compares it with `files`. */
  readonly groupSize: number
  /**
   * The wanted files under their numbers in the group; the type of a paper is the trader's own
   * word.
   */
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
