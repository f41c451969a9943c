import { Type, type Static } from 'typebox'
import { dayAfter, isLocalDate, type LocalDate } from '../../calendar/local-date.ts'
import { checkedReader } from '../../checked-reader.ts'
import { type DecimalText, decimal } from '../../money/decimal.ts'
import { localDate } from '../../order/schema.ts'
import { failure, type Result, success } from '../../result.ts'

/** Rates are looked at one by one, so that one that is not understood does not cost the others. */
const fileSchema = Type.Object({
  base: Type.Literal('GBP'),
  period: Type.Object({ start: localDate, end: localDate }),
  rates: Type.Record(Type.String(), Type.Unknown(), { minProperties: 1 }),
})
const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** The rates of one period as HMRC publishes them, and what could not be understood. */
export interface MonthlyRates {
  readonly period: { readonly from: LocalDate; readonly until: LocalDate }
  /** Units of the currency for one pound. */
  readonly rates: Readonly<Record<string, DecimalText>>
  readonly notUnderstood: readonly { readonly currency: string; readonly value: unknown }[]
}

/**
 * Reads a month of HMRC's rates for customs as JSON: `base`, `period` with its first and last day,
 * and `rates`, units of the currency for one pound as text.
 */
export function readMonthlyRates(json: unknown): Result<MonthlyRates> {
  const file = readFile(json)
  if (!file.ok) return file
  const { start, end } = file.value.period
  if (!isLocalDate(start) || !isLocalDate(end) || end < start) return failure(noPeriod)
  const rates: Record<string, DecimalText> = {}
  const notUnderstood: { readonly currency: string; readonly value: unknown }[] = []
  for (const [currency, value] of Object.entries(file.value.rates)) {
    if (/^[A-Z]{3}$/.test(currency) && isRate(value)) rates[currency] = decimal(value)
    else notUnderstood.push({ currency, value })
  }
  return success({ period: { from: start, until: dayAfter(end) }, rates, notUnderstood })
}

/** A rate of zero would divide by nothing, so it is none. */
function isRate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,9}(\.\d{1,6})?$/.test(value) && /[1-9]/.test(value)
}

const noPeriod = {
  code: 'invalid-input',
  path: '/period',
  message: '/period has no first and last day that exist, in this order.',
  mend: 'Load the file as it was published.',
  zh: { message: '/period 的首日与末日不存在或顺序有误。', mend: '请原样载入所公布的文件。' },
} as const
