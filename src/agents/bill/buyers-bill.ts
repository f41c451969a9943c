import type { CaseState } from '../../clearance/case-state.ts'
import type { CaseEvent } from '../../clearance/events/case-event.ts'
import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import {
  inMinorUnits,
  isPositive,
  type Money,
  negate,
  sum,
  zero,
} from '../../customs/money/money.ts'
import type { Party } from '../../customs/order/party.ts'
import { deliveryCostTerms } from '../../customs/valuation/delivery-cost-terms.ts'
import { deliveryCosts } from '../../customs/quote/missing-delivery-costs.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { type BillLine, type BillLineKind, billLineNames } from './bill-line.ts'
import { importCharges, type ImportChargesBasis } from './import-charges.ts'

/** What a purchasing agent's buyer has to pay for one consignment, with the agent's work apart. */
export interface BuyersBill {
  readonly reference: string
  /** Who pays it. */
  readonly buyer: Party
  /** Whether the sums can still change: final once customs has its money, or none is due here. */
  readonly standing: 'expected' | 'final'
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

/** What a bill is made out from. */
export interface BillFacts {
  readonly consignment: Consignment
  readonly state: CaseState
  /** The latest quote, absent before there is one. */
  readonly quote?: Quote
  readonly events: readonly CaseEvent[]
}

/**
 * Makes out the bill of the buyer as things stand. The buying commission stands by itself: it is what
 * the buyer pays the agent for buying, is no part of the price of the goods, and does not count for
 * their customs value (WTO Valuation Agreement, article 8.1(a)(i)).
 *
 * Duty and tax are on it from the first quote on, each with its standing, so that the buyer sees the
 * sum to expect; an assessment takes the place of the quote, and a re-assessment that of the first.
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
  const mayChange = borneBy === 'buyer' && charges.basis !== 'settled'
  const isEstimated = lines.some(({ standing }) => standing === 'estimated')
  return {
    reference: consignment.reference,
    buyer: consignment.parties.buyer,
    standing: mayChange || isEstimated ? 'expected' : 'final',
    importCharges: charges.basis,
    importChargesBorneBy: borneBy,
    lines,
    total: totalsByCurrency(amounts),
    paid: totalsByCurrency(payments),
    due: totalsByCurrency([...amounts, ...payments.map(negate)]),
  }
}

function goodsLine({ description, quantity, linePrice, seller }: GoodsItem): BillLine {
  return {
    kind: 'goods',
    standing: 'agreed',
    text: { en: description, zh: description },
    quantity,
    ...(seller && { seller: seller.name }),
    amount: linePrice,
  }
}

/** What was agreed on beside the prices of the goods; the freight is the buyer's share of it. */
function agreedLines(consignment: Consignment): readonly BillLine[] {
  const { agentFee, saleVat } = consignment
  return [
    ...agreedLine('buying-commission', agentFee),
    ...deliveryCosts.flatMap((cost) => deliveryLine(consignment, cost)),
    ...agreedLine('sale-vat', saleVat?.amount),
  ]
}

function agreedLine(kind: BillLineKind, amount: Money | undefined): readonly BillLine[] {
  return amount === undefined
    ? []
    : [{ kind, standing: 'agreed', text: billLineNames[kind], amount }]
}

/** A cost that the prices contain is named with nothing to pay, lest it seem to be forgotten. */
function deliveryLine(
  consignment: Consignment,
  { name, part }: (typeof deliveryCosts)[number],
): readonly BillLine[] {
  const { code } = consignment.incoterm
  const amount = consignment[name]
  if (deliveryCostTerms[code][part] === 'beside-price' || (amount && isPositive(amount))) {
    return agreedLine(name, amount)
  }
  const { en, zh } = billLineNames[name]
  const text = { en: `${en}, in the prices under ${code}`, zh: `${zh}（按 ${code} 已含在价格内）` }
  return [{ kind: name, standing: 'agreed', text, amount: zero(consignment.currency) }]
}

/** Fees of others for this consignment; the agent's own fee stands as its commission. */
function feeLines(quote: Quote | undefined): readonly BillLine[] {
  const fees = (quote?.charges ?? []).filter(
    ({ kind, collector, borneBy }) =>
      kind === 'fee' && collector !== 'purchasing-agent' && borneBy === 'buyer',
  )
  return fees.map(({ name, amount }) => ({
    ...{ kind: 'other-charge', standing: 'estimated', text: name, amount },
  }))
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
