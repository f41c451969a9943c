import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { money } from '../money/money.ts'
import { readExchangeRates } from '../tariff/exchange-rates.ts'
import { compareAtRates, convertAmount } from './official-rates.ts'

const rates = valueOf(
  readExchangeRates('GBP', [
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
  ]),
)
const inPounds = (amount: string, currency: string, on: string) =>
  convertAmount(rates, money(amount, currency), {
    to: 'GBP',
    on: on as LocalDate,
    path: '/freight',
  })

describe('converting an amount', () => {
  it('divides by the official rate of the day and rounds once to the penny, a half up', () => {
    expect(valueOf(inPounds('1001', 'JPY', '2026-09-14'))).toMatchObject({
      money: money('5.01', 'GBP'),
      used: { unitsFrom: '200.0000', period: { from: '2026-09-01', until: '2026-10-01' } },
    })
  })

  it('changes the rate at the turn of the period', () => {
    expect(valueOf(inPounds('39000', 'JPY', '2026-08-31')).money.amount).toBe('200.00')
    expect(valueOf(inPounds('39000', 'JPY', '2026-09-01')).money.amount).toBe('195.00')
  })

  it('leaves pounds as they are and needs no rate for them', () => {
    expect(valueOf(inPounds('12.5', 'GBP', '2031-01-01'))).toEqual({ money: money('12.50', 'GBP') })
  })

  it('names currency and period where no rate is loaded', () => {
    const noPeriod = inPounds('100', 'JPY', '2026-10-01')
    const noCurrency = inPounds('100', 'KRW', '2026-09-01')
    expect(noPeriod).toMatchObject({
      ok: false,
      failures: [{ code: 'exchange-rate-missing', path: '/freight' }],
    })
    expect(noPeriod.ok ? '' : noPeriod.failures[0].message).toContain('JPY is loaded for 2026-10')
    expect(noCurrency.ok ? '' : noCurrency.failures[0].message).toContain('KRW')
  })
})

describe('comparing amounts of two currencies', () => {
  const at = { on: '2026-09-14' as LocalDate, path: '/lines' }
  const compared = (yen: string) =>
    compareAtRates(rates, { amount: money(yen, 'JPY'), other: money('135', 'GBP') }, at)

  it('rounds nothing: what is more by less than a penny is more', () => {
    expect(valueOf(compared('27000'))).toBe(0)
    expect(valueOf(compared('27000.2'))).toBe(1)
    expect(valueOf(compared('26999.9'))).toBe(-1)
  })

  it('needs no rate within one currency', () => {
    const pounds = { amount: money('135.01', 'GBP'), other: money('135', 'GBP') }
    const later = { ...at, on: '2031-01-01' as LocalDate }
    expect(valueOf(compareAtRates(rates, pounds, later))).toBe(1)
  })
})
