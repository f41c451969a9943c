import { describe, expect, test } from 'vitest'
import { flatTariff, saleTo, sourcesFor } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import type { QuoteSources, TariffQuestion } from './quote-landed-cost.ts'
import { quoteSale } from './quote-sale.ts'

/** Two codes below a subheading, of which one bears twelve percent and the other four. */
const twoRates: Partial<QuoteSources> = {
  declarableBelow: (code) => ({
    codes: ['10', '90'].map((end) => ({
      commodityCode: `${code}00${end}`,
      description: { en: `ending in ${end}` },
    })),
    areAll: true,
  }),
  tariffOf: (question: TariffQuestion) => {
    const { commodityCode } = question.request.lines[question.lineIndex]!
    if (commodityCode?.length === 10) {
      return flatTariff(commodityCode.endsWith('10') ? '12' : '4')(question)
    }
    return {
      ok: false,
      failures: [
        {
          code: 'commodity-code-not-declarable',
          path: `/lines/${question.lineIndex}/commodityCode`,
          message: 'too short',
        },
      ],
    }
  },
}

const on = localDate('2026-09-01')

describe('a sale whose code is too short', () => {
  const sale = saleTo({
    ...{ to: 'DE', currency: 'EUR' },
    lines: [{ price: '200.00', commodityCode: '610910' }],
  })

  test('is quoted from the least to the most, with the codes that decide', () => {
    const quoted = quoteSale(sale, on, sourcesFor('EU', twoRates))
    expect(quoted.ok && quoted.value.kind).toBe('range')
    if (!quoted.ok || quoted.value.kind !== 'range') return
    const { lowest, highest, undecided } = quoted.value.range
    expect([lowest, highest].map(({ totals }) => totals.customsDuty.amount)).toEqual([
      '8.00',
      '24.00',
    ])
    expect(undecided[0]!.choices.map(({ commodityCode }) => commodityCode)).toEqual([
      '6109100090',
      '6109100010',
    ])
  })

  test('is refused where no code below it is known', () => {
    const nothing = { ...twoRates, declarableBelow: () => ({ codes: [], areAll: true }) }
    expect(quoteSale(sale, on, sourcesFor('EU', nothing)).ok).toBe(false)
  })

  test('says what each line bears by itself where several are too short', () => {
    const two = saleTo({
      ...{ to: 'DE', currency: 'EUR' },
      lines: [
        { price: '200.00', commodityCode: '610910' },
        { price: '100.00', commodityCode: '610990' },
      ],
    })
    const quoted = quoteSale(two, on, sourcesFor('EU', twoRates))
    if (!quoted.ok || quoted.value.kind !== 'range') throw new Error('a range is expected')
    const { lowest, highest, undecided } = quoted.value.range
    expect([lowest, highest].map(({ totals }) => totals.customsDuty.amount)).toEqual([
      '12.00',
      '36.00',
    ])
    // Duty of 4 and 12 %, and VAT of 19 % on the goods and it.
    expect(undecided.map(({ choices }) => choices.map(({ charges }) => charges.amount))).toEqual([
      ['47.52', '66.56'],
      ['23.76', '33.28'],
    ])
  })

  test('is not tried out in sales that are too long to wait for', () => {
    const long = saleTo({
      ...{ to: 'DE', currency: 'EUR' },
      lines: Array.from({ length: 300 }, () => ({ price: '200.00', commodityCode: '610910' })),
    })
    const many: Partial<QuoteSources> = {
      ...twoRates,
      declarableBelow: (code) => ({
        codes: Array.from({ length: 40 }, (_, index) => ({
          commodityCode: `${code}00${10 + index}`,
          description: {},
        })),
        areAll: true,
      }),
    }
    const quoted = quoteSale(long, on, sourcesFor('EU', many))
    expect(quoted.ok ? [] : quoted.failures).toHaveLength(300)
  })

  test('is refused with all other failures where there are some', () => {
    const without = saleTo({
      ...{ to: 'DE', currency: 'USD' },
      lines: [{ price: '200.00', commodityCode: '610910' }],
    })
    const later = localDate('2027-03-01')
    const quoted = quoteSale(without, later, sourcesFor('EU', twoRates))
    expect(quoted.ok ? [] : quoted.failures.map(({ code }) => code)).toEqual([
      'exchange-rate-missing',
    ])
  })
})

test('a sale whose codes can be declared is quoted exactly', () => {
  const sale = saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '20.00' }] })
  const quoted = quoteSale(sale, on, sourcesFor('EU', twoRates))
  expect(quoted.ok && quoted.value.kind).toBe('exact')
})
