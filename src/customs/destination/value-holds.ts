import { jsonPointer } from '../json-pointer.ts'
import { Big } from 'big.js'
import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import type { Money } from '../money/money.ts'
import { combineAll, type Failure, type Result, success } from '../result.ts'
import { conversionOn } from '../valuation/official-rates.ts'
import type { ValuePart } from '../valuation/valued-line.ts'
import { all, type Answer, answerOf, unknownFor } from './answer.ts'
import type { ValueCondition } from './condition.ts'
import type { ConditionFacts } from './condition-facts.ts'

/** Which parts make the value that a law measures. */
const partsOf: Readonly<Record<ValueCondition['measured'], readonly ValuePart[]>> = {
  intrinsic: ['price'],
  'price-and-freight': ['price', 'freight'],
  'customs-value': ['customs-value'],
}

/**
 * Whether a value keeps within the limits of a condition. Amounts are compared by exact proportion at
 * the official rates, so that no rounding moves a value over a limit.
 */
export function valueHolds(condition: ValueCondition, facts: ConditionFacts): Answer {
  const values = valuesAsked(condition, facts)
  if (!values.ok) return unknownFor(...values.failures)
  return all(
    values.value.flatMap((value) =>
      limitsOf(condition).map(({ limit, holds }) => compared(value, { limit, holds }, facts)),
    ),
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

function compared(value: Sum, { limit, holds }: Limit, { rates, on }: ConditionFacts): Answer {
  const most = new Big(limit.amount).times(value.measures ?? 1)
  // A limit in the currency of the value needs no rate, and is told on days for which none is loaded.
  if (value.currency === limit.currency) return answerOf(holds(value.amount.cmp(most)))
  const used = conversionOn(rates, value.currency, { to: limit.currency, on, path: '' })
  if (!used.ok) return unknownFor(...used.failures)
  const { unitsFrom, unitsTo } = used.value
  return answerOf(holds(value.amount.times(unitsTo).cmp(most.times(unitsFrom))))
}

/** An exact sum that is not money yet: it is only compared. */
interface Sum {
  readonly amount: Big
  readonly currency: string
  /** Over how many measures the sum is spread, where the limit is one of each of them. */
  readonly measures?: Big
}

/** The values that the limits are for: one of the consignment, or one of each line or piece. */
function valuesAsked(
  { of, measured }: ValueCondition,
  { valued, request, destination, lineIndex, rates, on }: ConditionFacts,
): Result<readonly Sum[]> {
  const { currency } = destination
  const perLine = combineAll(
    valued.lines.map(({ parts }) => combineAll(partsOf[measured].map((part) => parts[part]))),
  )
  if (!perLine.ok) return perLine
  const lines = perLine.value.map((amounts) => total(amounts))
  const asked = lineIndex === undefined ? lines : lines.slice(lineIndex, lineIndex + 1)
  const whole = lines.reduce((sum, line) => sum.plus(line), new Big(0))
  switch (of) {
    case 'consignment':
      return success([{ amount: whole, currency }])
    case 'line':
      return success(asked.map((amount) => ({ amount, currency })))
    case 'piece':
      return success(pieces(request, { lineIndex }))
    case 'gram-or-millilitre':
      return combineAll(
        asked.map((amount, place) => perMeasure(request, lineIndex ?? place, { amount, currency })),
      )
    case 'calendar-year':
      return withThisYear(request, { amount: whole, currency }, { rates, on })
  }
}

function total(amounts: readonly Money[]): Big {
  return amounts.reduce((sum, { amount }) => sum.plus(amount), new Big(0))
}

/** The price of one piece stands in the request itself, so nothing has to be divided. */
function pieces(
  { lines }: QuoteRequest,
  { lineIndex }: { readonly lineIndex: number | undefined },
): readonly Sum[] {
  const asked = lineIndex === undefined ? lines : lines.slice(lineIndex, lineIndex + 1)
  return asked.map(({ unitPrice }) => ({
    amount: new Big(unitPrice.amount),
    currency: unitPrice.currency,
  }))
}

/** A line's value over its millilitres where its litres are stated, else over its grams. */
function perMeasure({ lines }: QuoteRequest, index: number, value: Sum): Result<Sum> {
  const line = lines[index]
  const litresOrKg = line?.quantities?.LTR ?? line?.netWeightKg
  return litresOrKg === undefined
    ? { ok: false, failures: [contentMissing(index)] }
    : success({ ...value, measures: new Big(litresOrKg).times(1000) })
}

function contentMissing(index: number): Failure {
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', index, 'netWeightKg'),
    message: `A charge depends on the price of a gram or millilitre, and line ${index + 1} states neither weight nor litres.`,
    mend: 'State the net weight in kilograms, or quantities.LTR for goods sold by volume.',
    zh: {
      message: `有一项费用取决于每克或每毫升的价格，而第${index + 1}行没有填写净重或升数。`,
      mend: '请填写净重（千克）；按容量销售的货物请填写 quantities.LTR。',
    },
  }
}

/** What the buyer has bought before is a fact of the buyer's; without it no yearly limit can be told. */
function withThisYear(
  { buyer: { boughtThisYear } }: QuoteRequest,
  whole: Sum,
  { rates, on }: Pick<ConditionFacts, 'rates' | 'on'>,
): Result<readonly Sum[]> {
  if (boughtThisYear === undefined) return { ok: false, failures: [yearMissing] }
  const path = jsonPointer('buyer', 'boughtThisYear')
  const used = conversionOn(rates, boughtThisYear.currency, { to: whole.currency, on, path })
  if (!used.ok) return used
  // Compared in units that need no division: both sides are taken times the rate of what is added.
  const { unitsFrom, unitsTo } = used.value
  if (unitsFrom === unitsTo) {
    return success([{ ...whole, amount: whole.amount.plus(boughtThisYear.amount) }])
  }
  const Precise = Big()
  Precise.DP = 12
  const before = new Precise(boughtThisYear.amount).times(unitsTo).div(unitsFrom)
  return success([{ ...whole, amount: whole.amount.plus(before) }])
}

const yearMissing: Failure = {
  code: 'fact-missing',
  path: '/buyer/boughtThisYear',
  message: 'A relief has a yearly limit, and what the buyer has bought this year is not stated.',
  mend: 'State what the buyer has bought from abroad since 1 January, without this consignment.',
  zh: {
    message: '某项优惠设有年度限额，而买家本年度已购金额没有填写。',
    mend: '请填写买家自1月1日以来的跨境购买金额（不含本次）。',
  },
}
