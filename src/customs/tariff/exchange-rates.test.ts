import { describe, expect, it } from 'vitest'
import { readExchangeRates } from './exchange-rates.ts'

const files = [
  {
    period: { from: '2026-08-01', until: '2026-09-01' },
    base: 'GBP',
    rates: { JPY: '195.0000' },
  },
  {
    period: { from: '2026-09-01', until: '2026-10-01' },
    base: 'GBP',
    rates: { JPY: '200.0000', USD: '1.3333' },
  },
]

describe('reading exchange rates', () => {
  it('names every file that does not have the form', () => {
    const read = readExchangeRates('GBP', [files[0], { base: 'GBP' }, {}])
    expect(read.ok ? [] : read.failures.map(({ path }) => path)).toEqual([
      '/period',
      '/rates',
      '/period',
      '/base',
      '/rates',
    ])
  })

  it('refuses rates against another currency', () => {
    const read = readExchangeRates('EUR', [files[0]])
    expect(read).toMatchObject({ ok: false, failures: [{ code: 'currency-mismatch' }] })
  })
})
