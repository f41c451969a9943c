import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import { apportion } from '../money/apportion.ts'
import type { DecimalText } from '../money/decimal.ts'
import { type Money, sum } from '../money/money.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import type { LandedCharge } from './landed-charge.ts'
import type { LandedCost } from './landed-cost.ts'
import type { QuoteRequest } from './quote-request.ts'

/** So many pieces of a line that come back, or are not sent after all. */
export interface ReturnedPieces {
  /** From 1. */
  readonly lineNumber: number
  readonly quantity: number
}

/** A charge with the part of it that goes with the pieces. */
export interface RefundedCharge {
  readonly rule: string
  readonly kind: LandedCharge['kind']
  readonly name: BilingualText
  readonly lineNumber: number
  readonly charged: Money
  readonly refund: Money
  /** Who took the money in, from whom it is to be asked back. */
  readonly collector: LandedCharge['collector']
}

/** What of a quote goes with pieces that come back. */
export interface QuoteRefund {
  readonly charges: readonly RefundedCharge[]
  readonly total: Money
  /** Charges on the consignment as a whole, which do not go with single pieces. */
  readonly kept: readonly string[]
}

/** What was quoted, for how many pieces, and how many of them had come back before. */
export interface RefundBasis {
  readonly request: QuoteRequest
  readonly landedCost: LandedCost
  readonly returnedBefore: readonly ReturnedPieces[]
}

/**
 * The part of each charge of a line that goes with the pieces which come back: in proportion to their
 * number, to the coin, so that the parts of all pieces add up to the charge. The regime stays the one
 * under which the goods came in, whatever is left of them; whether the authority pays back is for its
 * law on repayment to say.
 *
 * Fails with `invalid-input` for a line that is not there or more pieces than are left.
 */
export function refundOfLines(
  basis: RefundBasis,
  returned: readonly ReturnedPieces[],
): Result<QuoteRefund> {
  const failures = returned.flatMap((pieces, index) =>
    refusals(withEarlier(basis, returned.slice(0, index)), pieces, index),
  )
  return resultOf(failures, () => {
    const { charges, totals } = basis.landedCost
    const refunded = charges.flatMap((charge) => refundOf(charge, basis, returned))
    return {
      charges: refunded,
      total: sum(
        refunded.map(({ refund }) => refund),
        totals.currency,
      ),
      kept: charges.filter(({ lineNumber }) => lineNumber === undefined).map(({ rule }) => rule),
    }
  })
}

/** One list may name a line more than once: its pieces come back one entry after the other. */
function withEarlier(basis: RefundBasis, earlier: readonly ReturnedPieces[]): RefundBasis {
  return { ...basis, returnedBefore: [...basis.returnedBefore, ...earlier] }
}

/** How many pieces of a line are among some returns. */
function piecesOf(line: number, returned: readonly ReturnedPieces[]): number {
  return returned
    .filter(({ lineNumber }) => lineNumber === line)
    .reduce((total, { quantity }) => total + quantity, 0)
}

function refundOf(
  { rule, kind, name, lineNumber, amount, collector }: LandedCharge,
  { request, returnedBefore }: RefundBasis,
  returned: readonly ReturnedPieces[],
): readonly RefundedCharge[] {
  if (lineNumber === undefined) return []
  const now = piecesOf(lineNumber, returned)
  if (now === 0) return []
  const before = piecesOf(lineNumber, returnedBefore)
  const left = request.lines[lineNumber - 1]!.quantity - before - now
  const shares = apportion(
    amount,
    [before, now, left].map((count) => String(count) as DecimalText),
  )
  return [{ rule, kind, name, lineNumber, charged: amount, refund: shares[1]!, collector }]
}

function refusals(
  { request, returnedBefore }: RefundBasis,
  { lineNumber, quantity }: ReturnedPieces,
  index: number,
): readonly Failure[] {
  const line = request.lines[lineNumber - 1]
  if (line === undefined) {
    return [
      {
        code: 'invalid-input',
        path: jsonPointer('returned', index, 'lineNumber'),
        message: `The quote has no line ${lineNumber}.`,
        mend: `Name a line from 1 to ${request.lines.length}.`,
        zh: {
          message: `报价没有第${lineNumber}行。`,
          mend: `请填写1至${request.lines.length}之间的行号。`,
        },
      },
    ]
  }
  const left = line.quantity - piecesOf(lineNumber, returnedBefore)
  if (quantity <= left) return []
  return [
    {
      code: 'invalid-input',
      path: jsonPointer('returned', index, 'quantity'),
      message: `Of line ${lineNumber} only ${left} pieces are left to come back.`,
      mend: `State at most ${left} pieces.`,
      zh: {
        message: `第${lineNumber}行仅剩${left}件可退。`,
        mend: `请填写不超过${left}件。`,
      },
    },
  ]
}
