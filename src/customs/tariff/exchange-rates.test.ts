import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { money } from '../money/money.ts'
import { convert, readExchangeRates } from './exchange-rates.ts'

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
const rates = valueOf(readExchangeRates('GBP', files))
const at = (on: string) => ({ on: on as LocalDate, path: '/freight' })

describe('converting an amount', () => {
  it('divides by the official rate of the day and rounds once to the penny, a half up', () => {
    expect(convert(rates, money('1001', 'JPY'), at('2026-09-14'))).toEqual({
      ok: true,
      value: {
        money: money('5.01', 'GBP'),
        rate: {
          currency: 'JPY',
          unitsPerBase: '200.0000',
          from: '2026-09-01',
          until: '2026-10-01',
        },
      },
    })
  })

  it('changes the rate at the turn of the period', () => {
    const last = convert(rates, money('39000', 'JPY'), at('2026-08-31'))
    const first = convert(rates, money('39000', 'JPY'), at('2026-09-01'))
    expect(last.ok && last.value.money.amount).toBe('200.00')
    expect(first.ok && first.value.money.amount).toBe('195.00')
  })

  it('leaves pounds as they are and needs no rate for them', () => {
    expect(convert(rates, money('12.5', 'GBP'), at('2031-01-01'))).toEqual({
      ok: true,
      value: { money: money('12.50', 'GBP') },
    })
  })

  it('names currency and period where no rate is loaded', () => {
    const noPeriod = convert(rates, money('100', 'JPY'), at('2026-10-01'))
    const noCurrency = convert(rates, money('100', 'KRW'), at('2026-09-01'))
    expect(noPeriod).toMatchObject({
      ok: false,
      failures: [{ code: 'exchange-rate-missing', path: '/freight' }],
    })
    expect(noPeriod.ok ? '' : noPeriod.failures[0].message).toContain('JPY is loaded for 2026-10')
    expect(noCurrency.ok ? '' : noCurrency.failures[0].message).toContain('KRW')
  })
})

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
