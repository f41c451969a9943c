import { writeDeclaration } from './write-declaration.ts'

/** The report that goods of a pre-lodged declaration have been presented. */
export interface ArrivalNotification {
  /** Reference of this report. */
  readonly lrn: string
  readonly mrn: string
  readonly submitterEori: string
}

/**
 * Writes a goods presentation notification (function 13, type `GPR`): it turns the pre-lodged
 * declaration with that MRN into one for goods that have arrived, and so starts its acceptance.
 */
export function writeArrivalNotification(arrival: ArrivalNotification): Uint8Array {
  return writeDeclaration({
    functionCode: '13',
    lrn: arrival.lrn,
    mrn: arrival.mrn,
    typeCode: 'GPR',
    submitter: { id: arrival.submitterEori },
  })
}
