import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { ProvenPreference } from '../documents/proven-preference.ts'
import { inOneList } from '../in-one-list.ts'
import { decideLane } from '../lane/decide-lane.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import type { ReliefConditions } from '../lane/relief-conditions.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import type { Laws } from '../law/law.ts'
import { isNorthernIreland } from '../northern-ireland/is-northern-ireland.ts'
import type { NorthernIrelandRules } from '../northern-ireland/northern-ireland-rules.ts'
import { combine, type Result, success } from '../result.ts'
import type { ConversionUsed } from '../valuation/official-rates.ts'
import { consignmentCharges } from './consignment-charges.ts'
import { failuresOfConsignment } from './failures-of-consignment.ts'
import type { Fee } from './fee.ts'
import { itemValuation } from './item-valuation.ts'
import { quoteNorthernIreland } from './quote-northern-ireland.ts'
import { quoteTotals } from './quote-totals.ts'
import type { Charge, Quote, RateUsed } from './quote.ts'
import { reckonConsignment, typesOfMeasures } from './reckon-consignment.ts'
import { taxCharges } from './tax-charges.ts'
import { valuationNotes } from './valuation-notes.ts'

/** A consignment, a day, and the dated facts of the authority to quote from. */
export interface QuoteRequest {
  readonly consignment: Consignment
  readonly on: LocalDate
  /** What every landed cost is worked out from: tariffs, rules of destinations, rates of exchange. */
  readonly book: LandedCostBook
  readonly laws: Laws
  /** Rules of Northern Ireland; where they are absent, deliveries to there are refused. */
  readonly northernIreland?: NorthernIrelandRules
  /** Conditions of reliefs; where they are absent, gifts and returned goods are refused. */
  readonly reliefs?: ReliefConditions
  /** What others than the authority charge; empty where nobody does. */
  readonly fees: readonly Fee[]
  /**
   * The claims of preference whose proof is there. What an order claims without a proof is charged
   * the duty of third countries.
   */
  readonly provenPreferences?: readonly ProvenPreference[]
}

/**
 * Says what clearing a consignment costs in the terms of its declaration: lane, customs value (CIF),
 * customs duty, import VAT and fees, each charge with its formula and its law. The figures are those
 * of the landed cost of the sale that the consignment is. The same request always gives the same quote.
 *
 * Where facts are missing or outside what is covered, no figure is given; all failures are named,
 * each with its item, its fact and what mends it.
 */
export function makeQuote(request: QuoteRequest): Result<Quote> {
  const { consignment, book } = request
  if (isNorthernIreland(consignment.deliverTo)) return quoteNorthernIreland(request)
  const lane = decideLane(request)
  const facts = combine({
    lane,
    sale: reckonConsignment({ ...request, ...(lane.ok && { lane: lane.value }) }),
  })
  if (!facts.ok) return failuresOfConsignment(facts.failures)
  const charged = { ...request, lane: facts.value.lane, rates: book.rates }
  const shared = consignmentCharges(consignment, charged)
  if (!shared.ok) return failuresOfConsignment(shared.failures)
  return success(quoteOf(request, { ...facts.value, shared: shared.value }))
}

/** Everything that a quote is put together from. */
interface QuoteFacts {
  readonly lane: LaneDecision
  readonly sale: ReckonedSale
  /** What is charged on the consignment as a whole. */
  readonly shared: readonly Charge[]
}

/** Puts the quote together; nothing can fail any more. */
function quoteOf(
  { consignment, on, book, laws, provenPreferences = [] }: QuoteRequest,
  { lane, sale, shared }: QuoteFacts,
): Quote {
  const { currency } = sale.charging.facts.destination
  const terms = { laws, borneBy: consignment.dutiesBilledTo, types: typesOfMeasures(book) }
  const taxed = consignment.goodsItems.map((item) => ({
    item,
    taxes: taxCharges(sale, item.itemNumber, terms),
  }))
  const items = taxed.map((one) => itemValuation(one, sale, provenPreferences))
  const charges = [...taxed.flatMap(({ taxes }) => taxes), ...shared]
  const exchangeRates = sale.charging.valued.conversions.map(rateUsed)
  return {
    consignmentReference: consignment.reference,
    ...{ on, currency, lane, items, charges },
    totals: quoteTotals(items, charges, currency),
    valuationNotes: valuationNotes(consignment, exchangeRates[0], laws),
    notCovered: measuresToName(sale),
    inputs: { tariffEditions: editionsUsed(sale), exchangeRates },
  }
}

/** Every amount goes into the currency in which the authority publishes its rates. */
function rateUsed({ from, unitsFrom, period }: ConversionUsed): RateUsed {
  return { currency: from, unitsPerBase: unitsFrom, from: period.from, until: period.until }
}

/** The editions that say what the goods are and bear. */
function editionsUsed({ charging: { goods } }: ReckonedSale): readonly string[] {
  return [...new Set(inOneList(goods.map((known) => known?.editions ?? [])))]
}

/** Each measure of the tariff that is not worked out once, however many items it concerns. */
function measuresToName({ charging: { goods } }: ReckonedSale): readonly BilingualText[] {
  const notes = inOneList(goods.map((known) => known?.notCovered ?? []))
  return [...new Map(notes.map((note) => [note.en, note])).values()]
}
