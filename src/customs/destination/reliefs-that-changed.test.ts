import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo } from '../../../test/landed-cost.ts'

/** Which regime takes a parcel by air courier from China in, before and after a change of the law. */
const changes = [
  ['TH', 'THB', '1500', ['2024-07-04', 'low-value-free'], ['2024-07-05', 'low-value-vat']],
  ['TH', 'THB', '1500', ['2025-12-31', 'low-value-vat'], ['2026-01-01', 'import']],
  ['VN', 'VND', '1000000', ['2025-02-17', 'express-free'], ['2025-02-18', 'express']],
  ['TR', 'EUR', '150', ['2024-08-20', 'parcel-150'], ['2024-08-21', 'import']],
  ['TR', 'EUR', '30', ['2026-02-05', 'parcel-30-with-freight'], ['2026-02-06', 'import']],
  ['IL', 'USD', '150', ['2025-12-23', 'personal-500'], ['2025-12-24', 'personal-150']],
  ['IL', 'USD', '130', ['2026-02-25', 'personal-130'], ['2026-06-01', 'personal-500']],
  ['CL', 'USD', '41', ['2025-10-24', 'parcel-41'], ['2025-10-25', 'parcel-500']],
  ['CL', 'USD', '500', ['2025-10-24', 'import'], ['2025-10-25', 'parcel-500']],
  ['ID', 'USD', '100', ['2025-03-04', 'parcel-2023'], ['2025-03-05', 'parcel']],
] as const

describe('a parcel comes in otherwise when the law changes', () => {
  test.each(changes)('%s, %s %s: %j, %j', (...change) => {
    const [to, currency, price, before, after] = change
    expect(regimeOn(before[0], { to, currency, price })).toBe(before[1])
    expect(regimeOn(after[0], { to, currency, price })).toBe(after[1])
  })

  test('in South Africa for clothing in July 2024, for other goods with VAT in September', () => {
    const [shirt, toy] = ['61091000', '95030090']
    const parcel = { to: 'ZA', currency: 'ZAR', price: '400' }
    expect(charged('2024-06-30', { ...parcel, commodityCode: shirt })).toEqual({
      regime: 'small-parcel-2023',
      'customs-duty': '80',
    })
    expect(charged('2024-07-01', { ...parcel, commodityCode: shirt })['regime']).toBe('import')
    expect(charged('2024-08-31', { ...parcel, commodityCode: toy })['regime']).toBe(
      'small-parcel-2024',
    )
    expect(charged('2024-09-01', { ...parcel, commodityCode: toy })).toEqual({
      regime: 'small-parcel',
      'customs-duty': '80',
      'vat-on-value': '66',
      'vat-on-duty': '12',
    })
  })

  test('in Colombia from the United States while the decree of January 2026 was in force', () => {
    const fromUs = { to: 'CO', currency: 'USD', price: '100', from: 'US' }
    expect(regimeOn('2025-12-31', fromUs)).toBe('us-200-before')
    expect(regimeOn('2026-01-01', fromUs)).toBe('parcel-200')
    expect(regimeOn('2026-01-30', fromUs)).toBe('us-200')
  })
})

/** A parcel without carriage of its own. */
interface Parcel {
  readonly to: string
  readonly currency: string
  readonly price: string
  readonly from?: string
  readonly commodityCode?: string
}

function charged(day: string, { to, currency, price, from = 'CN', ...line }: Parcel) {
  const nothing = { amount: '0', currency }
  const sale = saleTo({
    ...{ to, currency, transportMode: 'air', freight: nothing, insurance: nothing },
    shipFrom: { country: from },
    lines: [{ price, ...line }],
  })
  return amountsOf(quoteOn(day, sale, { at: to }))
}

function regimeOn(day: string, parcel: Parcel): string | undefined {
  return charged(day, parcel)['regime']
}
