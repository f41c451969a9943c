import type { Order } from '../../../../customs/order/order.ts'
import { plainAmount } from '../amount-text.ts'

/** What was typed so far: text by JSON Pointer of the fact in the order. */
export interface OrderDraft {
  readonly texts: Readonly<Record<string, string>>
  /** Number of lines; each has its texts below `/lines/0`, `/lines/1` and so on. */
  readonly lineCount: number
  /** Whether goods go somewhere else than to the buyer's address. */
  readonly deliverTo: 'buyer' | 'elsewhere'
  /** Whether goods come from somewhere else than the seller's address, or the agent's. */
  readonly shipFrom: 'sender' | 'elsewhere'
}

/** One currency holds for all amounts of an order; it is typed once. */
export const CURRENCY = '/currency'

const wholeNumbers = /^\/(lines\/\d+\/quantity|packages\/count)$/
const amounts = /\/(unitPrice|freight|insurance|fee)\/amount$/
const measures = /\/(netWeightKg|grossWeightKg|supplementaryQuantity\/amount|quantities\/\w+)$/
/** Facts that are so or not so; what is neither stays text, and the check says so. */
const answers = /^\/(gift|relatedParties|simplifiedDeclaration|returnedGoods\/unaltered)$/
/** VAT charged at sale is in the money of the country that charges it. */
const saleVatAmount = '/saleVat/amount/amount'

/** Puts together what was typed, complete or not. Nothing is added that was not typed. */
export function composeOrder(draft: OrderDraft, channel?: Order['channel']): object {
  const order: Node = channel === undefined ? {} : { channel }
  const currency = draft.texts[CURRENCY]?.trim()
  for (const [pointer, typed] of Object.entries(draft.texts)) {
    const text = typed.trim()
    if (text === '' || pointer === CURRENCY || isOfHiddenLine(pointer, draft)) continue
    setAt(order, pointer, factOf(pointer, text, currency))
    if (amounts.test(pointer) && pointer !== saleVatAmount && currency) {
      setAt(order, pointer.replace(/amount$/, 'currency'), currency)
    }
  }
  const { buyer, seller, purchasingAgent } = order as OrderSoFar
  const sender = purchasingAgent?.party ?? seller
  if (draft.deliverTo === 'buyer' && buyer?.address) order.deliverTo = buyer.address
  if (draft.shipFrom === 'sender' && sender?.address) order.shipFrom = sender.address
  return order
}

type Fact = string | number | boolean

/** A figure may be written as people write it; what is none stays text, and the check says so. */
function factOf(pointer: string, text: string, currency: string | undefined): Fact {
  if (answers.test(pointer) && /^(true|false)$/.test(text)) return text === 'true'
  if (wholeNumbers.test(pointer)) {
    const figure = plainAmount(text)
    return /^\d+$/.test(figure) ? Number(figure) : text
  }
  if (amounts.test(pointer)) return plainAmount(text, currency)
  return measures.test(pointer) ? plainAmount(text) : text
}

interface OrderSoFar {
  readonly buyer?: { readonly address?: object }
  readonly seller?: { readonly address?: object }
  readonly purchasingAgent?: { readonly party?: { readonly address?: object } }
}

interface Node {
  [name: string]: unknown
}

/** Takes the facts of an order back into texts, so that another one can be typed after it. */
export function draftFrom(order: Partial<Order>): OrderDraft {
  const texts: Record<string, string> = {}
  collect(order, '', texts)
  const { currency } = order.lines?.[0]?.unitPrice ?? {}
  const sender = order.purchasingAgent?.party ?? order.seller
  delete texts['/channel']
  return {
    texts: { ...texts, ...(currency !== undefined && { [CURRENCY]: currency }) },
    lineCount: order.lines?.length ?? 1,
    deliverTo: isSame(order.deliverTo, order.buyer?.address) ? 'buyer' : 'elsewhere',
    shipFrom: isSame(order.shipFrom, sender?.address) ? 'sender' : 'elsewhere',
  }
}

/** The draft without one of its lines; those below move up. */
export function withoutLine(draft: OrderDraft, removed: number): OrderDraft {
  const texts = Object.fromEntries(
    Object.entries(draft.texts).flatMap(([pointer, text]): readonly [string, string][] => {
      const [, number, rest] = /^\/lines\/(\d+)(\/.*)$/.exec(pointer) ?? []
      if (number === undefined || rest === undefined) return [[pointer, text]]
      const place = Number(number)
      if (place === removed) return []
      return [[`/lines/${place > removed ? place - 1 : place}${rest}`, text]]
    }),
  )
  return { ...draft, texts, lineCount: draft.lineCount - 1 }
}

function isOfHiddenLine(pointer: string, { lineCount, deliverTo, shipFrom }: OrderDraft): boolean {
  const [, number] = /^\/lines\/(\d+)\//.exec(pointer) ?? []
  if (number !== undefined) return Number(number) >= lineCount
  if (pointer.startsWith('/deliverTo/')) return deliverTo === 'buyer'
  return pointer.startsWith('/shipFrom/') && shipFrom === 'sender'
}

function setAt(root: Node, pointer: string, value: unknown): void {
  const steps = pointer.split('/').slice(1)
  const last = steps.pop() ?? ''
  let node = root
  for (const [index, step] of steps.entries()) {
    const isList = /^\d+$/.test(steps[index + 1] ?? last)
    node[step] ??= isList ? [] : {}
    node = node[step] as Node
  }
  node[last] = value
}

function collect(value: unknown, pointer: string, texts: Record<string, string>): void {
  if (typeof value === 'string') texts[pointer] = value
  else if (typeof value === 'number' || typeof value === 'boolean') texts[pointer] = String(value)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      // Amounts share one currency, which is typed once; VAT at sale has its own.
      const isShared = name === 'currency' && !pointer.startsWith('/saleVat')
      if (!isShared) collect(inner, `${pointer}/${name}`, texts)
    }
  }
}

function isSame(left: unknown, right: unknown): boolean {
  return left === undefined || JSON.stringify(left) === JSON.stringify(right)
}
