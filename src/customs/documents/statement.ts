import type { BilingualText } from '../bilingual-text.ts'
import { type DecimalText, fromBig, toBig } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { lineFact } from './paper-facts.ts'

/** What one paper of a case says about one fact, and where it says so. */
export interface Statement {
  /** The fact in words, the same words in every paper: `the quantity of item 1`. */
  readonly fact: BilingualText
  readonly value: string
  /** JSON Pointer that begins with the paper: `/invoice/lines/0/quantity`. */
  readonly path: string
}

/** A fact in words, its place in the paper, and what the paper says; nothing where it is silent. */
export type Said = readonly [fact: BilingualText, path: string, value: string | undefined]

/** Makes the statements of one paper from what it says. */
export function statementsOf(paper: string, said: readonly Said[]): readonly Statement[] {
  return said.flatMap(([fact, path, value]) =>
    value === undefined ? [] : [{ fact, value, path: `/${paper}${path}` }],
  )
}

/** A line of goods, as far as a paper speaks of it. */
export interface SaidOfLine {
  readonly itemNumber: number
  /** Where the goods have several sellers. */
  readonly seller?: string | undefined
  readonly invoiceNumber?: string | undefined
  readonly description?: string | undefined
  readonly commodityCode?: string | undefined
  readonly origin?: string | undefined
  readonly quantity?: number | undefined
  readonly unitPrice?: Money | undefined
  readonly amount?: Money | undefined
  readonly netWeightKg?: DecimalText | undefined
  readonly grossWeightKg?: DecimalText | undefined
}

/** Where in a line each fact stands, for the facts that do not stand under their own name. */
export type LinePlaces = Partial<Record<keyof SaidOfLine, string>>

/** What a paper says of one line, which stands at a path. */
export function saidOfLine(
  line: SaidOfLine,
  path: string,
  places: LinePlaces = {},
): readonly Said[] {
  const fact = (name: Parameters<typeof lineFact>[0]) => lineFact(name, line.itemNumber)
  const at = (name: keyof SaidOfLine) => `${path}/${places[name] ?? name}`
  const quantity = line.quantity === undefined ? undefined : String(line.quantity)
  return [
    [fact('seller'), at('seller'), line.seller],
    [fact('invoiceNumber'), at('invoiceNumber'), line.invoiceNumber],
    [fact('description'), at('description'), line.description],
    [fact('commodityCode'), at('commodityCode'), line.commodityCode],
    [fact('origin'), at('origin'), line.origin],
    [fact('quantity'), at('quantity'), quantity],
    [fact('unitPrice'), at('unitPrice'), moneyText(line.unitPrice)],
    [fact('amount'), at('amount'), moneyText(line.amount)],
    [fact('netWeightKg'), at('netWeightKg'), numberText(line.netWeightKg)],
    [fact('grossWeightKg'), at('grossWeightKg'), numberText(line.grossWeightKg)],
  ]
}

/** A number in the one form in which equal numbers are equal texts: `1.50` is `1.5`. */
export function numberText(value: DecimalText | undefined): string | undefined {
  return value === undefined ? undefined : fromBig(toBig(value))
}

/** An amount with its currency, so that no two currencies ever seem to agree. */
export function moneyText(value: Money | undefined): string | undefined {
  return value === undefined ? undefined : `${fromBig(toBig(value.amount))} ${value.currency}`
}
