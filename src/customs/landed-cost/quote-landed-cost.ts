import type { LocalDate } from '../calendar/local-date.ts'
import type { CoverageGap } from '../coverage/coverage-gap.ts'
import type { Destination } from '../destination/destination.ts'
import { inOneList } from '../in-one-list.ts'
import type { TextByLanguage } from '../nomenclature/nomenclature-edition.ts'
import { combine, combineAll, failure, type Result, success } from '../result.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { ratesOn, withStandIn } from '../valuation/official-rates.ts'
import type { ValuedConsignment } from '../valuation/valued-line.ts'
import { chargeRegime } from './charge-regime.ts'
import type { Charging } from './charging.ts'
import { chooseRegime } from './choose-regime.ts'
import type { GoodsInTariff, LineTariff } from './duty-option.ts'
import type { LandedCost } from './landed-cost.ts'
import { eachFailureOnce } from './each-failure-once.ts'
import { landedCostOf, type ReckonedSale } from './landed-cost-of.ts'
import { isValuePart } from './line-base.ts'
import { missingRatesOnce } from './missing-rates-once.ts'
import { type OwnFee, withOwnFees } from './own-fees.ts'
import { placeNotCovered } from './place-not-covered.ts'
import type { QuoteRequest } from './quote-request.ts'
import type { StepRounding } from './round-to-step.ts'
import { isRuleInForce, type RuleContext } from './rule-in-force.ts'
import { taxRatesHere } from './tax-rate-for.ts'
import { tariffsAsked } from './tariffs-asked.ts'
import { valueFor } from './value-for.ts'

/** One line of a quote that the tariff is asked about. */
export interface TariffQuestion {
  readonly request: QuoteRequest
  readonly lineIndex: number
  readonly on: LocalDate
  readonly destination: Destination
  readonly valued: ValuedConsignment
  readonly rates: ExchangeRates
}

/** A code that goods can be declared by. */
export interface DeclarableCode {
  readonly commodityCode: string
  readonly description: TextByLanguage
}

/** The codes that goods of a shorter code can be declared by, with what tells them apart. */
export interface CodesBelow {
  readonly codes: readonly DeclarableCode[]
  /** Whether the tariff holds all of them; one that was made of chosen goods does not. */
  readonly areAll: boolean
}

/** The dated facts that a quote is made from. */
export interface QuoteSources {
  readonly destination: Destination
  readonly rates: ExchangeRates
  /** Who published the rates, such as `HMRC`. */
  readonly ratesPublishedBy: string
  /** Destinations whose authority declares at these rates. */
  readonly ratesAreOfficialIn: readonly string[]
  /** What of the charges of the destination is worked out in part or not at all and concerns the sale. */
  readonly gapsFor: (sale: ReckonedSale) => readonly CoverageGap[]
  /** What the tariff of the destination says of a line, or why it does not. */
  readonly tariffOf: (question: TariffQuestion) => Result<LineTariff>
  /** The same of goods whose duty nobody asks about, for which the tariff needs to know less. */
  readonly goodsOf: (question: TariffQuestion) => Result<GoodsInTariff>
  readonly declarableBelow: (code: string, on: LocalDate) => CodesBelow
  /**
   * Every day on which the tariff may say something else of goods of any code with this beginning that
   * were made in a country; absent where nobody knows.
   */
  readonly changesBelow?: (beginning: string, origin: string) => readonly LocalDate[]
  /** Whether the tariff gives some goods a rate of VAT of their own, as the British does. */
  readonly tariffStatesVat: 'for-some-goods' | 'never'
  /** What carriers, posts and brokers of the asker charge for their own work. */
  readonly ownFees?: readonly OwnFee[]
  /** Rules that a tenant charges although they are not in force or not confirmed. */
  readonly switchedOn?: ReadonlySet<string>
}

/**
 * Works out what bringing goods into a country costs on a day: the regime under which they come in,
 * their customs value, and every duty, tax and fee with its formula and law. The same request and
 * sources always give the same quote.
 *
 * A line for which the tariff knows several options is charged under the best of those whose needs
 * are stated; the others stand beside it with their totals. Where facts are missing no figure is
 * given; all that is missing is named, each with its place and what mends it.
 */
export function quoteLandedCost(
  request: QuoteRequest,
  on: LocalDate,
  sources: QuoteSources,
): Result<LandedCost> {
  const reckoned = reckonSale(request, on, sources)
  return reckoned.ok ? missingRatesOnce(landedCostOf(reckoned.value)) : reckoned
}

/** The same before it is put into the words of an answer: what a declaration is quoted from. */
export function reckonSale(
  request: QuoteRequest,
  on: LocalDate,
  sources: QuoteSources,
): Result<ReckonedSale> {
  return missingRatesOnce(reckoned(request, on, sources))
}

function reckoned(
  request: QuoteRequest,
  on: LocalDate,
  sources: QuoteSources,
): Result<ReckonedSale> {
  const { destination } = sources
  const elsewhere = placeNotCovered(request, destination)
  if (elsewhere !== undefined) return failure(elsewhere)
  const rates = ratesOn(
    request.exchangeRates === 'latest-loaded' ? withStandIn(sources.rates, on) : sources.rates,
    on,
  )
  const valued = valueFor(request, { destination, on, rates })
  if (!valued.ok) return valued
  const facts = { request, destination, valued: valued.value, on, rates }
  const chosen = chooseRegime(facts)
  if (!chosen.ok) return chosen
  const { regime: ofTheLaw } = chosen.value
  const regime = withOwnFees(ofTheLaw, sources.ownFees ?? [], destination)
  const rules = { on, regime, switchedOn: sources.switchedOn ?? new Set<string>() }
  const known = combine({
    values: valuesNeeded(rules, valued.value),
    asked: tariffsAsked(facts, rules, sources),
  })
  if (!known.ok) return failure(...eachFailureOnce(known.failures))
  const charging: Charging = {
    facts,
    valued: valued.value,
    goods: known.value.asked.goods,
    tariffs: known.value.asked.tariffs,
    rounding: roundingOn(destination, on),
    taxRates: taxRatesHere(facts),
    charged: [],
    ...rules,
  }
  const charged = chargeRegime(charging)
  if (!charged.ok) return charged
  return success({ charging, charges: charged.value, chosen: chosen.value, sources })
}

/**
 * The values that every charge of the regime is worked out on. They are looked at before the tariff is
 * asked, so that a freight that is not stated is named together with a code that nobody knows.
 */
function valuesNeeded(rules: RuleContext, { lines }: ValuedConsignment): Result<unknown> {
  const bases = rules.regime.charges
    .filter((rule) => rule.when === undefined && isRuleInForce(rule, rules))
    .map(({ base }) => base?.sum ?? [])
  const needed = inOneList(bases).filter(isValuePart)
  return combineAll(
    inOneList(lines.map(({ parts }) => [parts.price, ...needed.map((part) => parts[part])])),
  )
}

/** How the destination rounds a tax, where no charge has a rule of its own. */
function roundingOn({ destination: code, rounding }: Destination, on: LocalDate): StepRounding {
  const rule = rounding.find((candidate) => holdsOn(candidate, on))
  if (rule === undefined) throw new Error(`${code} has a regime but no rule of rounding on ${on}`)
  return { rule: rule.rule, to: rule.to }
}
