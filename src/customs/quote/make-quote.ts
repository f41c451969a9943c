import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { decideLane } from '../lane/decide-lane.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import type { Laws } from '../law/law.ts'
import { combine, combineAll, failure, type Failures, type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { ProvenPreference } from '../tariff/preferential-rates.ts'
import type { Tariff } from '../tariff/tariff.ts'
import { type TaxLineRounding, taxLineRoundingOn, type Thresholds } from '../tariff/thresholds.ts'
import type { VatRates } from '../tariff/vat-rates.ts'
import { consignmentCharges } from './consignment-charges.ts'
import type { Fee } from './fee.ts'
import { type ItemTaxFacts, itemTaxFacts } from './item-tax-facts.ts'
import { quoteItem, type QuotedItem } from './quote-item.ts'
import { quoteTotals } from './quote-totals.ts'
import type { Charge, Quote } from './quote.ts'
import { valuationNotes } from './valuation-notes.ts'
import { type ValuedGoods, valueGoods } from './value-goods.ts'

/** A consignment, a day, and the dated facts of the authority to quote from. */
export interface QuoteRequest {
  readonly consignment: Consignment
  readonly on: LocalDate
  readonly tariff: Tariff
  readonly exchangeRates: ExchangeRates
  readonly vatRates: VatRates
  readonly thresholds: Thresholds
  readonly laws: Laws
  /** In which duties by quantity count. */
  readonly measurementUnits: MeasurementUnits
  /** What others than the authority charge; empty where nobody does. */
  readonly fees: readonly Fee[]
  /**
   * The claims of preference whose proof is there. What an order claims without a proof is charged
   * the duty of third countries.
   */
  readonly provenPreferences?: readonly ProvenPreference[]
}

/**
 * Works out what clearing a consignment costs: lane, customs value (CIF), customs duty, import VAT
 * and fees, each charge with its formula and its law. The same request always gives the same quote.
 *
 * Where facts are missing or outside what is covered, no figure is given; all failures are named,
 * each with its item, its fact and what mends it.
 */
export function makeQuote(request: QuoteRequest): Result<Quote> {
  const { consignment, on, exchangeRates } = request
  const rounding = taxLineRoundingOn(request.thresholds, on)
  if (rounding === undefined) return failure(roundingMissing(on))
  const facts = combine({
    lane: decideLane(request),
    goods: valueGoods(consignment, on, exchangeRates),
    taxFacts: combineAll(
      consignment.goodsItems.map((item, index) => itemTaxFacts(item, index, request)),
    ),
  })
  if (!facts.ok) return failure(...withoutRepetition(facts.failures))
  const charged = chargeAll(request, { ...facts.value, rounding })
  return charged.ok ? success(quoteOf(request, { ...facts.value, ...charged.value })) : charged
}

/** What is known before any charge is worked out. */
interface QuoteFacts {
  readonly lane: LaneDecision
  readonly goods: ValuedGoods
  readonly taxFacts: readonly ItemTaxFacts[]
}

/** All charges: those of each item, and those of the consignment as a whole. */
interface ChargedConsignment {
  readonly items: readonly QuotedItem[]
  readonly shared: readonly Charge[]
}

/**
 * Works out every charge. A fact that only one duty needs, such as a weight, may still be found
 * missing here.
 */
function chargeAll(
  request: QuoteRequest,
  { lane, goods, taxFacts, rounding }: QuoteFacts & { readonly rounding: TaxLineRounding },
): Result<ChargedConsignment> {
  const { consignment, laws, measurementUnits } = request
  const borneBy = consignment.dutiesBilledTo
  const terms = { lane, laws, measurementUnits, rounding, borneBy }
  return combine({
    items: combineAll(
      consignment.goodsItems.map((item, index) =>
        quoteItem(item, { facts: taxFacts[index]!, value: goods.items[index]! }, terms),
      ),
    ),
    shared: consignmentCharges(consignment, { ...request, lane }),
  })
}

/** Puts the quote together; nothing can fail any more. */
function quoteOf(
  { consignment, on, laws, exchangeRates }: QuoteRequest,
  { lane, goods, taxFacts, items, shared }: QuoteFacts & ChargedConsignment,
): Quote {
  const charges = [...items.flatMap((item) => item.charges), ...shared]
  const valuations = items.map((item) => item.valuation)
  return {
    consignmentReference: consignment.reference,
    on,
    currency: exchangeRates.base,
    lane,
    items: valuations,
    charges,
    totals: quoteTotals(valuations, charges, exchangeRates.base),
    valuationNotes: valuationNotes(consignment, goods, laws),
    notCovered: measuresToName(taxFacts),
    inputs: {
      tariffEditions: editionsUsed(taxFacts),
      exchangeRates: goods.rate === undefined ? [] : [goods.rate],
    },
  }
}

/** The editions that say what the goods are, and those that their duty was read from. */
function editionsUsed(taxFacts: readonly ItemTaxFacts[]): readonly string[] {
  return [...new Set(taxFacts.flatMap(({ found, duty }) => [found.edition.id, duty.edition]))]
}

/** Each measure once, however many items it concerns. */
function measuresToName(taxFacts: readonly ItemTaxFacts[]): readonly BilingualText[] {
  const byMeasure = new Map(
    taxFacts.flatMap(({ notCovered }) => notCovered.map(({ measure, note }) => [measure, note])),
  )
  return [...byMeasure.values()]
}

/** A missing commodity code is found by the lane and by the tariff, but has to be mended once. */
function withoutRepetition(failures: Failures): Failures {
  const [first, ...others] = new Map(
    failures.map((found) => [`${found.code} ${found.path}`, found]),
  ).values()
  return [first ?? failures[0], ...others]
}

/** Without the authority's rule of rounding every amount would be a guess at the penny. */
function roundingMissing(on: LocalDate) {
  return {
    code: 'not-covered',
    path: '',
    message: `No rule of rounding is loaded for ${on}.`,
    mend: 'Load the rule of the authority for that day.',
    zh: { message: `没有载入 ${on} 的舍入规则。`, mend: '请载入海关当日的舍入规则。' },
  } as const
}
