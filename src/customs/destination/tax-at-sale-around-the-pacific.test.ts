import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo } from '../../../test/landed-cost.ts'

/** A parcel by air with carriage beside the price. */
interface Parcel {
  readonly to: string
  readonly currency: string
  readonly price: string
  readonly freight?: string
  readonly [stated: string]: unknown
}

function charged(day: string, { to, currency, price, freight = '0', ...stated }: Parcel) {
  const sale = saleTo({
    ...{ to, currency, incoterm: 'FCA', transportMode: 'air' },
    ...{ freight: { amount: freight, currency }, insurance: { amount: '0', currency } },
    lines: [{ price, quantity: stated['quantity'] ?? 1 }],
    ...Object.fromEntries(Object.entries(stated).filter(([name]) => name !== 'quantity')),
  })
  return amountsOf(quoteOn(day, sale, { at: to }))
}

describe('Australia', () => {
  const toAustralia = { to: 'AU', currency: 'AUD', freight: '150' }

  test('lets a registered seller charge GST up to 1,000 dollars, carriage aside', () => {
    const registrations = ['AU-GST']
    expect(charged('2026-06-01', { ...toAustralia, price: '1000', registrations })).toEqual({
      regime: 'gst-at-sale',
      'sale-tax': '115',
    })
    expect(charged('2026-06-01', { ...toAustralia, price: '1000' })).toEqual({
      regime: 'low-value',
    })
  })

  test('charges GST on value, duty and carriage above, and duty on the value alone', () => {
    expect(charged('2024-06-30', { ...toAustralia, price: '1200' })).toEqual({
      regime: 'import',
      'customs-duty': '120',
      'import-tax': '147',
      'import-processing': '50',
      'biosecurity-air-2023': '43',
    })
  })
})

describe('New Zealand', () => {
  const toNewZealand = { to: 'NZ', currency: 'NZD' }

  test('adds its levy to low value consignments in April 2026', () => {
    expect(charged('2026-03-31', { ...toNewZealand, price: '100' })).toEqual({
      regime: 'low-value',
    })
    expect(charged('2026-04-01', { ...toNewZealand, price: '100' })).toEqual({
      regime: 'low-value',
      'low-value-levy-air': '2.21',
      'gst-on-low-value-levy-air': '0.33',
    })
  })

  test('charges no GST again where the seller charged it on each thing', () => {
    const two = { ...toNewZealand, price: '600', quantity: 2, registrations: ['NZ-GST'] }
    expect(charged('2025-08-01', two)).toEqual({
      regime: 'gst-at-sale-large',
      'sale-tax': '180',
      'customs-duty': '120',
      'gst-on-duty': '18',
      'entry-fee-2025': '53.44',
      'biosecurity-levy': '53.36',
    })
  })
})

describe('Singapore', () => {
  const jacket = { to: 'SG', currency: 'SGD', price: '280', freight: '25' }
  const sneakers = { to: 'SG', currency: 'SGD', price: '390', freight: '35' }

  test('frees 400 dollars with carriage by air, and charges GST on all above', () => {
    expect(charged('2026-06-01', jacket)).toEqual({ regime: 'low-value-air' })
    expect(charged('2026-06-01', sneakers)).toEqual({ regime: 'import', 'import-tax': '38.25' })
  })

  test('has the registered supplier charge it, by the price without carriage', () => {
    expect(charged('2026-06-01', { ...sneakers, registrations: ['SG-GST'] })).toEqual({
      regime: 'gst-at-sale-air',
      'sale-tax': '38.25',
    })
  })

  test('frees nothing by sea', () => {
    const bySea = { ...jacket, transportMode: 'sea' }
    expect(charged('2026-06-01', bySea)['regime']).toBe('import')
  })
})

describe('Malaysia', () => {
  test('taxes the price alone at sale, and frees 500 ringgit by air at import', () => {
    const dress = { to: 'MY', currency: 'MYR', price: '300', freight: '40' }
    expect(charged('2026-06-01', { ...dress, registrations: ['MY-LVG'] })).toEqual({
      regime: 'low-value-goods',
      'sale-tax': '30',
    })
    expect(charged('2026-06-01', dress)).toEqual({ regime: 'de-minimis' })
  })
})
