import { isLocalDate } from '../calendar/local-date.ts'
import { jsonPointer } from '../json-pointer.ts'
import { compareDecimals, isZero, toBig } from '../money/decimal.ts'
import { minorUnitDecimals, type Money } from '../money/money.ts'
import type { Failure } from '../result.ts'
import type { KnownCodes } from './known-codes.ts'
import type { Order } from './order.ts'

/** What a schema cannot say: that the parts of an order exist in the world and fit each other. */
export function checkOrder(order: Order, known: KnownCodes): readonly Failure[] {
  return [
    ...missingParties(order),
    ...impossibleDates(order),
    ...unknownCountries(order, known),
    ...amountsOf(order).flatMap((amount) => checkAmount(amount, known)),
    ...mixedCurrencies(order),
    ...weightsOfNothing(order),
    ...netAboveGross(order),
    ...saleVatOfOtherCountry(order),
    ...dutiesOfBuyerUnderDdp(order),
    ...feeOfReseller(order),
  ]
}

/** The parties that another statement of the order speaks of. */
function missingParties(order: Order): readonly Failure[] {
  const { channel, dutiesBilledTo, saleVat, marketplace, purchasingAgent } = order
  const speaksOfMarketplace =
    channel === 'marketplace' ||
    dutiesBilledTo === 'marketplace' ||
    saleVat?.chargedBy === 'marketplace'
  const speaksOfAgent = channel === 'purchasing-agent' || dutiesBilledTo === 'purchasing-agent'
  return [
    ...(speaksOfMarketplace && !marketplace ? [missingParty('marketplace', 'marketplace')] : []),
    ...(speaksOfAgent && !purchasingAgent
      ? [missingParty('purchasingAgent', 'purchasing agent')]
      : []),
  ]
}

function missingParty(name: string, words: string): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer(name),
    message: `The order speaks of a ${words} but does not say who it is.`,
    mend: `State the ${words}, or correct the channel, who pays duty, or who charged VAT.`,
  }
}

function impossibleDates(order: Order): readonly Failure[] {
  const dates = [
    { path: jsonPointer('orderedOn'), date: order.orderedOn },
    { path: jsonPointer('commercialInvoice', 'issuedOn'), date: order.commercialInvoice?.issuedOn },
    { path: jsonPointer('authorityToAct', 'givenOn'), date: order.authorityToAct?.givenOn },
  ]
  return dates.flatMap(({ path, date }): readonly Failure[] =>
    date === undefined || isLocalDate(date)
      ? []
      : [invalid(path, `There is no day ${date}.`, 'Use an existing day in the form YYYY-MM-DD.')],
  )
}

function unknownCountries(order: Order, known: KnownCodes): readonly Failure[] {
  return countriesOf(order)
    .filter(({ country }) => country !== undefined && !known.countries.has(country))
    .map(({ path, country }) => ({
      code: 'unknown-country',
      path,
      message: `${country} is no country code.`,
      mend: 'Use the two-letter code of ISO 3166-1, such as CN or GB.',
    }))
}

function countriesOf(
  order: Order,
): readonly { readonly path: string; readonly country: string | undefined }[] {
  const { seller, buyer, marketplace, purchasingAgent, shipFrom, deliverTo, saleVat } = order
  return [
    { path: jsonPointer('seller', 'address', 'country'), country: seller.address.country },
    { path: jsonPointer('buyer', 'address', 'country'), country: buyer.address.country },
    {
      path: jsonPointer('marketplace', 'address', 'country'),
      country: marketplace?.address.country,
    },
    {
      path: jsonPointer('purchasingAgent', 'party', 'address', 'country'),
      country: purchasingAgent?.party.address.country,
    },
    { path: jsonPointer('shipFrom', 'country'), country: shipFrom.country },
    { path: jsonPointer('deliverTo', 'country'), country: deliverTo.country },
    { path: jsonPointer('saleVat', 'country'), country: saleVat?.country },
    {
      path: jsonPointer('transport', 'nationality'),
      country: order.transport.nationality,
    },
    ...order.lines.map((line, index) => ({
      path: jsonPointer('lines', index, 'origin'),
      country: line.origin,
    })),
  ]
}

interface StatedAmount {
  readonly path: string
  readonly value: Money
  /** How often the amount is counted: a unit price once for every piece. */
  readonly times: number
}

function amountsOf(order: Order): readonly StatedAmount[] {
  const { freight, insurance, purchasingAgent, saleVat } = order
  const single: readonly (readonly [string, Money | undefined])[] = [
    [jsonPointer('freight'), freight],
    [jsonPointer('insurance'), insurance],
    [jsonPointer('purchasingAgent', 'fee'), purchasingAgent?.fee],
    [jsonPointer('saleVat', 'amount'), saleVat?.amount],
  ]
  return [
    ...order.lines.map((line, index) => ({
      path: jsonPointer('lines', index, 'unitPrice'),
      value: line.unitPrice,
      times: line.quantity,
    })),
    ...single.flatMap(([path, value]) => (value === undefined ? [] : [{ path, value, times: 1 }])),
  ]
}

function checkAmount({ path, value, times }: StatedAmount, known: KnownCodes): readonly Failure[] {
  const { amount, currency } = value
  if (!known.currencies.has(currency)) {
    return [
      {
        code: 'unknown-currency',
        path: path + jsonPointer('currency'),
        message: `${currency} is no currency code.`,
        mend: 'Use the three-letter code of ISO 4217, such as GBP or JPY.',
      },
    ]
  }
  const decimals = minorUnitDecimals(currency)
  const total = toBig(amount).times(times)
  if (total.round(decimals, 0).eq(total)) return []
  return [
    invalid(
      path + jsonPointer('amount'),
      `${total.toFixed()} ${currency} cannot be paid: the currency has ${decimals} decimals.`,
      'State a price that, times the quantity, is a whole number of the smallest coin.',
    ),
  ]
}

/** Customs values one invoice in one currency; only VAT charged at sale may be in another. */
function mixedCurrencies(order: Order): readonly Failure[] {
  const currency = order.lines[0]?.unitPrice.currency
  return amountsOf(order)
    .filter(({ path, value }) => value.currency !== currency && !path.startsWith('/saleVat'))
    .map(({ path, value }) => ({
      code: 'currency-mismatch',
      path: path + jsonPointer('currency'),
      message: `The amount is in ${value.currency}, the first line is priced in ${currency}.`,
      mend: 'State all prices, freight, insurance and fees in the currency of the invoice.',
    }))
}

function weightsOfNothing(order: Order): readonly Failure[] {
  return order.lines.flatMap((line, index) =>
    (['netWeightKg', 'grossWeightKg'] as const)
      .filter((fact) => line[fact] !== undefined && isZero(line[fact]))
      .map((fact) =>
        invalid(
          jsonPointer('lines', index, fact),
          'Goods cannot weigh nothing.',
          'State the weight of all pieces of the line, or leave it out until they are weighed.',
        ),
      ),
  )
}

function netAboveGross(order: Order): readonly Failure[] {
  return order.lines.flatMap(({ netWeightKg, grossWeightKg }, index): readonly Failure[] => {
    if (netWeightKg === undefined || grossWeightKg === undefined) return []
    if (compareDecimals(netWeightKg, grossWeightKg) <= 0) return []
    return [
      invalid(
        jsonPointer('lines', index, 'netWeightKg'),
        `The goods weigh ${netWeightKg} kg without and ${grossWeightKg} kg with their packaging.`,
        'Correct one of the weights: packaging never makes goods lighter.',
      ),
    ]
  })
}

/** VAT of another country than that of delivery takes the place of no tax at the import. */
function saleVatOfOtherCountry({ saleVat, deliverTo }: Order): readonly Failure[] {
  if (saleVat === undefined || saleVat.country === deliverTo.country) return []
  return [
    invalid(
      jsonPointer('saleVat', 'country'),
      `VAT of ${saleVat.country} was charged on goods that are delivered to ${deliverTo.country}.`,
      'State only VAT of the country of delivery, or leave it out.',
    ),
  ]
}

/** Under DDP the seller bears the duties by contract; an order that bills the buyer contradicts it. */
function dutiesOfBuyerUnderDdp({ incoterm, dutiesBilledTo }: Order): readonly Failure[] {
  if (incoterm.code !== 'DDP' || dutiesBilledTo !== 'buyer') return []
  return [
    invalid(
      jsonPointer('dutiesBilledTo'),
      "Under DDP the duties are the seller's, but the order bills them to the buyer.",
      'Agree on DAP, or bill the duties to the seller or the marketplace.',
    ),
  ]
}

/** A reseller's margin is a part of the price that customs values; stated apart it would be lost. */
function feeOfReseller(order: Order): readonly Failure[] {
  if (order.purchasingAgent?.capacity !== 'resells' || !order.purchasingAgent.fee) return []
  return [
    invalid(
      jsonPointer('purchasingAgent', 'fee'),
      'An agent who resells charges no fee: its margin is a part of the prices.',
      'Put the fee into the prices of the lines, or state that the agent buys for the buyer.',
    ),
  ]
}

function invalid(path: string, message: string, mend: string): Failure {
  return { code: 'invalid-input', path, message, mend }
}
