import { multiplyDecimals } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { success } from '../result.ts'
import { compareAtRates, convertAmount } from '../valuation/official-rates.ts'
import { all, type Answer, answerOf, unknownFor } from './answer.ts'
import type { ValueCondition } from './condition.ts'
import type { ConditionFacts } from './condition-facts.ts'
import { type MeasuredValue, measuredValues } from './measured-values.ts'

/**
 * Whether a value keeps within the limits of a condition. Prices are compared as they were stated, by
 * exact proportion at the official rates; a value that was rounded to the coin when it was converted
 * is compared with the limit rounded in the same way. So no rounding moves a value over a limit.
 */
export function valueHolds(condition: ValueCondition, facts: ConditionFacts): Answer {
  const values = measuredValues(condition, facts)
  if (!values.ok) return unknownFor(...values.failures)
  const answers: Answer[] = []
  for (const value of values.value) {
    for (const bound of bounds) {
      const limit = condition[bound]
      if (limit !== undefined) answers.push(compared(value, { bound, limit }, facts))
    }
  }
  return all(answers)
}

const bounds = ['moreThan', 'atLeast', 'atMost', 'lessThan'] as const

interface Limit {
  readonly bound: (typeof bounds)[number]
  readonly limit: Money
}

/** Whether what a comparison of a value with its limit gave keeps within the bound. */
function isWithin(bound: Limit['bound'], comparison: number): boolean {
  switch (bound) {
    case 'moreThan':
      return comparison > 0
    case 'atLeast':
      return comparison >= 0
    case 'atMost':
      return comparison <= 0
    case 'lessThan':
      return comparison < 0
  }
}

/** A limit in the currency of the value needs no rate, and is told on days for which none is loaded. */
function compared(
  value: MeasuredValue,
  { bound, limit }: Limit,
  { rates, on }: ConditionFacts,
): Answer {
  const { amount, currency, measures } = value
  // What is compared is the price of the goods; a rate that is missing is missing for the first of them.
  const at = { on, path: '/lines/0/unitPrice' }
  const ofOne =
    value.isRounded && currency !== limit.currency
      ? convertAmount(rates, limit, { ...at, to: currency })
      : success({ money: limit })
  if (!ofOne.ok) return unknownFor(...ofOne.failures)
  const { money } = ofOne.value
  const overAll =
    measures === undefined ? money : { ...money, amount: multiplyDecimals(money.amount, measures) }
  const sign = compareAtRates(rates, { amount: { amount, currency }, other: overAll }, at)
  return sign.ok ? answerOf(isWithin(bound, sign.value)) : unknownFor(...sign.failures)
}
