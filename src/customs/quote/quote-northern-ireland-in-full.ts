import type { BilingualText } from '../bilingual-text.ts'
import type { GoodsItem } from '../consignment/consignment.ts'
import { inOneList } from '../in-one-list.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { cite, type Reason } from '../law/law.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import type { NorthernIrelandRules } from '../northern-ireland/northern-ireland-rules.ts'
import { type Result, success } from '../result.ts'
import type { ConversionUsed } from '../valuation/official-rates.ts'
import { consignmentCharges } from './consignment-charges.ts'
import { failuresOfConsignment } from './failures-of-consignment.ts'
import { itemValuation, type TaxedItem } from './item-valuation.ts'
import type { QuoteRequest } from './make-quote.ts'
import { quoteTotals } from './quote-totals.ts'
import type { ItemValuation, Quote, QuotedRisk, RateUsed } from './quote.ts'
import { typesOfMeasures } from './reckon-consignment.ts'
import { type BothDuties, reckonNorthernIreland } from './reckon-northern-ireland.ts'
import { riskOfItem } from './risk-of-item.ts'
import { taxCharges } from './tax-charges.ts'
import { valuationNotes } from './valuation-notes.ts'

/** A question for a quote whose lane is the full declaration in Northern Ireland. */
export interface QuoteInFull extends QuoteRequest {
  readonly lane: LaneDecision
  readonly northernIreland: NorthernIrelandRules
}

/**
 * The quote of a consignment that is declared in full in Northern Ireland. Every item is worked out under
 * the tariff of the Union and, where a trusted trader states that it stays, under that of the United
 * Kingdom; which of the two is due follows from the difference, item by item.
 */
export function quoteInFull(request: QuoteInFull): Result<Quote> {
  const { consignment, lane, book } = request
  const duties = reckonNorthernIreland(request)
  if (!duties.ok) return failuresOfConsignment(duties.failures)
  const charged = consignmentCharges(consignment, { ...request, lane, rates: book.rates })
  if (!charged.ok) return failuresOfConsignment(charged.failures)
  const weighed = consignment.goodsItems.map((item) => weighItem(item, duties.value, request))
  const items = weighed.map(({ valuation }) => valuation)
  const charges = [...weighed.flatMap(({ taxes }) => taxes), ...charged.value]
  const { currency } = duties.value.union.charging.facts.destination
  const exchangeRates = duties.value.union.charging.valued.conversions.map(rateUsed)
  const sales = [duties.value.union, ...(duties.value.kingdom ? [duties.value.kingdom] : [])]
  return success({
    consignmentReference: consignment.reference,
    ...{ on: request.on, currency, lane, items, charges },
    totals: quoteTotals(items, charges, currency),
    valuationNotes: [
      ...valuationNotes(consignment, exchangeRates[0], request.laws),
      ...items.flatMap((item) => riskNote(item, request)),
    ],
    notCovered: measuresToName(sales, duties.value.gaps),
    inputs: { tariffEditions: editionsUsed(sales), exchangeRates },
  })
}

/** One item as it is charged: its taxes, and how its value and its standing came about. */
interface WeighedItem extends TaxedItem {
  readonly valuation: ItemValuation
}

function weighItem(item: GoodsItem, duties: BothDuties, request: QuoteInFull): WeighedItem {
  const { consignment, laws, book, provenPreferences = [] } = request
  const risk = riskOfItem(item.itemNumber, duties, request)
  const sale = risk.isAtRisk ? duties.union : (duties.kingdom ?? duties.union)
  const taxes = taxCharges(sale, item.itemNumber, {
    ...{ laws, borneBy: consignment.dutiesBilledTo, types: typesOfMeasures(book) },
    territory: risk.isAtRisk ? 'XI' : 'GB',
  })
  const valuation = itemValuation({ item, taxes }, sale, provenPreferences)
  return { item, taxes, valuation: { ...valuation, risk } }
}

function riskNote(
  { itemNumber, risk }: { readonly itemNumber: number; readonly risk?: QuotedRisk },
  { laws, lane }: QuoteInFull,
): readonly Reason[] {
  if (risk === undefined) return []
  const fromOutside = lane.statements.includes('NIIMP')
  return [
    {
      text: {
        en: `Item ${itemNumber}: ${risk.why.en}`,
        zh: `第${itemNumber}项：${risk.why.zh}`,
      },
      law: cite(laws, fromOutside ? 'gb-ni-not-at-risk-from-outside' : 'gb-ni-duty'),
    },
  ]
}

function rateUsed({ from, unitsFrom, period }: ConversionUsed): RateUsed {
  return { currency: from, unitsPerBase: unitsFrom, from: period.from, until: period.until }
}

function editionsUsed(sales: readonly ReckonedSale[]): readonly string[] {
  const known = sales.flatMap(({ charging: { goods } }) => goods)
  return [...new Set(inOneList(known.map((one) => one?.editions ?? [])))]
}

function measuresToName(
  sales: readonly ReckonedSale[],
  gaps: readonly BilingualText[],
): readonly BilingualText[] {
  const notes = sales.flatMap(({ charging: { goods } }) =>
    inOneList(goods.map((known) => known?.notCovered ?? [])),
  )
  const told = [...notes, ...gaps].map(({ en, zh }) => ({ en, zh }))
  return [...new Map(told.map((note) => [note.en, note])).values()]
}
