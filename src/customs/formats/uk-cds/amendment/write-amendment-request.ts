import { type Result, success } from '../../../result.ts'
import { writeDeclaration } from '../write-declaration.ts'
import {
  type AmendmentRequest,
  amendmentRequest,
  type FilledAmendment,
} from './amendment-request.ts'

/** A request for amendment with the exact bytes that ask for it. */
export interface WrittenAmendment extends FilledAmendment {
  readonly bytes: Uint8Array
}

/** Writes a request for amendment as a CDS message; fails as {@link amendmentRequest} does. */
export function writeAmendmentRequest(request: AmendmentRequest): Result<WrittenAmendment> {
  const filled = amendmentRequest(request)
  if (!filled.ok) return filled
  return success({ ...filled.value, bytes: writeDeclaration(filled.value.declaration) })
}
