import type { Pointer } from '../../declaration/element.ts'
import { writeDeclaration } from './write-declaration.ts'

/** The request to invalidate a declaration. */
export interface CancellationRequest {
  /** Reference of this request. */
  readonly lrn: string
  readonly mrn: string
  readonly submitterEori: string
  readonly reason: 'no-longer-required' | 'duplicate' | 'other'
  /** Why, in at most 512 characters on one line. */
  readonly explanation: string
}

const reasonCodes: Readonly<Record<CancellationRequest['reason'], string>> = {
  'no-longer-required': '1',
  duplicate: '2',
  other: '3',
}

/** The explanation belongs to the first amendment of the declaration. */
const firstAmendment: readonly Pointer[] = [
  { sequenceNumber: 1, documentSectionCode: '42A' },
  { documentSectionCode: '06A' },
]

/** Writes a cancellation request (function 13, type `INV`) for the declaration with that MRN. */
export function writeCancellationRequest(request: CancellationRequest): Uint8Array {
  return writeDeclaration({
    functionCode: '13',
    lrn: request.lrn,
    mrn: request.mrn,
    typeCode: 'INV',
    submitter: { id: request.submitterEori },
    additionalInformation: [
      {
        statementDescription: request.explanation,
        statementTypeCode: 'AES',
        pointers: firstAmendment,
      },
    ],
    amendments: [{ changeReasonCode: reasonCodes[request.reason] }],
  })
}
