import { inOneList } from '../in-one-list.ts'
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
  const limits = limitsOf(condition)
  return all(
    inOneList(values.value.map((value) => limits.map((limit) => compared(value, limit, facts)))),
  )
}

/** A limit with what the comparison of the value with it has to give. */
interface Limit {
  readonly limit: Money
  readonly holds: (comparison: number) => boolean
}

function limitsOf({ moreThan, atLeast, atMost, lessThan }: ValueCondition): readonly Limit[] {
  return [
    ...(moreThan ? [{ limit: moreThan, holds: (sign: number) => sign > 0 }] : []),
    ...(atLeast ? [{ limit: atLeast, holds: (sign: number) => sign >= 0 }] : []),
    ...(atMost ? [{ limit: atMost, holds: (sign: number) => sign <= 0 }] : []),
    ...(lessThan ? [{ limit: lessThan, holds: (sign: number) => sign < 0 }] : []),
  ]
}

/** A limit in the currency of the value needs no rate, and is told on days for which none is loaded. */
function compared(
  value: MeasuredValue,
  { limit, holds }: Limit,
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
  return sign.ok ? answerOf(holds(sign.value)) : unknownFor(...sign.failures)
}
