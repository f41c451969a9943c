import { addDecimals, type DecimalText, isZero } from '../money/decimal.ts'
import { apportion } from '../money/apportion.ts'
import type { Money } from '../money/money.ts'

/**
 * What a charge of a line is counted by, where not all of it goes by the pieces: weights in proportion to
 * which its amount is parted. The duty of three euros is due for a line of the declaration, however many
 * pieces it has, and the VAT on it is so too.
 */
export interface ChargeCount {
  /** What goes by the pieces of the line. */
  readonly pieces: DecimalText
  readonly wholeLines: readonly WholeLines[]
}

/** What is due once for some lines of the sale, as long as one piece of them stays. */
export interface WholeLines {
  /** From 1. */
  readonly lineNumbers: readonly number[]
  readonly weight: DecimalText
}

/** What is due once for some lines, whatever the number of their pieces. */
export function dueOnceFor(lineIndexes: readonly number[]): ChargeCount {
  const lineNumbers = lineIndexes.map((index) => index + 1)
  return {
    pieces: '0' as DecimalText,
    wholeLines: [{ lineNumbers, weight: '1' as DecimalText }],
  }
}

/** A part of a base, with what it is counted by itself. */
interface CountedPart {
  readonly money: Money
  /** Absent where it goes by the pieces. */
  readonly count?: ChargeCount | undefined
}

/** What a charge is counted by that is worked out on some parts; nothing where it goes by the pieces. */
export function countOn(parts: readonly CountedPart[]): ChargeCount | undefined {
  if (parts.every(({ count }) => count === undefined)) return undefined
  const parted = parts.map(({ money, count }) => partedBy(count, money))
  const wholeLines = parted.flatMap((part) => part.wholeLines)
  if (wholeLines.length === 0) return undefined
  return { pieces: addDecimals(...parted.map(({ pieces }) => pieces)), wholeLines }
}

/** An amount in the parts of its count, to the coin. */
export function partedBy(count: ChargeCount | undefined, money: Money): ChargeCount {
  if (count === undefined) return { pieces: money.amount, wholeLines: [] }
  const [pieces, ...whole] = apportion(money, [
    count.pieces,
    ...count.wholeLines.map(({ weight }) => weight),
  ])
  const wholeLines = count.wholeLines.map(({ lineNumbers }, index) => ({
    lineNumbers,
    weight: whole[index]!.amount,
  }))
  return {
    pieces: pieces!.amount,
    wholeLines: wholeLines.filter(({ weight }) => !isZero(weight)),
  }
}
