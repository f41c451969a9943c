import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo, shippedDestination } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'

/** Twenty pesos for a dollar, so that figures can be followed by hand. */
const twentyPesos: ExchangeRates = {
  base: 'USD',
  periods: [
    {
      from: localDate('2023-01-01'),
      until: localDate('2027-01-01'),
      base: 'USD',
      unitsPerBase: new Map([['MXN', decimal('20')]]),
    },
  ],
}

const destination = shippedDestination('MX')

function courier(day: string, from: string, price: string) {
  const nothing = { amount: '0', currency: 'USD' }
  const sale = saleTo({
    ...{ to: 'MX', currency: 'USD', freight: nothing, insurance: nothing },
    shipFrom: { country: from },
    lines: [{ price }],
  })
  return amountsOf(quoteOn(day, sale, { at: 'MX', destination, rates: twentyPesos }))
}

describe('a parcel by courier to Mexico', () => {
  test('from China was free up to 50 dollars in 2024 and bears the whole rate since', () => {
    expect(courier('2024-12-31', 'CN', '50')).toEqual({ regime: 'courier-50' })
    expect(courier('2025-01-01', 'CN', '50')['global-rate']).toBe('190')
    expect(courier('2025-08-14', 'CN', '100')['global-rate']).toBe('380')
    expect(courier('2025-08-15', 'CN', '100')['global-rate']).toBe('670')
  })

  test('from the United States and Canada is free to 50 dollars, then bears 17 and 19 percent', () => {
    expect(courier('2026-03-01', 'US', '50')).toEqual({ regime: 'courier-t-mec-50' })
    expect(courier('2026-03-01', 'US', '100')['global-rate']).toBe('340')
    expect(courier('2026-03-01', 'CA', '117')['global-rate']).toBe('397.8')
    expect(courier('2026-03-01', 'CA', '200')['global-rate']).toBe('760')
  })

  test('from another treaty partner is free up to one dollar', () => {
    expect(courier('2025-01-01', 'JP', '1')).toEqual({ regime: 'courier-treaty-1' })
    expect(courier('2025-01-01', 'JP', '1.01')['regime']).toBe('courier-2025')
    expect(courier('2025-01-01', 'DE', '1')['regime']).toBe('courier-2025')
  })

  test('is a general import above 2,500 dollars, with duty, processing fee and VAT', () => {
    expect(courier('2026-03-01', 'CN', '3000')).toEqual({
      regime: 'import',
      'customs-duty': '6000',
      'processing-fee-2025': '480',
      'import-vat': '10636.8',
    })
  })
})
