import type { DutyExchangeRate, DutyFacts } from '../duty/evaluate-duty.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import type { Quantities } from '../duty/quantity-in.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import type { QuoteLine } from '../landed-cost/quote-request.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode, Money } from '../money/money.ts'
import { divideAndRound } from '../money/rounding.ts'
import { conversionOn } from '../valuation/official-rates.ts'

/** Enough decimals of a rate that no amount of duty is moved by a coin. */
const RATE_DECIMALS = 16

/** What is known of the goods of a line, for the arithmetic of duties. */
export function dutyFactsOf(
  question: TariffQuestion,
  from: {
    readonly customsValue: Money
    /** In which the measures of the goods state amounts. */
    readonly currencies: readonly CurrencyCode[]
    readonly units: MeasurementUnits
  },
): DutyFacts {
  const { currency } = question.destination
  return {
    currency,
    customsValue: from.customsValue,
    quantities: quantitiesOf(question.request.lines[question.lineIndex]!),
    exchangeRates: exchangeRatesFor(from.currencies, question),
    units: from.units,
  }
}

/** The quantities that a line states, by the unit of measurement that tariffs count in. */
function quantitiesOf({
  quantity,
  netWeightKg,
  grossWeightKg,
  quantities = {},
}: QuoteLine): Quantities {
  return new Map<string, DecimalText>([
    ['NAR', String(quantity) as DecimalText],
    ...(netWeightKg === undefined ? [] : [['KGM', netWeightKg] as const]),
    ...(grossWeightKg === undefined ? [] : [['KGMG', grossWeightKg] as const]),
    ...Object.entries(quantities),
  ])
}

/** The official rates of the currencies in which the measures state amounts, as far as they are loaded. */
function exchangeRatesFor(
  currencies: readonly CurrencyCode[],
  { destination, on, rates }: TariffQuestion,
): readonly DutyExchangeRate[] {
  const to = destination.currency
  return currencies.flatMap((from) => {
    if (from === to) return []
    const used = conversionOn(rates, from, { to, on, path: '' })
    if (!used.ok) return []
    const { unitsFrom, unitsTo } = used.value
    const rate = divideAndRound(unitsTo, unitsFrom, {
      decimals: RATE_DECIMALS,
      rounding: 'half-even',
    })
    return [{ from, to, rate }]
  })
}
