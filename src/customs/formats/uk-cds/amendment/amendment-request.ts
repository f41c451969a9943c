import type { Declaration } from '../../../declaration/declaration.ts'
import type { PointedInformation } from '../../../declaration/element.ts'
import { failure, type Failure, type Result, resultOf } from '../../../result.ts'
import { changesBetween, type DeclarationChange } from './changes-between.ts'
import { reasonCode } from './reason-code.ts'

/** What is asked of the authority, and about which declaration. */
export interface AmendmentRequest {
  /** Reference of this request. */
  readonly lrn: string
  readonly mrn: string
  /** Why it is amended, in at most 512 characters on one line. */
  readonly explanation: string
  /** The declaration as the authority has it. */
  readonly before: Declaration
  /** The declaration as it should be. */
  readonly after: Declaration
}

/** A request for amendment as a declaration of type `COR`, and the places that it changes. */
export interface FilledAmendment {
  readonly declaration: Declaration
  readonly changes: readonly DeclarationChange[]
}

/**
 * Asks for what differs between a declaration as lodged and as it should be (function 13, type
 * `COR`): each place with its pointer, its reason and the explanation, and the later values.
 *
 * @returns `nothing-to-amend` where they are equal, `not-amendable` for what the authority lets
 *   nobody change: declaration type, additional type and LRN (data elements 1/1, 1/2 and 2/5; CDS 03
 *   Declaration Technical Completion Matrix 3.29, notice of ACITA, read 2026-11)
 */
export function amendmentRequest({
  before,
  after,
  ...request
}: AmendmentRequest): Result<FilledAmendment> {
  const { changes, body } = changesBetween(before, { ...after, functionCode: before.functionCode })
  if (changes.length === 0) return failure(nothingToAmend)
  return resultOf(changes.flatMap(notAmendable), () => ({
    changes,
    declaration: {
      ...body,
      functionCode: '13',
      lrn: request.lrn,
      mrn: request.mrn,
      typeCode: 'COR',
      additionalInformation: [
        ...(body.additionalInformation ?? []),
        ...changes.map((_, index) => explanationOf(index + 1, request.explanation)),
      ],
      amendments: changes.map((change) => ({
        changeReasonCode: reasonCode(change),
        pointers: change.pointers,
      })),
    },
  }))
}

/** `AES` marks free words; they are tied to their amendment by its position (class 06A). */
function explanationOf(position: number, explanation: string): PointedInformation {
  return {
    statementDescription: explanation,
    statementTypeCode: 'AES',
    pointers: [
      { sequenceNumber: 1, documentSectionCode: '42A' },
      { sequenceNumber: position, documentSectionCode: '06A' },
    ],
  }
}

const FIXED = new Set(['/typeCode', '/lrn', '/mrn'])

function notAmendable({ fieldPath }: DeclarationChange): readonly Failure[] {
  if (!FIXED.has(fieldPath)) return []
  return [
    {
      code: 'not-amendable',
      path: fieldPath,
      message: 'The type of a declaration and its references cannot be amended.',
      mend: 'Withdraw the declaration and lodge a new one.',
      zh: {
        message: '报关单的类型和编号不能修改。',
        mend: '请撤销该报关单，重新申报。',
      },
    },
  ]
}

const nothingToAmend: Failure = {
  code: 'nothing-to-amend',
  path: '',
  message: 'The declaration would stay as it is.',
  mend: 'State what is to be changed.',
  zh: { message: '报关单没有任何变化。', mend: '请写明需要修改的内容。' },
}
