import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import { apportion } from '../money/apportion.ts'
import { type DecimalText, isZero } from '../money/decimal.ts'
import { inMinorUnits, type Money, sum } from '../money/money.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import { partedBy, type WholeLines } from './charge-count.ts'
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
  /**
   * Charges that do not go with these pieces: those on the consignment as a whole, and those on a line
   * of the declaration of which some piece stays.
   */
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
 * number, to the coin, so that the parts of all pieces add up to the charge. What is due once for a line
 * of the declaration, and the tax on it, goes back with its last piece: duty is repaid as far as it was
 * not owed for what stays. The regime stays the one
 * under which the goods came in, whatever is left of them; whether the authority pays back is for its
 * law on repayment to say.
 *
 * @law Council Regulation (EU) 2026/382 (three euros an item, whatever the number of its pieces)
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
      total: inMinorUnits(
        sum(
          refunded.map(({ refund }) => refund),
          totals.currency,
        ),
      ),
      kept: keptRules(charges, refunded, returned),
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

/** Each rule once, in the order of the quote, of which nothing goes with the pieces. */
function keptRules(
  charges: readonly LandedCharge[],
  refunded: readonly RefundedCharge[],
  returned: readonly ReturnedPieces[],
): readonly string[] {
  const isKept = ({ rule, lineNumber }: LandedCharge) =>
    lineNumber === undefined ||
    (piecesOf(lineNumber, returned) > 0 &&
      !refunded.some((part) => part.rule === rule && part.lineNumber === lineNumber))
  return [...new Set(charges.filter(isKept).map(({ rule }) => rule))]
}

function refundOf(
  { rule, kind, name, lineNumber, amount, collector, count }: LandedCharge,
  basis: RefundBasis,
  returned: readonly ReturnedPieces[],
): readonly RefundedCharge[] {
  if (lineNumber === undefined) return []
  const { pieces, wholeLines } = partedBy(count, amount)
  const { currency } = amount
  const parts: Money[] = wholeLines
    .filter((whole) => nowComesBack(whole, basis, returned))
    .map(({ weight }) => ({ amount: weight, currency }))
  if (piecesOf(lineNumber, returned) > 0 && (count === undefined || !isZero(pieces))) {
    parts.push(partOfPieces({ amount: pieces, currency }, lineNumber, basis, returned))
  }
  if (parts.length === 0) return []
  const refund = inMinorUnits(sum(parts, currency))
  return [{ rule, kind, name, lineNumber, charged: amount, refund, collector }]
}

/** What goes with the pieces that come back now, of what goes by the pieces of a line. */
function partOfPieces(
  amount: Money,
  lineNumber: number,
  { request, returnedBefore }: RefundBasis,
  returned: readonly ReturnedPieces[],
): Money {
  const now = piecesOf(lineNumber, returned)
  const before = piecesOf(lineNumber, returnedBefore)
  const left = request.lines[lineNumber - 1]!.quantity - before - now
  const counts = [before, now, left].map((count) => String(count) as DecimalText)
  return apportion(amount, counts)[1]!
}

/** Whether the last piece of some lines comes back now. */
function nowComesBack(
  { lineNumbers }: WholeLines,
  { request, returnedBefore }: RefundBasis,
  returned: readonly ReturnedPieces[],
): boolean {
  const isBack = (from: readonly ReturnedPieces[]) =>
    lineNumbers.every((line) => piecesOf(line, from) === request.lines[line - 1]!.quantity)
  return isBack([...returnedBefore, ...returned]) && !isBack(returnedBefore)
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
  const pieces = left === 1 ? '1 piece' : `${left} pieces`
  return [
    {
      code: 'invalid-input',
      path: jsonPointer('returned', index, 'quantity'),
      message: `Of line ${lineNumber} only ${pieces} ${left === 1 ? 'is' : 'are'} left to come back.`,
      mend: `State at most ${pieces}.`,
      zh: {
        message: `第${lineNumber}行仅剩${left}件可退。`,
        mend: `请填写不超过${left}件。`,
      },
    },
  ]
}
