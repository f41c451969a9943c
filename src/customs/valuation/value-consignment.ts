import type { LocalDate } from '../calendar/local-date.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { LineOfSale } from '../landed-cost/fact-needed.ts'
import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import { apportion } from '../money/apportion.ts'
import { type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import {
  add,
  type CurrencyCode,
  inMinorUnits,
  isPositive,
  type Money,
  negate,
  sum,
  zero,
} from '../money/money.ts'
import { combine, combineAll, failure, type Result, success } from '../result.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import { adjustmentRules } from './adjust-value.ts'
import { type DeliveryCost, deliveryCost } from './delivery-cost.ts'
import { type ConversionUsed, type ConvertedAmount, convertAmount } from './official-rates.ts'
import type {
  AdjustmentShare,
  ValuationBasis,
  ValuedConsignment,
  ValuedLine,
} from './valued-line.ts'
import { goodsWithoutPrice, partsTakenOff, relatedParties } from './valuation-refusals.ts'

/** By whose rules goods are valued, and at which rates. */
export interface ValuationTerms {
  readonly basis: ValuationBasis
  /** The part of the basis that counts, where the law takes less than the whole. */
  readonly times?: DecimalText
  readonly currency: CurrencyCode
  readonly on: LocalDate
  readonly rates: ExchangeRates
}

/**
 * Values goods by the transaction value (method 1 of the WTO Agreement): the price paid, with what
 * the Agreement adds to it and takes off it, and with or without carriage and insurance to the border
 * as the destination has it. What is stated for the whole consignment is shared over the lines, to the
 * coin: carriage by value or gross weight, all else by value.
 *
 * Fails between parties whose relation may have made the price. A part that is not known, such as
 * carriage that is not stated or a price that cannot be converted, fails by itself within the line, so
 * that whatever else is missing is still found.
 *
 * @law Agreement on Implementation of Article VII of the GATT 1994, articles 1 and 8
 */
export function valueConsignment(
  request: QuoteRequest,
  terms: ValuationTerms,
): Result<ValuedConsignment> {
  if (request.relatedParties === true) return failure(relatedParties)
  const priced = request.lines.map((_, index) => priceOf({ request, lineIndex: index }, terms))
  const prices = combineAll(priced)
  if (!prices.ok) return success(unvalued(request, priced, terms))
  const byValue = prices.value.map(({ money }) => money.amount)
  const shared = combine({
    adjustments: sharedAdjustments(request, byValue, terms),
    contained: containedCarriage(request, byValue, terms),
  })
  if (!shared.ok) return shared
  const costs = deliveryCosts(request, byValue, terms)
  const lines = prices.value.map(({ money: price }, index) =>
    valuedLine(index, { price, ...shared.value, costs }, terms),
  )
  const used = [...prices.value, ...shared.value.adjustments.converted, ...costs.converted]
  return success({ basis: terms.basis, lines, conversions: eachOnce(used.map((one) => one.used)) })
}

/**
 * Lines of which some have no price that could be told in the currency of the destination: what is
 * shared over all lines by value is known of none of them. What else is not stated is still found.
 */
function unvalued(
  request: QuoteRequest,
  priced: readonly Result<ConvertedAmount>[],
  terms: ValuationTerms,
): ValuedConsignment {
  const evenly = request.lines.map(() => '1' as DecimalText)
  const { freight, insurance, onwardTransport } = deliveryCosts(request, evenly, terms)
  const unknown = (...costs: readonly DeliveryCost[]): Result<never> => {
    const missing = combineAll<unknown>([...costs, ...priced])
    if (missing.ok) throw new Error('all prices are known')
    return missing
  }
  const lines = priced.map((price): ValuedLine => ({
    adjustments: [],
    parts: {
      price: price.ok ? success(price.value.money) : price,
      freight: unknown(freight),
      insurance: unknown(insurance),
      'onward-transport': unknown(onwardTransport),
      'customs-value': terms.basis === 'CIF' ? unknown(freight, insurance) : unknown(),
    },
  }))
  return { basis: terms.basis, lines, conversions: [] }
}

/** Unit price times quantity, converted once. Goods given free have no transaction value. */
function priceOf(
  line: LineOfSale,
  { currency, on, rates }: ValuationTerms,
): Result<ConvertedAmount> {
  const path = jsonPointer('lines', line.lineIndex, 'unitPrice')
  const { quantity, unitPrice } = line.request.lines[line.lineIndex]!
  const { amount, currency: from } = unitPrice
  const paid = {
    amount: multiplyDecimals(amount, String(quantity) as DecimalText),
    currency: from,
  }
  const price = convertAmount(rates, paid, { to: currency, on, path })
  if (!price.ok || isPositive(price.value.money)) return price
  return failure(goodsWithoutPrice(line))
}

/** An amount of the whole consignment, split over the lines. */
type Shares = readonly Money[]

interface Converted {
  readonly used?: ConversionUsed
}

interface SharedAdjustments {
  readonly byKind: readonly { readonly kind: AdjustmentShare['kind']; readonly shares: Shares }[]
  readonly converted: readonly Converted[]
}

/** What is added or taken off, each kind shared by value. What valuation leaves out is not here. */
function sharedAdjustments(
  { adjustments = [] }: QuoteRequest,
  byValue: readonly DecimalText[],
  { currency, on, rates }: ValuationTerms,
): Result<SharedAdjustments> {
  const converted = combineAll(
    adjustments.map(({ kind, amount }, index) => {
      const path = jsonPointer('adjustments', index, 'amount')
      const into = convertAmount(rates, amount, { to: currency, on, path })
      return into.ok ? success({ kind, ...into.value }) : into
    }),
  )
  if (!converted.ok) return converted
  const counted = converted.value.filter(({ kind }) => adjustmentRules[kind].effect !== 'left-out')
  return success({
    converted: converted.value,
    byKind: counted.map(({ kind, money }) => {
      const signed = adjustmentRules[kind].effect === 'added' ? money : negate(money)
      return { kind, shares: apportion(signed, byValue) }
    }),
  })
}

/**
 * Carriage and insurance that the prices contain. A value without them takes them off, as far as they
 * are stated apart; a value that includes them leaves them where they are.
 */
function containedCarriage(
  { freightInPrices, insuranceInPrices }: QuoteRequest,
  byValue: readonly DecimalText[],
  { basis, currency, on, rates }: ValuationTerms,
): Result<Shares> {
  const none = byValue.map(() => zero(currency))
  const isStated = freightInPrices !== undefined || insuranceInPrices !== undefined
  if (basis !== 'FOB' || !isStated) return success(none)
  const stated = combine({
    freight: convertAmount(rates, freightInPrices ?? zero(currency), {
      ...{ to: currency, on },
      path: '/freightInPrices',
    }),
    insurance: convertAmount(rates, insuranceInPrices ?? zero(currency), {
      ...{ to: currency, on },
      path: '/insuranceInPrices',
    }),
  })
  if (!stated.ok) return stated
  const contained = add(stated.value.freight.money, stated.value.insurance.money)
  return success(isPositive(contained) ? apportion(contained, byValue) : none)
}

/** Carriage, insurance and onward transport, each shared over the lines or with the reason why not. */
interface DeliveryCosts {
  readonly freight: DeliveryCost
  readonly insurance: DeliveryCost
  readonly onwardTransport: DeliveryCost
  readonly converted: readonly Converted[]
}

function deliveryCosts(
  request: QuoteRequest,
  byValue: readonly DecimalText[],
  terms: ValuationTerms,
): DeliveryCosts {
  const costs = {
    freight: deliveryCost('freight', request, { byValue, terms }),
    insurance: deliveryCost('insurance', request, { byValue, terms }),
    onwardTransport: deliveryCost('onwardTransport', request, { byValue, terms }),
  }
  const known = Object.values(costs).filter((cost) => cost.ok)
  return { converted: known.map(({ value }) => value), ...costs }
}

/** Puts the parts of one line together. */
function valuedLine(
  index: number,
  from: {
    readonly price: Money
    readonly adjustments: SharedAdjustments
    readonly contained: Shares
    readonly costs: DeliveryCosts
  },
  { basis, times }: ValuationTerms,
): ValuedLine {
  const { price, costs } = from
  const adjustments = from.adjustments.byKind.map(({ kind, shares }) => ({
    kind,
    amount: shares[index]!,
  }))
  const freight = shareOf(costs.freight, index)
  const insurance = shareOf(costs.insurance, index)
  const bare = sum(
    [price, ...adjustments.map(({ amount }) => amount), negate(from.contained[index]!)],
    price.currency,
  )
  return {
    adjustments,
    parts: {
      price: success(price),
      freight,
      insurance,
      'onward-transport': shareOf(costs.onwardTransport, index),
      'customs-value': counted(
        customsValue(bare, { price, freight, insurance, basis, index }),
        times,
      ),
    },
  }
}

/** What the customs value is made of. */
interface MakingOfValue {
  readonly price: Money
  readonly freight: Result<Money>
  readonly insurance: Result<Money>
  readonly basis: ValuationBasis
  readonly index: number
}

function customsValue(bare: Money, made: MakingOfValue): Result<Money> {
  const { price, freight, insurance, basis, index } = made
  if (!isPositive(bare)) return failure(partsTakenOff(index))
  switch (basis) {
    case 'price':
      return success(inMinorUnits(price))
    case 'FOB':
      return success(inMinorUnits(bare))
    case 'CIF': {
      const toTheBorder = combine({ freight, insurance })
      if (!toTheBorder.ok) return toTheBorder
      const { freight: carriage, insurance: premium } = toTheBorder.value
      return success(inMinorUnits(sum([bare, carriage, premium], bare.currency)))
    }
  }
}

/** The part of the value that the law counts, exact: only a tax rounds it. */
function counted(value: Result<Money>, times: DecimalText | undefined): Result<Money> {
  if (times === undefined || !value.ok) return value
  const { amount, currency } = value.value
  return success({ amount: multiplyDecimals(amount, times), currency })
}

function shareOf(cost: DeliveryCost, index: number): Result<Money> {
  return cost.ok ? success(cost.value.shares[index]!) : cost
}

function eachOnce(used: readonly (ConversionUsed | undefined)[]): readonly ConversionUsed[] {
  const conversions = used.filter((one) => one !== undefined)
  const byPair = new Map(conversions.map((one) => [`${one.from} ${one.to}`, one]))
  return [...byPair.values()]
}
