import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo, shippedDestination } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'

/** Five reais for a dollar, so that figures can be followed by hand. */
const fiveReais: ExchangeRates = {
  base: 'USD',
  periods: [
    {
      from: localDate('2023-01-01'),
      until: localDate('2027-01-01'),
      base: 'USD',
      unitsPerBase: new Map([['BRL', decimal('5')]]),
    },
  ],
}

const destination = shippedDestination('BR')

function charged(day: string, price: string, stated: Readonly<Record<string, unknown>> = {}) {
  const nothing = { amount: '0', currency: 'USD' }
  const sale = saleTo({
    ...{ to: 'BR', currency: 'USD', registrations: ['BR-PRC'], lines: [{ price }] },
    ...{ destination: { country: 'BR', region: 'SP' }, freight: nothing, insurance: nothing },
    ...stated,
  })
  return amountsOf(quoteOn(day, sale, { at: 'BR', destination, rates: fiveReais }))
}

describe('a parcel to a person in Brazil from a shop in Remessa Conforme', () => {
  test('bears no import tax up to 50 dollars before August 2024, and ICMS inside the price', () => {
    expect(charged('2024-07-31', '50')).toEqual({
      regime: 'remessa-conforme-2023',
      'import-duty': '0',
      icms: '51.2',
    })
  })

  test('bears 20 percent up to 50 dollars from August 2024 on', () => {
    expect(charged('2024-08-01', '50')).toEqual({
      regime: 'remessa-conforme',
      'import-duty': '50',
      icms: '61.45',
    })
  })

  test('bears 60 percent less 20 dollars from there to 3,000 dollars', () => {
    expect(charged('2024-08-01', '50.02')['import-duty']).toBe('50.06')
    expect(charged('2024-08-01', '3000')['import-duty']).toBe('8900')
    expect(charged('2024-08-01', '3000.01')['regime']).toBe('import')
  })

  test('bears no import tax up to 50 dollars again, and 60 percent less 30 dollars above, from 12 May 2026 on', () => {
    expect(charged('2026-05-11', '50')['import-duty']).toBe('50')
    expect(charged('2026-05-12', '50')).toEqual({
      regime: 'remessa-conforme',
      'import-duty': '0',
      'icms-17': '51.2',
    })
    expect(charged('2026-05-12', '100')['import-duty']).toBe('150')
    expect(charged('2026-05-12', '100', { registrations: [] })['import-duty']).toBe('300')
  })

  test('bears ICMS of 20 percent in ten states since April 2025', () => {
    const inMinas = { destination: { country: 'BR', region: 'MG' } }
    expect(charged('2025-03-31', '100', inMinas)['icms']).toBe('143.37')
    expect(charged('2025-04-01', '100', inMinas)['icms-20']).toBe('175')
    expect(charged('2025-04-01', '100')['icms-17']).toBe('143.37')
  })

  test('asks for the state since the states differ', () => {
    const nowhere = { destination: { country: 'BR' } }
    expect(charged('2025-04-01', '100', nowhere)).toEqual({
      '/destination/region': 'fact-missing',
    })
  })
})

describe('a parcel to Brazil from any other shop', () => {
  test('bears 60 percent from the first cent', () => {
    expect(charged('2025-04-01', '20', { registrations: [] })).toEqual({
      regime: 'simplified',
      'import-duty': '60',
      'icms-17': '32.77',
    })
  })

  test('bears nothing where it holds books only', () => {
    const book = { lines: [{ price: '20', commodityCode: '49019900' }], registrations: [] }
    expect(charged('2025-04-01', '20', book)).toEqual({ regime: 'printed-books' })
  })
})
