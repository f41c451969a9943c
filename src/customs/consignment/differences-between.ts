import { jsonPointer } from '../json-pointer.ts'
import { deliveryCostTerms } from '../quote/delivery-cost-terms.ts'
import type { Failure } from '../result.ts'
import type { Consignment } from './consignment.ts'
import type { ShipmentFacts } from './join-orders.ts'
import { sameFact } from './same-fact.ts'

/** Why two orders cannot travel as one consignment; empty where they can. */
export function differencesBetween(
  first: Consignment,
  other: Consignment,
  shipment: ShipmentFacts,
): readonly Failure[] {
  const shared = sharedFacts.filter(({ name }) => !(name in shipment))
  return [
    ...shared
      .filter(({ factOf }) => !sameFact(factOf(first), factOf(other)))
      .map(({ name, words }) => notJoinable(first, other, { name, words })),
    ...currencyMismatch(first, other),
    ...sellersApart(first, other, shipment),
    ...invoicesApart(first, other, shipment),
    ...saleVatMixed(first, other),
  ]
}

/** A fact of a consignment that all its orders have to share. */
interface SharedFact {
  readonly name: string
  readonly words: string
  readonly factOf: (consignment: Consignment) => unknown
}

/** What customs sees once per consignment, and what therefore cannot differ within one. */
const sharedFacts: readonly SharedFact[] = [
  { name: 'buyer', words: 'the buyer', factOf: (c) => c.parties.buyer },
  { name: 'marketplace', words: 'the marketplace', factOf: (c) => c.parties.marketplace },
  {
    name: 'purchasingAgent',
    words: 'the purchasing agent or its capacity',
    factOf: (c) => c.parties.purchasingAgent,
  },
  { name: 'channel', words: 'the channel of sale', factOf: (c) => c.channel },
  { name: 'shipFrom', words: 'the place of dispatch', factOf: (c) => c.shipFrom },
  { name: 'deliverTo', words: 'the address of delivery', factOf: (c) => c.deliverTo },
  { name: 'incoterm', words: 'the delivery term', factOf: (c) => c.incoterm },
  { name: 'dutiesBilledTo', words: 'who pays duty', factOf: (c) => c.dutiesBilledTo },
  { name: 'authorityToAct', words: 'the authority to act', factOf: (c) => c.authorityToAct },
  { name: 'transport', words: 'the transport', factOf: (c) => c.transport },
  // An amount that only one order states cannot be added up to the amount of the consignment.
  { name: 'freight', words: 'whether freight is stated', factOf: (c) => c.freight !== undefined },
  {
    name: 'insurance',
    words: 'whether insurance is stated',
    factOf: (c) => c.insurance !== undefined,
  },
  {
    name: 'agentFee',
    words: "whether an agent's fee is stated",
    factOf: (c) => c.agentFee !== undefined,
  },
]

/** The failure of two orders that differ in one shared fact. */
function notJoinable(
  first: Consignment,
  other: Consignment,
  fact: { readonly name: string; readonly words: string },
): Failure {
  return notTogether(first, other, {
    name: fact.name,
    because: `differ in ${fact.words}`,
    mend: 'Correct the order that is wrong, or send the two as separate consignments.',
  })
}

/** The failure of two orders that something keeps apart, and what to do about it. */
function notTogether(
  first: Consignment,
  other: Consignment,
  why: { readonly name: string; readonly because: string; readonly mend: string },
): Failure {
  return {
    code: 'orders-not-joinable',
    path: jsonPointer('orders', other.reference, why.name),
    message: `Orders ${first.reference} and ${other.reference} ${why.because}.`,
    mend: why.mend,
  }
}

function haveOneSeller(first: Consignment, other: Consignment): boolean {
  return sameFact(first.parties.seller, other.parties.seller)
}

/** Several sellers' goods become one consignment only where somebody puts them together. */
function sellersApart(
  first: Consignment,
  other: Consignment,
  shipment: ShipmentFacts,
): readonly Failure[] {
  if (haveOneSeller(first, other)) return []
  const name = 'seller'
  if (first.parties.purchasingAgent === undefined) {
    const because = 'have different sellers, and no purchasing agent puts their goods together'
    return [notTogether(first, other, { name, because, mend: 'Send each as its own consignment.' })]
  }
  if (shipment.commercialInvoice === undefined) return []
  const because = `have different sellers, and invoice ${shipment.commercialInvoice.number} can be that of one only`
  const mend = 'State the invoice of each seller with its order.'
  return [notTogether(first, other, { name: 'commercialInvoice', because, mend })]
}

/**
 * Goods on several invoices travel at the buyer's cost only. Where a seller's price contains the
 * carriage, each invoice would claim to have paid for the one carriage of all.
 */
function invoicesApart(
  first: Consignment,
  other: Consignment,
  shipment: ShipmentFacts,
): readonly Failure[] {
  const isOnOne =
    shipment.commercialInvoice !== undefined ||
    (haveOneSeller(first, other) && sameFact(first.commercialInvoice, other.commercialInvoice))
  const { code } = first.incoterm
  if (isOnOne || deliveryCostTerms[code].carriage === 'beside-price') return []
  return [
    notTogether(first, other, {
      name: 'commercialInvoice',
      because: `are on different invoices, of which each contains carriage under ${code}`,
      mend: 'Agree on a term under which the buyer pays the carriage (EXW, FCA, FAS, FOB), or send each as its own consignment.',
    }),
  ]
}

/**
 * Relief from import VAT rests on one registration that has charged VAT on all of the consignment.
 * Where only some of it was charged, or by several, the relief would be claimed for too much or on
 * the wrong number.
 */
function saleVatMixed(first: Consignment, other: Consignment): readonly Failure[] {
  const [one, another] = [first, other].map(
    ({ saleVat }) => saleVat && { ...saleVat, amount: saleVat.amount.currency },
  )
  if (sameFact(one, another)) return []
  const said = (order: Consignment) =>
    order.saleVat === undefined
      ? `not charged on order ${order.reference}`
      : `charged on order ${order.reference} under ${order.saleVat.registration}`
  return [
    {
      code: 'sale-vat-mixed',
      path: jsonPointer('orders', other.reference, 'saleVat'),
      message: `VAT at sale was ${said(first)} and ${said(other)}.`,
      mend: 'Send the two as separate consignments, so that each is declared by its own VAT.',
      law: 'CDS appendix 2: additional procedure code 1RV and statement RVAT1',
    },
  ]
}

/** Two currencies cannot be added up, and one invoice has only one. */
function currencyMismatch(first: Consignment, other: Consignment): readonly Failure[] {
  if (first.currency === other.currency) return []
  return [
    {
      code: 'currency-mismatch',
      path: jsonPointer('orders', other.reference, 'currency'),
      message: `Order ${first.reference} is priced in ${first.currency}, order ${other.reference} in ${other.currency}.`,
      mend: 'Send the two as separate consignments.',
    },
  ]
}
