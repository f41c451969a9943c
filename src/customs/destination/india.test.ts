import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo } from '../../../test/landed-cost.ts'

function parcel(day: string, purpose: string, commodityCode = '61091000') {
  const nothing = { amount: '0', currency: 'INR' }
  const sale = saleTo({
    ...{ to: 'IN', currency: 'INR', purpose, freight: nothing, insurance: nothing },
    lines: [{ price: '10000', commodityCode }],
  })
  return amountsOf(quoteOn(day, sale, { at: 'IN' }))
}

describe('goods that a person in India buys for personal use', () => {
  test('bear 42.08 percent until 21 September 2025 and 30.98 percent since', () => {
    const duty = { 'customs-duty': '1000', 'social-welfare-surcharge': '100' }
    expect(parcel('2025-09-21', 'sale')).toEqual({
      ...{ regime: 'personal-use', ...duty },
      'igst-28': '3108',
    })
    expect(parcel('2025-09-22', 'sale')).toEqual({
      ...{ regime: 'personal-use', ...duty },
      igst: '1998',
    })
  })

  // Mumbai Customs charges 30.98 percent on purchases and 41.60 percent on gifts at the same time.
  test('bear 10 percent by their concession while the heading had 20 percent, which gifts bore', () => {
    for (const day of ['2025-12-01', '2026-03-31']) {
      expect(parcel(day, 'sale')).toEqual({
        ...{ regime: 'personal-use', 'customs-duty': '1000' },
        ...{ 'social-welfare-surcharge': '100', igst: '1998' },
      })
      expect(parcel(day, 'gift')).toEqual({
        regime: 'gift',
        'customs-duty-20': '2000',
        igst: '2160',
      })
    }
    const after = parcel('2026-04-01', 'sale')
    expect(after).toEqual(parcel('2026-03-31', 'sale'))
  })

  test('are books no part of, which have a heading of their own', () => {
    expect(parcel('2026-06-01', 'sale', '49011010')['regime']).toBe('import')
  })
})

describe('gifts to a person in India', () => {
  test('bear the full duty of the day', () => {
    const dutiesOn = (day: string) =>
      Object.entries(parcel(day, 'gift'))
        .filter(([rule]) => rule.startsWith('customs-duty'))
        .map(([, amount]) => amount)
    expect(dutiesOn('2025-02-01')).toEqual(['3500'])
    expect(dutiesOn('2025-02-02')).toEqual(['2000'])
    expect(dutiesOn('2026-03-31')).toEqual(['2000'])
    expect(dutiesOn('2026-04-01')).toEqual(['1000'])
  })

  test('bore 41.6 percent at the end of 2025', () => {
    expect(parcel('2025-12-01', 'gift')).toEqual({
      regime: 'gift',
      'customs-duty-20': '2000',
      igst: '2160',
    })
  })
})
