import type { BilingualText } from '../../customs/bilingual-text.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import {
  addDecimals,
  compareDecimals,
  type DecimalText,
  isZero,
} from '../../customs/money/decimal.ts'
import type { Order } from '../../customs/order/order.ts'
import { type Failure, resultOf, type Result } from '../../customs/result.ts'
import type { NewSetApartGoods, SetApartKind } from './set-apart-goods.ts'
import type { ReceivedLine } from './warehouse-receipt.ts'
import { type WeightDifference, weightDifferences } from './weight-differences.ts'

/** What came of an order at one time. */
export interface CountedGoods {
  readonly lines: readonly ReceivedLine[]
  readonly setApart: readonly NewSetApartGoods[]
}

/** What was found otherwise than the order had stated it. */
export type ReceiptDifference = WeightDifference | PieceDifference

/** Pieces that have not come, or that came and are kept apart. */
export interface PieceDifference {
  /** Absent for wrong goods that belong to no line. */
  readonly lineNumber?: number
  readonly fact: 'missing' | SetApartKind
  /** Number of pieces. */
  readonly quantity: number
  readonly message: BilingualText
}

/** What of an order has come so far, and what is different from what was ordered. */
export interface ReceiptComparison {
  /** Every ordered piece has come in good order. */
  readonly isComplete: boolean
  readonly differences: readonly ReceiptDifference[]
}

/**
 * Compares what has come of an order with what was ordered. Pieces that are missing, damaged, wrong
 * or too many are differences to be known; only what was counted in good order can be sent on.
 *
 * Refused is what cannot be true or would be sent on undeclared: more pieces on a line than were
 * ordered (`goods-surplus`), lines that nobody ordered, weights that contradict each other.
 *
 * @param earlier what came of the same order before
 */
export function compareReceipt(
  order: Order,
  now: CountedGoods,
  earlier: readonly CountedGoods[] = [],
): Result<ReceiptComparison> {
  const all = { ...together([...earlier, now]), now }
  const failures = [
    ...now.lines.flatMap((line, index) => faultsOf(line, index, order)),
    ...order.lines.flatMap((_, index) => tooManyPieces(order, index + 1, all)),
    ...order.lines.flatMap((line, index) => lighterThanStated(line, index + 1, now)),
    ...now.setApart.flatMap((goods, index) => misplaced(goods, index, { order, all })),
    ...(now.lines.length + now.setApart.length === 0 ? [nothingCame] : []),
  ]
  return resultOf(failures, () => ({
    isComplete: order.lines.every((_, index) => openPieces(order, index + 1, all.lines) === 0),
    differences: [
      ...order.lines.flatMap((_, index) => missingPieces(order, index + 1, all)),
      ...now.setApart.map(setApartDifference),
      ...order.lines.flatMap((line, index) =>
        isCompletedNow(order, index + 1, all)
          ? weightDifferences(line, index + 1, ofLine(index + 1, all.lines))
          : [],
      ),
    ],
  }))
}

/** The order states the weight of all pieces of a line, so it is compared as the last of them come. */
function isCompletedNow(
  order: Order,
  lineNumber: number,
  { lines, now }: CountedGoods & { readonly now: CountedGoods },
): boolean {
  return countedPieces(lineNumber, now.lines) > 0 && openPieces(order, lineNumber, lines) === 0
}

function together(parts: readonly CountedGoods[]): CountedGoods {
  return {
    lines: parts.flatMap(({ lines }) => lines),
    setApart: parts.flatMap(({ setApart }) => setApart),
  }
}

/** Pieces of a line that have come in good order. */
function countedPieces(lineNumber: number, lines: readonly ReceivedLine[]): number {
  return ofLine(lineNumber, lines).reduce((sum, line) => sum + line.quantity, 0)
}

function ofLine<T extends { readonly lineNumber?: number }>(
  lineNumber: number,
  items: readonly T[],
): readonly T[] {
  return items.filter((item) => item.lineNumber === lineNumber)
}

/** Pieces of a line that are still wanted in good order; never below zero, as more are refused. */
function openPieces(order: Order, lineNumber: number, lines: readonly ReceivedLine[]): number {
  const ordered = order.lines[lineNumber - 1]?.quantity ?? 0
  return ordered - countedPieces(lineNumber, lines)
}

/** Open pieces that have not come late either; below zero where more are said to be late. */
function lackingPieces(
  order: Order,
  lineNumber: number,
  { lines, setApart }: CountedGoods,
): number {
  const late = ofLine(lineNumber, setApart).filter(({ kind }) => kind === 'late')
  const latePieces = late.reduce((sum, { quantity }) => sum + quantity, 0)
  return openPieces(order, lineNumber, lines) - latePieces
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

/**
 * Whether all pieces of a line weigh less than the order says that they do without packaging. Goods
 * that come in parts are left to the case, where the stated weight can still be mended: a receipt
 * cannot, and the part that comes last could not put right what an earlier one weighed.
 */
function lighterThanStated(
  { netWeightKg, quantity }: Order['lines'][number],
  lineNumber: number,
  { lines }: CountedGoods,
): readonly Failure[] {
  const came = ofLine(lineNumber, lines)
  if (netWeightKg === undefined || countedPieces(lineNumber, lines) !== quantity) return []
  // A net weight that was measured takes the place of the stated one.
  if (came.every((line) => line.netWeightKg !== undefined)) return []
  const grossWeightKg = addDecimals(...came.map((line) => line.grossWeightKg))
  if (compareDecimals(grossWeightKg, netWeightKg) >= 0) return []
  const path = jsonPointer('lines', lines.indexOf(came[0]!), 'grossWeightKg')
  return [lighterThanNet(path, lineNumber, { grossWeightKg, netWeightKg })]
}

/** A piece too many has no price that the buyer paid, so it must not travel with the others. */
function tooManyPieces(
  order: Order,
  lineNumber: number,
  { lines, now }: CountedGoods & { readonly now: CountedGoods },
): readonly Failure[] {
  const open = openPieces(order, lineNumber, lines)
  const counted = countedPieces(lineNumber, now.lines)
  if (open >= 0 || counted === 0) return []
  return [
    {
      code: 'goods-surplus',
      path: jsonPointer('lines'),
      message: `Line ${lineNumber} was waiting for ${counted + open} pieces, ${counted} were counted.`,
      mend: 'Count and weigh what was ordered, and record the rest as surplus, which is kept apart.',
      zh: {
        message: `第${lineNumber}行待收${counted + open}件，实际清点${counted}件。`,
        mend: '请按订购数量清点和称重，多出的登记为多到，单独存放。',
      },
    },
  ]
}

/** Whether pieces that are set apart can be what they are said to be. */
function misplaced(
  { kind, lineNumber }: NewSetApartGoods,
  index: number,
  { order, all }: { readonly order: Order; readonly all: CountedGoods },
): readonly Failure[] {
  const path = jsonPointer('setApart', index, 'lineNumber')
  if (lineNumber === undefined) return kind === 'wrong-goods' ? [] : [lineNotStated(path, kind)]
  if (lineNumber > order.lines.length) return [noSuchLine(path, lineNumber, order)]
  const lacking = lackingPieces(order, lineNumber, all)
  if (kind === 'surplus' && lacking > 0) return [noSurplus(path, lineNumber, lacking)]
  return kind === 'late' && lacking < 0 ? [moreThanLate(path, lineNumber, -lacking)] : []
}

/** Damaged and wrong pieces do not count as come: somebody still waits for good ones. */
function missingPieces(
  order: Order,
  lineNumber: number,
  all: CountedGoods,
): readonly PieceDifference[] {
  const ordered = order.lines[lineNumber - 1]?.quantity ?? 0
  const quantity = lackingPieces(order, lineNumber, all)
  if (quantity <= 0) return []
  return [
    {
      ...{ lineNumber, fact: 'missing', quantity },
      message: {
        en: `Line ${lineNumber}: ${quantity} of ${ordered} pieces have not come in good order.`,
        zh: `第 ${lineNumber} 行：应到 ${ordered} 件，尚缺完好商品 ${quantity} 件。`,
      },
    },
  ]
}

function setApartDifference({ kind, lineNumber, quantity }: NewSetApartGoods): PieceDifference {
  const { en, zh } = kindWords[kind]
  const line = lineNumber === undefined ? undefined : `Line ${lineNumber}`
  const where = lineNumber === undefined ? '订单外' : `第 ${lineNumber} 行`
  return {
    ...(lineNumber !== undefined && { lineNumber }),
    ...{ fact: kind, quantity },
    message: {
      en: `${line ?? 'Beside the order'}: pieces ${en}, kept apart: ${quantity}.`,
      zh: `${where}：${zh} ${quantity} 件，已单独存放。`,
    },
  }
}

const kindWords: Readonly<Record<SetApartKind, BilingualText>> = {
  surplus: { en: 'too many', zh: '多到' },
  late: { en: 'too late', zh: '迟到' },
  damaged: { en: 'damaged', zh: '破损' },
  'wrong-goods': { en: 'of other goods', zh: '错发' },
}

const nothingCame: Failure = {
  code: 'fact-missing',
  path: '/lines',
  message: 'The receipt names nothing that came.',
  mend: 'State the pieces that were counted, or those that are kept apart.',
  zh: { message: '入库记录没有填写任何到货。', mend: '请填写清点的件数，或单独存放的件数。' },
}

function noSuchLine(path: string, lineNumber: number, { lines, reference }: Order): Failure {
  return {
    code: 'not-found',
    path,
    message: `Order ${reference} has ${lines.length} lines and no line ${lineNumber}.`,
    mend: 'Correct the line number.',
    zh: {
      message: `订单 ${reference} 共有${lines.length}行，没有第${lineNumber}行。`,
      mend: '请更正行号。',
    },
  }
}

function lineNotStated(path: string, kind: SetApartKind): Failure {
  return {
    code: 'fact-missing',
    path,
    message: `Pieces that are ${kindWords[kind].en} belong to a line of the order.`,
    mend: 'State the line.',
    zh: { message: `${kindWords[kind].zh}的货物须对应订单的某一行。`, mend: '请填写行号。' },
  }
}

function noSurplus(path: string, lineNumber: number, open: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `Line ${lineNumber} lacks ${open} pieces, so none of it is too many.`,
    mend:
      'Count pieces in good order on the line, or say that they are late where the order is not ' +
      'awaited any more; name damaged pieces and other goods as such.',
    zh: {
      message: `第${lineNumber}行尚缺${open}件，因此没有多到。`,
      mend: '请将完好的货物计入该行；订单不再等待的，登记为迟到；破损和错发的如实登记。',
    },
  }
}

function moreThanLate(path: string, lineNumber: number, tooMany: number): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `More pieces are late than line ${lineNumber} lacked: ${tooMany} too many.`,
    mend: 'Say that the rest is surplus.',
    zh: {
      message: `第${lineNumber}行的迟到件数比所缺件数多${tooMany}件。`,
      mend: '请将多出的登记为多到。',
    },
  }
}

function lighterThanNet(
  path: string,
  lineNumber: number,
  weights: { readonly grossWeightKg: DecimalText; readonly netWeightKg: DecimalText },
): Failure {
  const { grossWeightKg, netWeightKg } = weights
  return {
    code: 'invalid-input',
    path,
    message: `Line ${lineNumber} weighs ${grossWeightKg} kg with its packaging; the order states ${netWeightKg} kg without.`,
    mend: 'Correct the weight, or weigh the goods without packaging and state that as well.',
    zh: {
      message: `第${lineNumber}行毛重${grossWeightKg}千克，而订单所列净重为${netWeightKg}千克。`,
      mend: '请更正重量，或另行称量并填写净重。',
    },
  }
}

function weightless(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'Goods that were weighed weigh more than nothing.',
    mend: 'State the weight of the pieces with their packaging.',
    zh: { message: '称过重的货物，重量必须大于零。', mend: '请填写货物连同包装的重量。' },
  }
}

function heavierWithout(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'The goods weigh more without their packaging than with it.',
    mend: 'Correct one of the weights.',
    zh: { message: '货物净重大于毛重。', mend: '请更正其中一项重量。' },
  }
}
