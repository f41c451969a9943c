import { beforeAll, describe, expect, test } from 'vitest'

import { shippedBook } from '../../tariffs/index.ts'
import { everyDay } from '../calendar/days-alike.ts'
import { localDate } from '../calendar/local-date.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { createMeasureIndex } from '../measures/measure-index.ts'
import type { Measure } from '../measures/measure.ts'
import { decimal } from '../money/decimal.ts'
import { createNomenclature } from '../nomenclature/nomenclature.ts'
import { codeInTariff } from './code-in-tariff.ts'
import { daysToRate, dutyHistory, joinHistory } from './duty-history.ts'
import { ratesOnDay } from './rates-on-day.ts'

let shipped: LandedCostBook
let book: LandedCostBook
const on = localDate('2026-09-01')

const line = (depth: number, code: string | undefined, en: string) => ({
  ...(code !== undefined && { code }),
  ...{ depth, descriptions: { en }, mayBeDeclared: code?.length === 10 },
})

const duty = (from: string, expression: DutyExpression, until?: string): Measure => ({
  ...{ id: `duty-${from}`, type: '103', code: '61', area: '1011', excludedAreas: [] },
  ...{ conditions: [], edition: 'test', expression },
  law: { title: `Order of ${from}` },
  validity: { from: localDate(from), ...(until && { until: localDate(until) }) },
})

const percent = (text: string): DutyExpression => [{ kind: 'ad-valorem', percent: decimal(text) }]

/** A tariff whose duty rises in 2025 and goes by weight from 2026 on. */
function changingTariff(): LandedCostBook {
  const rows = [
    line(0, '6109', 'T-shirts'),
    line(1, undefined, 'Knitted'),
    line(2, '6109100000', 'Of cotton'),
    line(2, '6109900000', 'Other'),
  ]
  const unit = { perUnits: decimal('100'), unit: 'KGM' }
  const byWeight: DutyExpression = [
    { kind: 'specific', amount: decimal('2'), currency: 'GBP', ...unit },
  ]
  const measures = [
    duty('2021-01-01', percent('8'), '2025-03-01'),
    duty('2025-03-01', percent('12.5'), '2026-01-01'),
    duty('2026-01-01', byWeight),
  ]
  const edition = { id: 'test', validFrom: localDate('2021-01-01'), rows }
  const tariff = {
    ...shipped.tariffs.get('GB')!,
    nomenclature: createNomenclature([edition]),
    measures: createMeasureIndex(measures, new Map()),
  }
  return { ...shipped, tariffs: new Map([['GB', tariff]]) }
}

beforeAll(async () => {
  shipped = await shippedBook()
  book = changingTariff()
})

const goods = { country: 'GB', code: '6109100000', origin: 'CN' }

describe('a code is read', () => {
  const read = (code: string) => {
    const found = codeInTariff(
      { tariff: book.tariffs.get('GB')!, chapters: book.chapters },
      { code, origin: 'CN', on },
    )
    return found.ok ? found.value : found.failures
  }

  test('with the lines above it and the rate as a tariff prints it', () => {
    expect(read('6109100000')).toMatchObject({
      path: [
        { code: '61' },
        { code: '6109' },
        { description: { en: 'Knitted' } },
        { code: '6109100000' },
      ],
      isDeclarable: true,
      measures: [{ rate: '2 GBP/100 kg', role: 'third-country' }],
    })
  })

  test('with the lines right below it, also where no line has just its digits', () => {
    expect(read('6109')).toMatchObject({
      isDeclarable: false,
      children: [{ description: { en: 'Knitted' } }],
    })
    expect(read('61')).toMatchObject({ path: [{ code: '61' }], children: [{ code: '6109' }] })
    expect(read('')).toMatchObject({
      children: [{ code: '61', description: { en: 'Knitted clothing' } }],
    })
  })

  test('as a group where it is short, also where one line alone stands below it', () => {
    expect(read('610910')).toMatchObject({
      isDeclarable: false,
      children: [{ code: '6109100000', isDeclarable: true }],
    })
  })

  test('or refused with what is known of it', () => {
    expect(read('6204')).toMatchObject([{ code: 'unknown-commodity-code' }])
  })
})

describe('rates are said', () => {
  test('in percent of the value where the duty follows from the value alone', () => {
    const rates = ratesOnDay(book, { ...goods, on: localDate('2025-06-01') })
    expect(rates).toMatchObject({
      value: { options: [{ percent: '12.5', duties: [{ rate: '12.5%' }] }] },
    })
  })

  test('without a percentage where it hangs on a quantity', () => {
    const rates = ratesOnDay(book, { ...goods, on })
    if (!rates.ok) throw new Error(rates.failures[0].message)
    expect(rates.value.options[0]).toMatchObject({ duties: [{ rate: '2 GBP/100 kg' }] })
    expect(rates.value.options[0]).not.toHaveProperty('percent')
  })

  test('not at all where no tariff is loaded', () => {
    const rates = ratesOnDay(book, { ...goods, country: 'NO', on })
    expect(rates).toMatchObject({ ok: false, failures: [{ code: 'not-covered' }] })
  })
})

describe('the history of a duty', () => {
  const days = { from: localDate('2025-02-01'), until: localDate('2026-02-01') }

  test('has a period for each rate, with its law', () => {
    const periods = dutyHistory(book, goods, days)
    expect(periods.map(({ from }) => from)).toEqual(['2025-02-01', '2025-03-01', '2026-01-01'])
    expect(periods[1]!.outcome).toMatchObject({
      rates: { options: [{ duties: [{ law: { title: 'Order of 2025-03-01' } }] }] },
    })
  })

  test('is the same in one go and in parts', () => {
    const middle = localDate('2025-09-17')
    const parts = [
      dutyHistory(book, goods, { ...days, until: middle }),
      dutyHistory(book, goods, { ...days, from: middle }),
    ] as const
    expect(joinHistory(...parts)).toEqual(dutyHistory(book, goods, days))
  })

  test('is what trying every day tells, of days on which nothing in the tariff changes too', () => {
    expect(daysToRate(book, goods, days).length).toBeLessThan(40)
    const everyOne = dutyHistory(book, goods, days, everyDay(days))
    expect(dutyHistory(book, goods, days)).toEqual(everyOne)
    expect(everyOne).toHaveLength(3)
  })

  test('names why no rate can be said on some days, as one period', () => {
    const before = { from: localDate('2020-01-01'), until: localDate('2020-06-01') }
    expect(dutyHistory(book, goods, before)).toMatchObject([
      { ...before, outcome: { kind: 'refused' } },
    ])
  })
})
