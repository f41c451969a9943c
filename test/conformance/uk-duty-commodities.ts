import type { DutyExpression } from '../../src/customs/duty/duty-expression.ts'
import { displayDuty } from '../../src/customs/duty/display-duty.ts'
import { type DutyFacts, evaluateDuty } from '../../src/customs/duty/evaluate-duty.ts'
import { addDecimals, decimal, type DecimalText } from '../../src/customs/money/decimal.ts'
import { measurementUnits } from '../gb-reference-data.ts'
import type { DutyVector } from './uk-duty-vectors.ts'

const units = measurementUnits()

interface CommodityInput {
  readonly customs_value: Readonly<Record<'goods' | 'shipping' | 'insurance', string>>
  readonly quantities?: Readonly<Record<string, string>>
  readonly measure_amount?: Readonly<Record<string, string>>
  readonly exchange_rates?: Readonly<Record<string, string>>
  readonly primary_measure: { readonly calculation?: string; readonly rate?: string }
  readonly stacked_measures?: Readonly<Record<string, string>>
}

interface CommodityFigures {
  readonly safeguard_display?: string | null
  readonly stacked_duties?: readonly { readonly calculation: string }[]
  readonly vat?: { readonly calculation: string }
}

/** What the calculator shows for one option of a commodity, worked out by us. */
export interface CommodityDuty {
  readonly customsValue: DecimalText
  readonly importDuty: DecimalText
  /** Other duties by their name, or by their place where they are listed. */
  readonly others: Readonly<Record<string, DecimalText>>
  readonly vatBase: DecimalText
  readonly vat: DecimalText
  readonly total: DecimalText
}

/** Works out an option from the rates that the vector names; nothing is rounded in between. */
export function commodityDuty({ input, expected }: DutyVector): CommodityDuty {
  const { customs_value, primary_measure, ...given } = input as unknown as CommodityInput
  const { stacked_duties, vat, safeguard_display } = expected as CommodityFigures
  const { goods, shipping, insurance } = customs_value
  const customsValue = addDecimals(decimal(goods), decimal(shipping), decimal(insurance))
  const facts = factsOf(given, customsValue)
  const { vat_305, ...stacked } = given.stacked_measures ?? {}
  const listed = Object.fromEntries(
    (stacked_duties ?? []).map(({ calculation }, index) => [String(index), calculation]),
  )
  // The non-preferential quota takes the goods out of the safeguard; the choice is not arithmetic.
  const charged = Object.entries({ ...stacked, ...listed }).filter(
    ([name]) => name !== 'safeguard_696' || safeguard_display !== null,
  )
  const importDuty = dutyOf(primary_measure.calculation ?? primary_measure.rate ?? '', facts)
  const others = Object.fromEntries(charged.map(([name, rate]) => [name, dutyOf(rate, facts)]))
  const duties = addDecimals(importDuty, ...Object.values(others))
  const vatBase = addDecimals(customsValue, duties)
  const vatRate = vat?.calculation ?? vat_305 ?? ''
  const vatAmount = dutyOf(vatRate, factsOf({}, vatBase))
  const total = addDecimals(duties, vatAmount)
  return { customsValue, importDuty, others, vatBase, vat: vatAmount, total }
}

/** As the calculator shows money. */
export function displayed(amount: DecimalText): string {
  return displayDuty(amount, [], units)
}

function factsOf(
  { quantities, measure_amount, exchange_rates = {} }: Partial<CommodityInput>,
  value: DecimalText,
): DutyFacts {
  const amounts = Object.entries({ ...quantities, ...measure_amount })
  return {
    currency: 'GBP',
    customsValue: { amount: value, currency: 'GBP' },
    quantities: new Map(amounts.map(([unit, amount]) => [unit.toUpperCase(), decimal(amount)])),
    exchangeRates: Object.entries(exchange_rates).map(([pair, rate]) => ({
      from: pair.slice(0, 3),
      to: pair.slice(4),
      rate: decimal(rate),
    })),
    units,
  }
}

function dutyOf(rate: string, facts: DutyFacts): DecimalText {
  const evaluation = evaluateDuty(expressionOf(rate), facts)
  if (!evaluation.known) throw new Error(JSON.stringify(evaluation.missing))
  return evaluation.duty.amount
}

/** Units as the vectors print them. */
const unitOf: Readonly<Record<string, string>> = {
  '100kg': 'DTN',
  '1000kg': 'TNE',
  '1000kg/biodiesel': 'TNEI',
}

/** `8.00% * £99.99` and `35.10 EUR / 100 kg`, the two forms in which the vectors print a rate. */
function expressionOf(rate: string): DutyExpression {
  const [, percent] = /^(\d+(?:\.\d+)?)%/.exec(rate) ?? []
  if (percent !== undefined) return [{ kind: 'ad-valorem', percent: decimal(percent) }]
  const [, amount, currency, printed = ''] = /^([\d.]+) ([A-Z]{3}) ?\/ ?(.+)$/.exec(rate) ?? []
  const unit = unitOf[printed.replaceAll(' ', '')]
  if (amount === undefined || currency === undefined || unit === undefined) {
    throw new Error(`a rate that nobody has looked at yet: ${rate}`)
  }
  return [{ kind: 'specific', amount: decimal(amount), currency, perUnits: decimal('1'), unit }]
}
