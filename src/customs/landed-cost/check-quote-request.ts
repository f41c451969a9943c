import { isLocalDate } from '../calendar/local-date.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { Money } from '../money/money.ts'
import { checkWeights } from '../order/check-weights.ts'
import type { KnownCodes } from '../order/known-codes.ts'
import { noSuchDay, unknownCountry, unknownCurrency } from '../order/unknown-codes.ts'
import type { Failure } from '../result.ts'
import type { QuoteRequest } from './quote-request.ts'

/** The codes that a sale may speak of. */
export interface QuoteVocabulary {
  readonly knownCodes: KnownCodes
  readonly units: MeasurementUnits
}

/**
 * What a schema cannot say of a sale: that its day, countries, currencies and units exist, and that
 * goods do not weigh more without their packaging than with it. A unit that nobody knows would be
 * passed over in silence, and a misspelt country would decide the duty.
 */
export function checkQuoteRequest(
  request: QuoteRequest,
  { knownCodes, units }: QuoteVocabulary,
): readonly Failure[] {
  const { on } = request
  return [
    ...(on === undefined || isLocalDate(on) ? [] : [noSuchDay('/on', on)]),
    ...countriesOf(request)
      .filter(({ country }) => !knownCodes.countries.has(country))
      .map(({ path, country }) => unknownCountry(path, country)),
    ...amountsOf(request)
      .filter(({ amount }) => !knownCodes.currencies.has(amount.currency))
      .map(({ path, amount }) => unknownCurrency(path, amount.currency)),
    ...unknownUnits(request, units),
    ...checkWeights(request),
  ]
}

function countriesOf({ shipFrom, destination, lines }: QuoteRequest) {
  return [
    { path: '/shipFrom/country', country: shipFrom.country },
    { path: '/destination/country', country: destination.country },
    ...lines.flatMap(({ origin }, index) =>
      origin === undefined
        ? []
        : [{ path: jsonPointer('lines', index, 'origin'), country: origin }],
    ),
  ]
}

interface StatedAmount {
  readonly path: string
  readonly amount: Pick<Money, 'currency'>
}

/** Every amount of a sale, whether or not any charge will need it. */
function amountsOf(request: QuoteRequest): readonly StatedAmount[] {
  const { lines, adjustments = [], shopCurrency, buyer } = request
  const single = (
    ['freight', 'insurance', 'freightInPrices', 'insuranceInPrices', 'onwardTransport'] as const
  ).map((name) => [jsonPointer(name, 'currency'), request[name]] as const)
  return [
    ...lines.map(({ unitPrice }, index) => ({
      path: jsonPointer('lines', index, 'unitPrice', 'currency'),
      amount: unitPrice,
    })),
    ...adjustments.map(({ amount }, index) => ({
      path: jsonPointer('adjustments', index, 'amount', 'currency'),
      amount,
    })),
    ...[
      ...single,
      [jsonPointer('buyer', 'boughtThisYear', 'currency'), buyer.boughtThisYear] as const,
    ].flatMap(([path, amount]) => (amount === undefined ? [] : [{ path, amount }])),
    ...(shopCurrency === undefined
      ? []
      : [{ path: '/shopCurrency', amount: { currency: shopCurrency } }]),
  ]
}

function unknownUnits({ lines }: QuoteRequest, units: MeasurementUnits): readonly Failure[] {
  return lines.flatMap(({ quantities = {} }, index) =>
    Object.keys(quantities)
      .filter((unit) => !units.has(unit))
      .map((unit): Failure => ({
        code: 'invalid-input',
        path: jsonPointer('lines', index, 'quantities', unit),
        message: `${unit} is no unit of measurement that duties count in.`,
        mend: 'Use a code of the list of units, such as LTR, NPR or MTK.',
        zh: {
          message: `${unit} 不是计税所用的计量单位。`,
          mend: '请使用计量单位表中的代码，例如 LTR、NPR 或 MTK。',
        },
      })),
  )
}
