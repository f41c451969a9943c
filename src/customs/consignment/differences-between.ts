import { jsonPointer } from '../json-pointer.ts'
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
  { name: 'exporter', words: 'the last seller before import', factOf: (c) => c.parties.exporter },
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
  {
    name: 'commercialInvoice',
    words: 'the commercial invoice',
    factOf: (c) => c.commercialInvoice,
  },
  {
    name: 'saleVat',
    words: 'the registration under which VAT was charged at sale',
    factOf: (c) => c.saleVat && { ...c.saleVat, amount: c.saleVat.amount.currency },
  },
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
  return {
    code: 'orders-not-joinable',
    path: jsonPointer('orders', other.reference, fact.name),
    message: `Orders ${first.reference} and ${other.reference} differ in ${fact.words}.`,
    mend: 'Correct the order that is wrong, or send the two as separate consignments.',
  }
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
