import { describe, expect, test } from 'vitest'
import { amountsOf, flatTariff, quoteOn, saleTo } from '../../../test/landed-cost.ts'

/** A parcel from China without carriage of its own. */
interface Parcel {
  readonly to: string
  readonly currency: string
  readonly price: string
  readonly channel?: string
  readonly commodityCode?: string
}

function charged(day: string, { to, currency, price, channel, ...line }: Parcel, duty = '10') {
  const nothing = { amount: '0', currency }
  const sale = saleTo({
    ...{ to, currency, transportMode: 'air', freight: nothing, insurance: nothing },
    ...(channel !== undefined && { channel }),
    lines: [{ price, ...line }],
  })
  return amountsOf(quoteOn(day, sale, { at: to, tariffOf: flatTariff(duty) }))
}

describe('a parcel into Indonesia bears income tax', () => {
  const parcel = { to: 'ID', currency: 'IDR', price: '1000000' }

  test('of 5 percent on value and duty since March 2025, where its goods are listed', () => {
    const bag = { ...parcel, commodityCode: '42022100' }
    expect(charged('2025-03-05', bag)).toEqual({
      regime: 'parcel',
      'customs-duty': '250000',
      'import-vat': '137500',
      'income-tax': '62500',
    })
    expect(charged('2025-03-04', bag)['income-tax']).toBeUndefined()
    const electricBicycle = { ...parcel, commodityCode: '87116092' }
    expect(charged('2025-03-05', electricBicycle)['income-tax']).toBe('62500')
    const pans = { ...parcel, commodityCode: '73239310' }
    expect(charged('2025-03-05', pans)['income-tax']).toBe('57500')
  })

  test('of nothing on books and on goods that are not listed', () => {
    expect(charged('2025-03-05', { ...parcel, commodityCode: '49011000' })).toEqual({
      regime: 'parcel',
      'customs-duty': '0',
      'import-vat': '110000',
      'income-tax': '0',
    })
    expect(charged('2025-03-05', { ...parcel, commodityCode: '95030099' })).toEqual({
      regime: 'parcel',
      'customs-duty': '75000',
      'import-vat': '118250',
      'income-tax': '0',
    })
  })
})

describe('VAT at import into Saudi Arabia', () => {
  test('is charged on the fee of customs too, since there is one', () => {
    const parcel = { to: 'SA', currency: 'SAR', price: '100' }
    expect(charged('2024-10-05', parcel)).toEqual({ regime: 'personal-1000', 'import-tax': '15' })
    expect(charged('2024-10-06', parcel)).toEqual({
      regime: 'personal-1000',
      'service-fee': '15',
      'import-tax': '17.25',
    })
    expect(charged('2026-11-01', { ...parcel, price: '2000' })).toEqual({
      regime: 'import',
      'customs-duty': '200',
      'service-fee': '15',
      'import-tax': '332.25',
    })
  })
})

describe('a parcel into Vietnam', () => {
  const parcel = { to: 'VN', currency: 'VND', price: '1500000' }

  test('by express bears no duty that is less than 100,000 dong', () => {
    expect(charged('2026-11-01', parcel, '6')).toEqual({
      regime: 'import',
      'customs-duty-express': '0',
      'import-tax': '120000',
    })
    expect(charged('2026-11-01', { ...parcel, price: '2000000' }, '5')).toEqual({
      regime: 'import',
      'customs-duty-express': '100000',
      'import-tax': '168000',
    })
    expect(charged('2026-11-01', { ...parcel, channel: 'post' }, '6')).toEqual({
      regime: 'import',
      'customs-duty': '90000',
      'import-tax': '127200',
    })
  })

  test('bears VAT of 10 percent again from 2027, lubricants of 8 from July 2025 to then', () => {
    const taxed = (day: string, commodityCode?: string) =>
      charged(day, { ...parcel, price: '1000000', ...(commodityCode && { commodityCode }) })[
        'import-tax'
      ]
    expect(taxed('2026-12-31')).toBe('80000')
    expect(taxed('2027-01-01')).toBe('100000')
    expect(taxed('2025-06-30', '27101943')).toBe('100000')
    expect(taxed('2025-07-01', '27101943')).toBe('80000')
  })
})
