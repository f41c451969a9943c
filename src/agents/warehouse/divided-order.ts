import { apportion } from '../../customs/money/apportion.ts'
import { apportionDecimal } from '../../customs/money/apportion-decimal.ts'
import { addDecimals, type DecimalText, isZero } from '../../customs/money/decimal.ts'
import { type Money, multiply, sum } from '../../customs/money/money.ts'
import { orderCurrency } from '../../customs/order/order-currency.ts'
import type { Order, OrderLine } from '../../customs/order/order.ts'
import type { ReceivedLine, WarehouseReceipt } from './warehouse-receipt.ts'

/** Pieces of an order that travel together. */
export interface PartOfOrder {
  readonly lines: readonly { readonly lineNumber: number; readonly quantity: number }[]
}

/** A part as an order of its own, with what was weighed of it. */
export interface PartAsOrder {
  readonly order: Order
  readonly lines: readonly ReceivedLine[]
}

/** Pieces of each line that came in good order, by line number. */
export function receivedPieces(receipts: readonly WarehouseReceipt[]): ReadonlyMap<number, number> {
  const pieces = new Map<number, number>()
  for (const { lineNumber, quantity } of receipts.flatMap(({ lines }) => lines)) {
    pieces.set(lineNumber, (pieces.get(lineNumber) ?? 0) + quantity)
  }
  return pieces
}

/**
 * The parts of an order as orders: weights go with the pieces, costs of the whole with the price of
 * the goods, each share exact so that nothing is lost or made. Of the references only a number is
 * added.
 *
 * @param parts which hold every received piece exactly once
 */
export function dividedOrder(
  order: Order,
  receipts: readonly WarehouseReceipt[],
  parts: readonly PartOfOrder[],
): readonly PartAsOrder[] {
  const lineNumbers = [...receivedPieces(receipts).keys()]
  const shared = lineNumbers.map((lineNumber) => shareLine({ order, receipts, parts, lineNumber }))
  const weights = parts.map((part) => valueOf(order, part))
  const costs = {
    freight: sharesOf(order.freight, weights),
    insurance: sharesOf(order.insurance, weights),
    fee: sharesOf(order.purchasingAgent?.fee, weights),
    saleVat: sharesOf(order.saleVat?.amount, weights),
  }
  return parts.map((part, index) => {
    const own = shared.map((shares) => shareAt(shares, index))
    const lines = part.lines.flatMap(({ lineNumber }) =>
      own.filter(({ received }) => received.lineNumber === lineNumber),
    )
    return {
      order: partOf(order, {
        number: index + 1,
        lines: lines.map(({ ordered }) => ordered),
        freight: costs.freight?.[index],
        insurance: costs.insurance?.[index],
        fee: costs.fee?.[index],
        saleVat: costs.saleVat?.[index],
      }),
      lines: lines.map(({ received }, place) => ({ ...received, lineNumber: place + 1 })),
    }
  })
}

interface SharedLine {
  readonly ordered: OrderLine
  readonly received: ReceivedLine
}

interface LineToShare {
  readonly order: Order
  readonly receipts: readonly WarehouseReceipt[]
  readonly parts: readonly PartOfOrder[]
  readonly lineNumber: number
}

/** What each part gets of a line: its pieces, and the weight that goes with them. */
function shareLine({ order, receipts, parts, lineNumber }: LineToShare): readonly SharedLine[] {
  const pieces = parts.map(
    ({ lines }) => lines.find((line) => line.lineNumber === lineNumber)?.quantity ?? 0,
  )
  const came = receipts
    .flatMap(({ lines }) => lines)
    .filter((line) => line.lineNumber === lineNumber)
  const nets = came.flatMap((line) => line.netWeightKg ?? [])
  const { netWeightKg, grossWeightKg, ...facts } = lineOf(order, lineNumber)
  const shares = {
    netStated: netWeightKg && apportionDecimal(netWeightKg, pieces),
    grossStated: grossWeightKg && apportionDecimal(grossWeightKg, pieces),
    gross: apportionDecimal(addDecimals(...came.map((line) => line.grossWeightKg)), pieces),
    net: nets.length === came.length ? apportionDecimal(addDecimals(...nets), pieces) : undefined,
  }
  return pieces.map((quantity, index) => ({
    ordered: {
      ...{ ...facts, quantity },
      ...(shares.netStated && { netWeightKg: shareAt(shares.netStated, index) }),
      ...(shares.grossStated && { grossWeightKg: shareAt(shares.grossStated, index) }),
    },
    received: {
      ...{ lineNumber, quantity, grossWeightKg: shareAt(shares.gross, index) },
      ...(shares.net && { netWeightKg: shareAt(shares.net, index) }),
    },
  }))
}

/** The share of one part; whatever is apportioned has a share for each of them. */
function shareAt<Share>(shares: readonly Share[], part: number): Share {
  const share = shares[part]
  if (share === undefined) throw new RangeError(`nothing was apportioned to part ${part + 1}`)
  return share
}

function lineOf({ lines, reference }: Order, lineNumber: number): OrderLine {
  const line = lines[lineNumber - 1]
  if (line === undefined) throw new RangeError(`order ${reference} has no line ${lineNumber}`)
  return line
}

interface PartFacts {
  readonly number: number
  readonly lines: readonly OrderLine[]
  readonly freight: Money | undefined
  readonly insurance: Money | undefined
  readonly fee: Money | undefined
  readonly saleVat: Money | undefined
}

function partOf(
  order: Order,
  { number, lines, freight, insurance, fee, saleVat }: PartFacts,
): Order {
  // The packages of the whole are opened when its goods are divided.
  const { packages: _, purchasingAgent, ...facts } = order
  return {
    ...facts,
    reference: `${order.reference}-${number}`,
    lines,
    ...(freight && { freight }),
    ...(insurance && { insurance }),
    ...(purchasingAgent && { purchasingAgent: { ...purchasingAgent, ...(fee && { fee }) } }),
    ...(order.saleVat && saleVat && { saleVat: { ...order.saleVat, amount: saleVat } }),
  }
}

/** What the goods of a part cost; pieces count where goods cost nothing. */
function valueOf(order: Order, { lines }: PartOfOrder): { price: DecimalText; pieces: number } {
  const prices = lines.map(({ lineNumber, quantity }) =>
    multiply(lineOf(order, lineNumber).unitPrice, String(quantity) as DecimalText),
  )
  return {
    price: sum(prices, orderCurrency(order)).amount,
    pieces: lines.reduce((pieces, { quantity }) => pieces + quantity, 0),
  }
}

function sharesOf(
  whole: Money | undefined,
  parts: readonly { readonly price: DecimalText; readonly pieces: number }[],
): readonly Money[] | undefined {
  if (whole === undefined) return undefined
  const prices = parts.map(({ price }) => price)
  const weights = prices.every(isZero)
    ? parts.map(({ pieces }) => String(pieces) as DecimalText)
    : prices
  return apportion(whole, weights)
}
