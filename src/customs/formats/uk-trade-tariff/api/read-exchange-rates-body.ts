import { Type } from 'typebox'
import { type LocalDate, localDate, monthsLater } from '../../../calendar/local-date.ts'
import { decimal, type DecimalText, isDecimalText } from '../../../money/decimal.ts'
import { combineAll, failure, type Failure, type Result, success } from '../../../result.ts'
import type { RatePeriod } from '../../../tariff/exchange-rates.ts'
import { readJsonApiDocument, type Resource } from './json-api-document.ts'
import { attributesReader } from './read-attributes.ts'

const readCollection = attributesReader(
  Type.Object({
    year: Type.String({ pattern: '^\\d{4}$' }),
    month: Type.String({ pattern: '^(0?[1-9]|1[0-2])$' }),
    type: Type.Literal('monthly'),
  }),
)

const readRate = attributesReader(
  Type.Object({
    currency_code: Type.String({ pattern: '^[A-Z]{3}$' }),
    rate: Type.Union([Type.Number(), Type.String()]),
  }),
)

/** Reads a body of the monthly rates of exchange: units of each currency for one pound. */
export function readExchangeRatesBody(text: string): Result<RatePeriod> {
  const document = readJsonApiDocument(text)
  if (!document.ok) return document
  const { data, included } = document.value
  const [collection] = data
  if (collection?.type !== 'exchange_rate_collection') return failure(noRates)
  const month = readCollection(collection)
  if (!month.ok) return month
  const rates = combineAll(
    included.filter(({ type }) => type === 'exchange_rate').map((resource) => rateOf(resource)),
  )
  if (!rates.ok) return rates
  const contradiction = contradicting(rates.value)
  if (contradiction !== undefined) return failure(twoRates(contradiction))
  const from = firstOf(month.value)
  return success({
    ...{ from, until: monthsLater(from, 1), base: 'GBP' },
    unitsPerBase: new Map(rates.value),
  })
}

function firstOf({ year, month }: { readonly year: string; readonly month: string }): LocalDate {
  return localDate(`${year}-${month.padStart(2, '0')}-01`)
}

/** Several countries share a currency, and its rate stands once for each of them. */
function contradicting(rates: readonly (readonly [string, DecimalText])[]): string | undefined {
  const seen = new Map<string, DecimalText>()
  for (const [currency, rate] of rates) {
    if ((seen.get(currency) ?? rate) !== rate) return currency
    seen.set(currency, rate)
  }
  return undefined
}

function rateOf(resource: Resource): Result<readonly [string, DecimalText]> {
  const read = readRate(resource)
  if (!read.ok) return read
  const { currency_code: currency, rate } = read.value
  const text = String(rate)
  // A rate of zero would divide by nothing.
  return isDecimalText(text) && /[1-9]/.test(text)
    ? success([currency, decimal(text)])
    : failure(noFigure(currency))
}

const noRates: Failure = {
  code: 'invalid-input',
  path: '/data/type',
  message: 'The body is not one of monthly rates of exchange.',
  mend: 'Load the body of the monthly rates of the UK Trade Tariff service.',
  zh: { message: '该内容不是月度汇率。', mend: '请载入英国税则服务的月度汇率响应。' },
}

function noFigure(currency: string): Failure {
  return {
    code: 'invalid-input',
    path: '/included',
    message: `The rate of ${currency} is no plain decimal.`,
    mend: 'Fetch the body again.',
    zh: { message: `${currency} 的汇率不是普通小数。`, mend: '请重新获取。' },
  }
}

function twoRates(currency: string): Failure {
  return {
    code: 'invalid-input',
    path: '/included',
    message: `The body states two different rates of ${currency}.`,
    mend: 'Fetch the body again, or load the rates of the month from HMRC’s file.',
    zh: {
      message: `该内容对 ${currency} 给出了两个不同的汇率。`,
      mend: '请重新获取，或载入 HMRC 的当月汇率文件。',
    },
  }
}
