import type { Consignment } from '../consignment/consignment.ts'
import { decideLane } from '../lane/decide-lane.ts'
import { jsonPointer } from '../json-pointer.ts'
import { apportion } from '../money/apportion.ts'
import { decimal, isZero } from '../money/decimal.ts'
import { add, inMinorUnits, type Money, zero } from '../money/money.ts'
import { checked, combine, combineAll, type Failure, type Result, success } from '../result.ts'
import { convertAmount, type ConversionUsed } from '../valuation/official-rates.ts'
import { consignmentCharges } from './consignment-charges.ts'
import { failuresOfConsignment } from './failures-of-consignment.ts'
import type { QuoteRequest } from './make-quote.ts'
import { missingDeliveryCosts } from './missing-delivery-costs.ts'
import { quoteTotals } from './quote-totals.ts'
import { quoteInFull } from './quote-northern-ireland-in-full.ts'
import type { ItemValuation, Quote, RateUsed } from './quote.ts'
import { valuationNotes } from './valuation-notes.ts'

/**
 * The quote of a consignment to Northern Ireland. Reduced declarations bear neither duty nor VAT at
 * import, so no tariff is asked for them: the values are worked out, and what was charged at sale and by
 * others is named.
 */
export function quoteNorthernIreland(request: QuoteRequest): Result<Quote> {
  const { consignment, book, on, laws, northernIreland } = request
  const decided = decideLane(request)
  if (decided.ok && decided.value.lane === 'ni-h1' && northernIreland !== undefined) {
    return quoteInFull({ ...request, northernIreland, lane: decided.value })
  }
  const facts = combine({
    lane: decided,
    values: valuesOf(request),
    costs: checked(missingDeliveryCosts(consignment)),
  })
  if (!facts.ok) return failuresOfConsignment(facts.failures)
  const { lane, values } = facts.value
  const charges = consignmentCharges(consignment, { ...request, lane, rates: book.rates })
  if (!charges.ok) return failuresOfConsignment(charges.failures)
  const { currency } = values
  const exchangeRates = values.used.map(rateUsed)
  return success({
    consignmentReference: consignment.reference,
    ...{ on, currency, lane, items: values.items, charges: charges.value },
    totals: quoteTotals(values.items, charges.value, currency),
    valuationNotes: valuationNotes(consignment, exchangeRates[0], laws),
    notCovered: notLookedAt,
    inputs: { tariffEditions: [], exchangeRates },
  })
}

/** The values of all items in the currency of the authority, with the conversion that was needed. */
interface Values {
  readonly currency: string
  readonly items: readonly ItemValuation[]
  readonly used: readonly ConversionUsed[]
}

function valuesOf({ consignment, book: { rates }, on }: QuoteRequest): Result<Values> {
  const { goodsItems, currency, freight = zero(currency), insurance = zero(currency) } = consignment
  const to = rates.base
  const inPounds = (amount: Money, path: string) => convertAmount(rates, amount, { to, on, path })
  const converted = combine({
    prices: combineAll(
      goodsItems.map((item, index) =>
        inPounds(item.linePrice, jsonPointer('goodsItems', index, 'unitPrice')),
      ),
    ),
    freight: inPounds(freight, '/freight'),
    insurance: inPounds(insurance, '/insurance'),
    identified: checked(goodsItems.flatMap(notIdentified)),
  })
  if (!converted.ok) return converted
  const { prices } = converted.value
  const amounts = prices.map(({ money }) => money.amount)
  // A price of zero is named by the check of the goods; until it is mended the goods share alike.
  const weights = amounts.every(isZero) ? amounts.map(() => decimal('1')) : amounts
  const freights = apportion(converted.value.freight.money, weights)
  const insurances = apportion(converted.value.insurance.money, weights)
  const items = goodsItems.map((item, index): ItemValuation => {
    const price = prices[index]!.money
    const [ofFreight, ofInsurance] = [freights[index]!, insurances[index]!]
    const customsValue = inMinorUnits(add(add(price, ofFreight), ofInsurance))
    return {
      itemNumber: item.itemNumber,
      commodityCode: item.commodityCode ?? '',
      origin: item.origin ?? '',
      ...{ price, freight: ofFreight, insurance: ofInsurance, customsValue },
      vatValue: customsValue,
    }
  })
  const used = prices.flatMap(({ used: conversion }) => conversion ?? []).slice(0, 1)
  return success({ currency: to, items, used })
}

/** What goods are and where they were made stands in the papers of every consignment. */
function notIdentified(
  { commodityCode, origin, itemNumber }: Consignment['goodsItems'][number],
  index: number,
): readonly Failure[] {
  const absent = (
    fact: 'commodityCode' | 'origin',
    words: { readonly en: string; readonly zh: string },
  ): Failure => ({
    code: 'fact-missing',
    path: jsonPointer('goodsItems', index, fact),
    message: `Item ${itemNumber} has no ${words.en}.`,
    mend: `State the ${words.en}.`,
    zh: { message: `第${itemNumber}项缺少${words.zh}。`, mend: `请填写${words.zh}。` },
  })
  return [
    ...(commodityCode === undefined
      ? [absent('commodityCode', { en: 'commodity code', zh: '商品编码' })]
      : []),
    ...(origin === undefined ? [absent('origin', { en: 'country of origin', zh: '原产国' })] : []),
  ]
}

function rateUsed({ from, unitsFrom, period }: ConversionUsed): RateUsed {
  return { currency: from, unitsPerBase: unitsFrom, from: period.from, until: period.until }
}

/** Prohibitions and licences are measures of the tariff of the Union, which is not looked at here. */
const notLookedAt: Quote['notCovered'] = [
  {
    en: 'Prohibitions, licences and health rules of the tariff for Northern Ireland were not looked at.',
    zh: '未核查北爱尔兰税则中的禁止、许可证和卫生检疫措施。',
  },
]
