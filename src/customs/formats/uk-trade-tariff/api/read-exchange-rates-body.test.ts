import { describe, expect, it } from 'vitest'

import { readExchangeRatesBody } from './read-exchange-rates-body.ts'

function body(rates: readonly (readonly [string, unknown])[], type = 'monthly'): string {
  return JSON.stringify({
    data: {
      ...{ type: 'exchange_rate_collection', id: 'x' },
      attributes: { year: '2023', month: '9', type },
    },
    included: rates.map(([currency_code, rate], index) => ({
      ...{ type: 'exchange_rate', id: String(index) },
      attributes: { currency_code, rate },
    })),
  })
}

describe('a body of monthly rates', () => {
  it('holds for its month', () => {
    const period = readExchangeRatesBody(body([['EUR', '1.1702']]))
    expect(period).toMatchObject({
      value: { from: '2023-09-01', until: '2023-10-01', base: 'GBP' },
    })
    expect(period.ok && period.value.unitsPerBase).toEqual(new Map([['EUR', '1.1702']]))
  })

  it('may state a currency once for each of its countries', () => {
    expect(
      readExchangeRatesBody(
        body([
          ['USD', '1.27'],
          ['USD', '1.27'],
        ]),
      ).ok,
    ).toBe(true)
  })

  it.each([
    [
      'two rates of one currency',
      body([
        ['USD', '1.27'],
        ['USD', '1.28'],
      ]),
    ],
    ['a rate that is no figure', body([['USD', '1,27']])],
    ['a rate of nothing', body([['USD', 0]])],
    ['averages of a year', body([['USD', '1.27']], 'average')],
  ])('is refused with %s', (_, text) => {
    expect(readExchangeRatesBody(text).ok).toBe(false)
  })
})
