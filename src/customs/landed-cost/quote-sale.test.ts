import { describe, expect, test } from 'vitest'
import { flatTariff, saleTo, sourcesFor } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import type { QuoteSources, TariffQuestion } from './quote-landed-cost.ts'
import { quoteSale } from './quote-sale.ts'

/** Two codes below a subheading, of which one bears twelve percent and the other four. */
const twoRates: Partial<QuoteSources> = {
  declarableBelow: (code) =>
    ['10', '90'].map((end) => ({
      commodityCode: `${code}00${end}`,
      description: { en: `ending in ${end}` },
    })),
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
    const quoted = quoteSale(sale, on, sourcesFor('EU', { ...twoRates, declarableBelow: () => [] }))
    expect(quoted.ok).toBe(false)
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
