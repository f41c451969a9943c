import { Type, type Static } from 'typebox'

import type { BilingualText } from '../../bilingual-text.ts'
import { checkedReader } from '../../checked-reader.ts'
import { knownDay } from '../../calendar/known-day.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { StatedTaxRate } from '../../destination/stated-tax-rate.ts'
import { localDate } from '../../order/schema.ts'
import { combineAll, type Result, success } from '../../result.ts'
import { decimalOf, figureSchema } from '../uk-trade-tariff/figure.ts'

const periodSchema = Type.Object({
  effective_from: localDate,
  rates: Type.Intersect([
    Type.Object({ standard: figureSchema }),
    Type.Record(Type.String(), figureSchema),
  ]),
  exceptions: Type.Optional(Type.Array(Type.Object({ name: Type.String() }))),
})

const collectionSchema = Type.Object({
  details: Type.String({ pattern: '^https://' }),
  items: Type.Record(
    Type.String({ pattern: '^[A-Z]{2}$' }),
    Type.Array(periodSchema, { minItems: 1 }),
    {
      minProperties: 1,
    },
  ),
})

type Collection = Static<typeof collectionSchema>
const readCollection = checkedReader<Collection>(collectionSchema)

/** What a collection states and is not charged, with the country. */
export interface RateLeftOut {
  readonly country: string
  readonly problem: BilingualText
}

/** The rates of a collection that can be charged, and those that cannot. */
export interface VatCollection {
  readonly rates: readonly StatedTaxRate[]
  readonly leftOut: readonly RateLeftOut[]
}

/**
 * Reads the open collection of rates of VAT of the European Union (`ibericode/vat-rates`, JSON): periods of each
 * country by their first day. Its standard rates are taken. Of its other rates it does not say which
 * goods bear them, and exceptions go by postcode; each of those is named as left out.
 */
export function readVatCollection(json: unknown): Result<VatCollection> {
  const read = readCollection(json)
  if (!read.ok) return read
  const { details: url, items } = read.value
  const countries = Object.entries(items)
  const rates = combineAll(
    countries.flatMap(([country, periods]) =>
      inOrder(periods).map((period, index, all) =>
        standardRate({ country, url, period, until: all[index + 1]?.effective_from }),
      ),
    ),
  )
  if (!rates.ok) return rates
  const leftOut = countries.flatMap(([country, periods]) =>
    periods.flatMap((period) => leftOutOf(country, period)),
  )
  return success({ rates: rates.value, leftOut })
}

type Period = Collection['items'][string][number]

function inOrder(periods: readonly Period[]): readonly Period[] {
  return periods.toSorted((one, other) => (one.effective_from < other.effective_from ? -1 : 1))
}

function standardRate(stated: {
  readonly country: string
  readonly url: string
  readonly period: Period
  readonly until: LocalDate | undefined
}): Result<StatedTaxRate> {
  const { country, url, period, until } = stated
  const { effective_from: validFrom, rates } = period
  const percent = decimalOf(rates.standard, `/items/${country}/${validFrom}/standard`)
  if (!percent.ok) return percent
  return success({
    ...{ country, name: 'standard', percent: percent.value, confidence: 'secondary' },
    validFrom: validFrom,
    ...(until !== undefined && { validUntil: until }),
    law: { title: 'Rates of value-added tax as collected by ibericode/vat-rates', url },
  })
}

function leftOutOf(
  country: string,
  { effective_from: from, rates, exceptions = [] }: Period,
): readonly RateLeftOut[] {
  const others = Object.entries(rates).filter(([name]) => name !== 'standard')
  const since =
    knownDay(from) === undefined
      ? { en: 'from before its records on', zh: '自其记录之前起的' }
      : { en: `from ${from}`, zh: `自 ${from} 起的` }
  return [
    ...others.map(([name, percent]) => ({
      country,
      problem: {
        en: `the ${name.replaceAll('_', ' ')} rate of ${percent}% ${since.en} is not charged: nothing says which goods bear it`,
        zh: `${since.zh} ${name} 税率 ${percent}% 未采用：没有说明适用哪些货物`,
      },
    })),
    ...exceptions.map(({ name }) => ({
      country,
      problem: {
        en: `the rates of ${name} ${since.en} are not charged: they go by postcode`,
        zh: `${name} ${since.zh}税率未采用：按邮政编码确定`,
      },
    })),
  ]
}
