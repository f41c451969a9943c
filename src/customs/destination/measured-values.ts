import { jsonPointer } from '../json-pointer.ts'
import type { QuoteLine, QuoteRequest } from '../landed-cost/quote-request.ts'
import { addDecimals, type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import { combineAll, failure, type Failure, type Result, success } from '../result.ts'
import { convertAmount } from '../valuation/official-rates.ts'
import type { ValuePart } from '../valuation/valued-line.ts'
import type { ValueCondition } from './condition.ts'
import type { ConditionFacts } from './condition-facts.ts'

/** Which parts make the value that a law measures. */
const partsOf: Readonly<Record<ValueCondition['measured'], readonly ValuePart[]>> = {
  intrinsic: ['price'],
  'price-and-freight': ['price', 'freight'],
  'customs-value': ['customs-value'],
}

/** A sum that is not money yet: it is only compared. */
export interface MeasuredValue {
  readonly amount: DecimalText
  readonly currency: string
  /** Whether it was rounded to the coin when it was converted into its currency. */
  readonly isRounded: boolean
  /** Over how many measures the sum is spread, where the limit is one of each of them. */
  readonly measures?: DecimalText
}

/**
 * The values that the limits of a condition are for: one of the consignment, or one of each line or
 * piece. Prices stand in the currency in which they were stated; what freight belongs to, and prices
 * in several currencies, in that of the destination.
 */
export function measuredValues(
  { of, measured }: ValueCondition,
  facts: ConditionFacts,
): Result<readonly MeasuredValue[]> {
  const { request, lineIndex } = facts
  if (of === 'piece') return success(asked(request.lines, facts).map((line) => stated(line, 1)))
  const asStated = request.lines.map((line) => stated(line, line.quantity))
  // Prices in one currency are told without a rate, so a price that has no worth here does not matter.
  if (of === 'consignment' && measured === 'intrinsic' && isOneCurrency(asStated)) {
    return success([total(asStated)])
  }
  const converted = convertedValues(measured, facts)
  if (!converted.ok) return converted
  if (of === 'calendar-year') return withThisYear(total(converted.value), facts)
  const lines = measured === 'intrinsic' ? asStated : converted.value
  if (of === 'consignment') {
    return success([total(isOneCurrency(lines) ? lines : converted.value)])
  }
  if (of === 'line') return success(asked(lines, facts))
  return combineAll(
    asked(lines, facts).map((value, place) => perMeasure(request, lineIndex ?? place, value)),
  )
}

/** Of what is there for each line that of the line which is asked about, or all of it. */
function asked<T>(ofLines: readonly T[], { lineIndex }: ConditionFacts): readonly T[] {
  return lineIndex === undefined ? ofLines : ofLines.slice(lineIndex, lineIndex + 1)
}

/** The price of so many pieces, as it was stated. */
function stated({ unitPrice }: QuoteLine, quantity: number): MeasuredValue {
  const amount = multiplyDecimals(unitPrice.amount, String(quantity) as DecimalText)
  return { amount, currency: unitPrice.currency, isRounded: false }
}

/** The measured parts of each line in the currency of the destination. */
function convertedValues(
  measured: ValueCondition['measured'],
  { valued, destination: { currency } }: ConditionFacts,
): Result<readonly MeasuredValue[]> {
  return combineAll(
    valued.lines.map(({ parts }) => {
      const amounts = combineAll(partsOf[measured].map((part) => parts[part]))
      if (!amounts.ok) return amounts
      const amount = addDecimals(...amounts.value.map((part) => part.amount))
      return success({ amount, currency, isRounded: true })
    }),
  )
}

function isOneCurrency(values: readonly MeasuredValue[]): boolean {
  return values.every(({ currency }) => currency === values[0]?.currency)
}

/** The sum of values of one currency; a consignment has at least one line. */
function total(values: readonly MeasuredValue[]): MeasuredValue {
  return { ...values[0]!, amount: addDecimals(...values.map(({ amount }) => amount)) }
}

const THOUSAND = '1000' as DecimalText

/** A line's value over its millilitres where its litres are stated, else over its grams. */
function perMeasure(
  { lines }: QuoteRequest,
  index: number,
  value: MeasuredValue,
): Result<MeasuredValue> {
  const line = lines[index]
  const litresOrKg = line?.quantities?.LTR ?? line?.netWeightKg
  return litresOrKg === undefined
    ? failure(contentMissing(index))
    : success({ ...value, measures: multiplyDecimals(litresOrKg, THOUSAND) })
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
  whole: MeasuredValue,
  { request, rates, on }: ConditionFacts,
): Result<readonly MeasuredValue[]> {
  const { boughtThisYear } = request.buyer
  if (boughtThisYear === undefined) return failure(yearMissing)
  const path = jsonPointer('buyer', 'boughtThisYear')
  const before = convertAmount(rates, boughtThisYear, { to: whole.currency, on, path })
  if (!before.ok) return before
  return success([{ ...whole, amount: addDecimals(whole.amount, before.value.money.amount) }])
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
