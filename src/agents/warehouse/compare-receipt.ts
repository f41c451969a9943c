import type { BilingualText } from '../../customs/bilingual-text.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import { compareDecimals, type DecimalText, isZero } from '../../customs/money/decimal.ts'
import type { Order, OrderLine } from '../../customs/order/order.ts'
import { type Failure, resultOf, type Result } from '../../customs/result.ts'

/** Pieces of one order line as they were counted and weighed. */
export interface ReceivedLine {
  /** 1 for the first line of the order. */
  readonly lineNumber: number
  readonly quantity: number
  readonly netWeightKg?: DecimalText
  readonly grossWeightKg: DecimalText
}

/** What was measured otherwise than the order had stated it; the measured fact is used from then on. */
export interface ReceiptDifference {
  readonly lineNumber: number
  readonly fact: 'netWeightKg' | 'grossWeightKg'
  readonly ordered: DecimalText
  readonly received: DecimalText
  readonly message: BilingualText
}

/**
 * Compares what was received with what was ordered. Pieces that are missing or too many are failures:
 * a declaration of what did not arrive would be false. Other weights are differences to be known.
 */
export function compareReceipt(
  order: Order,
  lines: readonly ReceivedLine[],
): Result<readonly ReceiptDifference[]> {
  const failures = [
    ...lines.flatMap((line, index) => faultsOf(line, index, order)),
    ...order.lines.flatMap((line, index) => missingPieces(line, index + 1, lines)),
  ]
  return resultOf(failures, () =>
    lines.flatMap((received) => {
      const ordered = order.lines[received.lineNumber - 1]
      return ordered === undefined ? [] : weightDifferences(ordered, received)
    }),
  )
}

function faultsOf(
  { lineNumber, grossWeightKg, netWeightKg }: ReceivedLine,
  index: number,
  order: Order,
): readonly Failure[] {
  const at = (name: string) => jsonPointer('lines', index, name)
  const isKnown = lineNumber <= order.lines.length
  const isHeavierWithout =
    netWeightKg !== undefined && compareDecimals(netWeightKg, grossWeightKg) > 0
  return [
    ...(isKnown ? [] : [noSuchLine(at('lineNumber'), lineNumber, order)]),
    ...(isZero(grossWeightKg) ? [weightless(at('grossWeightKg'))] : []),
    ...(isHeavierWithout ? [heavierWithout(at('netWeightKg'))] : []),
  ]
}

function missingPieces(
  { quantity }: OrderLine,
  lineNumber: number,
  lines: readonly ReceivedLine[],
): readonly Failure[] {
  const counted = lines
    .filter((line) => line.lineNumber === lineNumber)
    .reduce((sum, line) => sum + line.quantity, 0)
  if (counted === quantity) return []
  return [
    {
      code: 'goods-not-received',
      path: jsonPointer('lines'),
      message: `Line ${lineNumber} orders ${quantity} pieces, ${counted} were counted.`,
      mend: 'Correct the count, or record the goods once all of them have arrived.',
    },
  ]
}

function weightDifferences(
  ordered: OrderLine,
  received: ReceivedLine,
): readonly ReceiptDifference[] {
  const facts = ['netWeightKg', 'grossWeightKg'] as const
  return facts.flatMap((fact) => {
    const stated = ordered[fact]
    const measured = received[fact]
    if (stated === undefined || measured === undefined) return []
    if (compareDecimals(stated, measured) === 0) return []
    return [differenceOf(received.lineNumber, fact, { stated, measured })]
  })
}

function differenceOf(
  lineNumber: number,
  fact: ReceiptDifference['fact'],
  { stated, measured }: { readonly stated: DecimalText; readonly measured: DecimalText },
): ReceiptDifference {
  const words = factWords[fact]
  return {
    ...{ lineNumber, fact, ordered: stated, received: measured },
    message: {
      en: `Line ${lineNumber}: the order states ${stated} kg ${words.en}, ${measured} kg were weighed.`,
      zh: `第 ${lineNumber} 行：订单所列${words.zh} ${stated} 千克，实称 ${measured} 千克。`,
    },
  }
}

const factWords: Readonly<Record<ReceiptDifference['fact'], BilingualText>> = {
  netWeightKg: { en: 'net', zh: '净重' },
  grossWeightKg: { en: 'gross', zh: '毛重' },
}

function noSuchLine(path: string, lineNumber: number, { lines, reference }: Order): Failure {
  return {
    code: 'not-found',
    path,
    message: `Order ${reference} has ${lines.length} lines and no line ${lineNumber}.`,
    mend: 'Correct the line number.',
  }
}

function weightless(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'Goods that were weighed weigh more than nothing.',
    mend: 'State the weight of the pieces with their packaging.',
  }
}

function heavierWithout(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'The goods weigh more without their packaging than with it.',
    mend: 'Correct one of the weights.',
  }
}
