import { isLocalDate } from '../calendar/local-date.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { inOneList } from '../in-one-list.ts'
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
  /** Schemes in which a seller may be registered: those that any destination asks for. */
  readonly schemes: ReadonlySet<string>
}

/**
 * What a schema cannot say of a sale: that its day, countries, currencies, units and schemes exist, and
 * that goods do not weigh more without their packaging than with it. A unit or a scheme that nobody
 * knows would be passed over in silence, and a misspelt country would decide the duty.
 */
export function checkQuoteRequest(
  request: QuoteRequest,
  { knownCodes, units, schemes }: QuoteVocabulary,
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
    ...unknownSchemes(request, schemes),
    ...checkWeights(request),
  ]
}

function countriesOf({ shipFrom, destination, lines }: QuoteRequest) {
  const countries = [
    { path: '/shipFrom/country', country: shipFrom.country },
    { path: '/destination/country', country: destination.country },
  ]
  for (const [index, { origin }] of lines.entries()) {
    if (origin === undefined) continue
    countries.push({ path: jsonPointer('lines', index, 'origin'), country: origin })
  }
  return countries
}

interface StatedAmount {
  readonly path: string
  readonly amount: Pick<Money, 'currency'>
}

const amountsOfTheWhole = [
  'freight',
  'insurance',
  'freightInPrices',
  'insuranceInPrices',
  'onwardTransport',
] as const

/** Every amount of a sale, whether or not any charge will need it. */
function amountsOf(request: QuoteRequest): readonly StatedAmount[] {
  const { lines, adjustments = [], shopCurrency, buyer } = request
  const stated: StatedAmount[] = []
  for (const [index, { unitPrice: amount }] of lines.entries()) {
    stated.push({ path: jsonPointer('lines', index, 'unitPrice', 'currency'), amount })
  }
  for (const [index, { amount }] of adjustments.entries()) {
    stated.push({ path: jsonPointer('adjustments', index, 'amount', 'currency'), amount })
  }
  for (const name of amountsOfTheWhole) {
    const amount = request[name]
    if (amount !== undefined) stated.push({ path: jsonPointer(name, 'currency'), amount })
  }
  if (buyer.boughtThisYear !== undefined) {
    stated.push({ path: '/buyer/boughtThisYear/currency', amount: buyer.boughtThisYear })
  }
  if (shopCurrency !== undefined) {
    stated.push({ path: '/shopCurrency', amount: { currency: shopCurrency } })
  }
  return stated
}

function unknownUnits({ lines }: QuoteRequest, units: MeasurementUnits): readonly Failure[] {
  const unknown = lines.map(({ quantities = {} }, index) =>
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
  return inOneList(unknown)
}

function unknownSchemes(
  { registrations }: QuoteRequest,
  schemes: QuoteVocabulary['schemes'],
): readonly Failure[] {
  const unknown = registrations.flatMap((scheme, index) =>
    schemes.has(scheme) ? [] : [{ scheme, path: jsonPointer('registrations', index) }],
  )
  if (unknown.length === 0) return []
  const known = [...schemes].toSorted().join(', ')
  return unknown.map(({ scheme, path }) => ({
    code: 'invalid-input',
    path,
    message: `${scheme} is no scheme of registration that any destination asks for.`,
    mend: `Known are ${known}.`,
    zh: { message: `没有任何目的地采用 ${scheme} 这一登记计划。`, mend: `已知的有：${known}。` },
  }))
}
