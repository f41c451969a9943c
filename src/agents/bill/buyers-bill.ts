import type { CaseState } from '../../clearance/case-state.ts'
import type { CaseEvent } from '../../clearance/events/case-event.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import { inMinorUnits, type Money, negate, sum } from '../../customs/money/money.ts'
import type { Charge, Quote } from '../../customs/quote/quote.ts'

/** What a purchasing agent's buyer has to pay for one consignment, with the agent's work apart. */
export interface BuyersBill {
  readonly reference: string
  /** Where the duty and tax on the bill come from. */
  readonly importCharges: ImportChargesBasis
  /** Who bears duty and tax; they are on the bill only where this is the buyer. */
  readonly importChargesBorneBy: string
  readonly lines: readonly BillLine[]
  /** One amount a currency: nothing is converted, so every total is exact. */
  readonly total: readonly Money[]
  /** Payments of the buyer that are on record in the case. */
  readonly paid: readonly Money[]
  /** Total less paid; negative where the buyer gets money back. */
  readonly due: readonly Money[]
}

/**
 * - `assessed`: as customs has charged them.
 * - `quoted`: as estimated; customs may charge otherwise.
 * - `not-known-yet`: nothing has been quoted, so they are missing from the bill.
 */
export const importChargesBases = ['assessed', 'quoted', 'not-known-yet'] as const
export type ImportChargesBasis = (typeof importChargesBases)[number]

/** What a line of a bill charges for; a charge that is none of the known ones keeps its tax type. */
export const billLineKinds = [
  'goods',
  'buying-commission',
  'freight',
  'insurance',
  'sale-vat',
  'customs-duty',
  'import-vat',
  'other-charge',
] as const
export type BillLineKind = (typeof billLineKinds)[number]

/** One line of a bill: a single amount in its own currency, with all decimals of that currency. */
export interface BillLine {
  readonly kind: BillLineKind
  readonly text: BilingualText
  /** For goods: the number of pieces. */
  readonly quantity?: number
  readonly amount: Money
}

/** What a bill is made out from. */
export interface BillFacts {
  readonly consignment: Consignment
  readonly state: CaseState
  /** The latest quote, absent before there is one. */
  readonly quote?: Quote
  readonly events: readonly CaseEvent[]
}

/**
 * Makes out the bill of the buyer. The buying commission stands by itself: it is what the buyer pays
 * the agent for buying, is no part of the price of the goods, and does not count for their customs
 * value (WTO Valuation Agreement, article 8.1(a)(i)).
 *
 * Only what the case knows is on the bill. Payments are those that were recorded against its charges;
 * what a buyer has paid for the goods elsewhere does not lower the amount due.
 */
export function buyersBill(facts: BillFacts): BuyersBill {
  const { consignment, state, events } = facts
  const borneBy = state.parties?.payer ?? consignment.dutiesBilledTo
  const charges = importCharges(facts)
  const lines = [
    ...consignment.goodsItems.map(goodsLine),
    ...agreedLines(consignment),
    ...charges.lines.filter(() => borneBy === 'buyer'),
    ...feeLines(facts.quote),
  ].map((line) => ({ ...line, amount: inMinorUnits(line.amount) }))
  const amounts = lines.map((line) => line.amount)
  const payments = paymentsIn(events)
  return {
    reference: consignment.reference,
    importCharges: charges.basis,
    importChargesBorneBy: borneBy,
    lines,
    total: totalsByCurrency(amounts),
    paid: totalsByCurrency(payments),
    due: totalsByCurrency([...amounts, ...payments.map(negate)]),
  }
}

function goodsLine({ description, quantity, linePrice }: GoodsItem): BillLine {
  return {
    kind: 'goods',
    text: { en: description, zh: description },
    quantity,
    amount: linePrice,
  }
}

/** What was agreed on beside the prices of the goods. */
function agreedLines({ agentFee, freight, insurance, saleVat }: Consignment): readonly BillLine[] {
  const agreed: readonly (readonly [BillLineKind, Money | undefined])[] = [
    ['buying-commission', agentFee],
    ['freight', freight],
    ['insurance', insurance],
    ['sale-vat', saleVat?.amount],
  ]
  return agreed.flatMap(([kind, amount]) =>
    amount === undefined ? [] : [{ kind, text: names[kind], amount }],
  )
}

interface ImportCharges {
  readonly basis: ImportChargesBasis
  readonly lines: readonly BillLine[]
}

/** Duty and tax: as charged once customs has decided, until then as quoted. */
function importCharges({ state, quote }: BillFacts): ImportCharges {
  if (state.debts.length > 0) {
    const live = state.debts.filter((debt) => debt.state !== 'written-off')
    return { basis: 'assessed', lines: live.map((debt) => taxLine(debt.taxType, debt.amount)) }
  }
  if (quote === undefined) return { basis: 'not-known-yet', lines: [] }
  const taxes = quote.charges.filter((charge) => charge.collector === 'customs')
  return { basis: 'quoted', lines: taxes.map((charge) => quotedLine(charge)) }
}

function taxLine(taxType: string, amount: Money): BillLine {
  const kind = kindOf(taxType)
  const { en, zh } = names[kind]
  const text =
    kind === 'other-charge' ? { en: `${en} ${taxType}`, zh: `${zh} ${taxType}` } : { en, zh }
  return { kind, text, amount }
}

/** UK tax types as they stand in an assessment; A00 is duty and B00 value added tax. */
function kindOf(taxType: string): BillLineKind {
  switch (taxType) {
    case 'A00':
      return 'customs-duty'
    case 'B00':
      return 'import-vat'
    default:
      return 'other-charge'
  }
}

function quotedLine({ taxType, name, amount }: Charge): BillLine {
  return { kind: kindOf(taxType ?? ''), text: name, amount }
}

/** Fees of others for this consignment; the agent's own fee stands as its commission. */
function feeLines(quote: Quote | undefined): readonly BillLine[] {
  const fees = (quote?.charges ?? []).filter(
    ({ kind, collector, borneBy }) =>
      kind === 'fee' && collector !== 'purchasing-agent' && borneBy === 'buyer',
  )
  return fees.map(({ name, amount }) => ({ kind: 'other-charge', text: name, amount }))
}

/** A settlement of another party, such as a seller who bears the duty, is no payment of the buyer. */
function paymentsIn(events: readonly CaseEvent[]): readonly Money[] {
  return events.flatMap((event) =>
    event.type === 'charges-settled' && event.data.payer === 'buyer' ? [event.data.amount] : [],
  )
}

/** Amounts of different currencies never meet, so each currency has a total of its own. */
function totalsByCurrency(amounts: readonly Money[]): readonly Money[] {
  const currencies = [...new Set(amounts.map((amount) => amount.currency))]
  return currencies.map((currency) =>
    inMinorUnits(
      sum(
        amounts.filter((amount) => amount.currency === currency),
        currency,
      ),
    ),
  )
}

const names: Readonly<Record<BillLineKind, BilingualText>> = {
  goods: { en: 'Goods', zh: '商品' },
  'buying-commission': { en: 'Buying commission', zh: '代购服务费' },
  freight: { en: 'Freight', zh: '运费' },
  insurance: { en: 'Insurance', zh: '保险费' },
  'sale-vat': { en: 'VAT charged at sale', zh: '销售时收取的增值税' },
  'customs-duty': { en: 'Customs duty', zh: '关税' },
  'import-vat': { en: 'Import VAT', zh: '进口增值税' },
  'other-charge': { en: 'Other charge', zh: '其他费用' },
}
