import type { Order } from '../../../../customs/order/order.ts'
import type { ReceiptView } from '../../../../api/warehouse-receipts.ts'

/** A line as it is being counted and weighed. */
export interface CountedLine {
  readonly quantity: number
  readonly grossWeightKg: string
  readonly netWeightKg: string
}

/** Packages as they are being measured; texts as they were typed. */
export interface MeasuredPackage {
  readonly type: string
  readonly count: number
  readonly lengthCm: string
  readonly widthCm: string
  readonly heightCm: string
}

/** Pieces that are not sent on, as they are being described. */
export interface ApartGoods {
  readonly kind: 'surplus' | 'damaged' | 'wrong-goods'
  /** 0 for goods of no line. */
  readonly lineNumber: number
  readonly quantity: number
  readonly description: string
}

/** A receipt that is being made out. */
export interface ReceiptDraft {
  readonly lines: readonly CountedLine[]
  readonly packages: readonly MeasuredPackage[]
  readonly setApart: readonly ApartGoods[]
  readonly photoIds: readonly string[]
}

/** One carton of no stated size, which is how most goods come. */
export const oneCarton: MeasuredPackage = {
  ...{ type: 'CT', count: 1, lengthCm: '', widthCm: '', heightCm: '' },
}

/** A receipt in which nothing is counted yet: what is not looked at has not come. */
export function emptyReceipt({ lines }: Order): ReceiptDraft {
  return {
    lines: lines.map(() => ({ quantity: 0, grossWeightKg: '', netWeightKg: '' })),
    packages: [oneCarton],
    setApart: [],
    photoIds: [],
  }
}

/** Pieces of each line that have not come in good order yet. */
export function openPieces(
  { lines }: Order,
  receipts: readonly Pick<ReceiptView, 'lines'>[],
): readonly number[] {
  return lines.map(({ quantity }, index) => {
    const came = receipts
      .flatMap((receipt) => receipt.lines)
      .filter(({ lineNumber }) => lineNumber === index + 1)
    return quantity - came.reduce((pieces, line) => pieces + line.quantity, 0)
  })
}

/** The receipt as the interface takes it; what was left empty is not stated. */
export function receiptBody(orderId: string, draft: ReceiptDraft): object {
  const lines = draft.lines.flatMap(({ quantity, grossWeightKg, netWeightKg }, index) =>
    quantity === 0
      ? []
      : [
          {
            ...{ lineNumber: index + 1, quantity, grossWeightKg: grossWeightKg.trim() },
            ...(netWeightKg.trim() !== '' && { netWeightKg: netWeightKg.trim() }),
          },
        ],
  )
  const packages = draft.packages.map(({ type, count, ...sizes }) => ({
    ...{ type, count },
    ...Object.fromEntries(
      Object.entries(sizes).flatMap(([name, size]) => {
        const stated = size.trim()
        return stated === '' ? [] : [[name, stated]]
      }),
    ),
  }))
  const setApart = draft.setApart.map(({ lineNumber, ...goods }) => ({
    ...goods,
    ...(lineNumber > 0 && { lineNumber }),
  }))
  return { orderId, lines, packages, setApart, photoIds: draft.photoIds }
}
