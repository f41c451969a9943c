import { describe, expect, test } from 'vitest'
import {
  amountsOf,
  flatTariff,
  quoteOn,
  saleTo,
  type SaleFacts,
} from '../../../test/landed-cost.ts'

/** What a sale comes to, rule by rule, under a flat duty of ten percent. */
function charged(day: string, at: string, facts: SaleFacts, switchedOn: readonly string[] = []) {
  const free = { amount: '0', currency: facts.currency }
  const sale = saleTo({ freight: free, insurance: free, ...facts })
  return amountsOf(quoteOn(day, sale, { at, switchedOn: new Set(switchedOn) }))
}

describe('the European Union', () => {
  const of = (price: string, facts: Partial<SaleFacts> = {}): SaleFacts => ({
    to: 'DE',
    currency: 'EUR',
    lines: [{ price }],
    ...facts,
  })

  test('lets the one-stop shop charge the VAT, and three euros since July 2026', () => {
    const sale = of('100', { registrations: ['IOSS'] })
    expect(charged('2026-06-30', 'EU', sale)).toEqual({ regime: 'ioss', 'vat-at-sale': '19' })
    const since = { regime: 'ioss', 'flat-duty': '3', 'vat-at-sale': '19.57' }
    expect(charged('2026-07-01', 'EU', sale)).toEqual(since)
  })

  test('has no relief from duty for perfume until July 2026, and three euros for it since', () => {
    const perfume = {
      registrations: ['IOSS'],
      lines: [{ price: '100', commodityCode: '3303001000' }],
    }
    const before = { regime: 'ioss-with-duty', 'customs-duty': '10', 'vat-at-sale': '20.9' }
    expect(charged('2026-06-30', 'EU', of('100', perfume))).toEqual(before)
    expect(charged('2026-07-01', 'EU', of('100', perfume))['flat-duty']).toBe('3')
  })

  test('frees gifts of up to 45 euros and takes at most 2.5 percent up to 700', () => {
    const gift = { purpose: 'gift' }
    expect(charged('2026-07-01', 'EU', of('45', gift))).toEqual({ regime: 'gift' })
    const dearer = { regime: 'private-consignment', 'customs-duty': '2.5', 'import-vat': '19.48' }
    expect(charged('2026-07-01', 'EU', of('100', gift))).toEqual(dearer)
    expect(charged('2026-07-01', 'EU', of('701', gift))['customs-duty']).toBe('70.1')
  })

  test('has fees of members, and names none that is not confirmed unless it is switched on', () => {
    const toFrance = of('20', { to: 'FR', registrations: ['IOSS'] })
    expect(charged('2026-02-28', 'EU', toFrance)).not.toHaveProperty('fr-small-parcels-tax')
    expect(charged('2026-03-01', 'EU', toFrance)['fr-small-parcels-tax']).toBe('2')
    expect(charged('2026-07-01', 'EU', toFrance)).not.toHaveProperty('fr-small-parcels-tax')
    expect(charged('2026-09-01', 'EU', of('20', { to: 'IT' }))).not.toHaveProperty(
      'it-parcel-contribution',
    )
    const on = charged('2026-09-01', 'EU', of('20', { to: 'IT' }), ['it-parcel-contribution'])
    expect(on['it-parcel-contribution']).toBe('2')
  })

  test('bears the rate of VAT of the member on the day', () => {
    const toEstonia = of('100', { to: 'EE' })
    expect(charged('2025-06-30', 'EU', toEstonia)['import-vat-courier']).toBe('22')
    expect(charged('2025-07-01', 'EU', toEstonia)['import-vat-courier']).toBe('24')
  })
})

describe('the United States', () => {
  const of = (price: string, facts: Partial<SaleFacts> = {}): SaleFacts => ({
    to: 'US',
    currency: 'USD',
    lines: [{ price }],
    ...facts,
  })

  test('freed goods of up to 800 dollars, those of China until May 2025', () => {
    expect(charged('2025-05-01', 'US', of('800'))).toEqual({ regime: 'de-minimis' })
    expect(charged('2025-05-02', 'US', of('800'))['regime']).toBe('express-entry')
    const vietnamese = of('800', { lines: [{ price: '800', origin: 'VN' }] })
    expect(charged('2025-08-28', 'US', vietnamese)).toEqual({ regime: 'de-minimis' })
    expect(charged('2025-08-29', 'US', vietnamese)['regime']).toBe('express-entry')
  })

  test('took from mail the rate of its origin, or a flat sum where the carrier chose it', () => {
    const mail = of('100', { channel: 'post' })
    expect(charged('2025-05-02', 'US', mail)['postal-duty']).toBe('120')
    expect(charged('2025-05-14', 'US', mail)['postal-duty']).toBe('54')
    expect(charged('2025-08-29', 'US', mail)['postal-duty']).toBe('30')
    expect(charged('2025-11-10', 'US', mail)['postal-duty']).toBe('20')
    expect(charged('2026-02-24', 'US', mail)).toEqual({ regime: 'mail', 'postal-duty': '10' })
    const flat = { regime: 'mail', 'flat-postal-duty-200': '200' }
    const chosen = ['flat-postal-duty-80', 'flat-postal-duty-160', 'flat-postal-duty-200']
    expect(charged('2025-08-29', 'US', mail, chosen)).toEqual(flat)
    expect(charged('2026-07-24', 'US', mail)).toEqual({
      regime: 'mail-entry',
      'customs-duty': '10',
    })
  })

  test('takes a fee for each informal entry, and a percentage within limits for a formal one', () => {
    const freight = { channel: 'freight', transportMode: 'sea' }
    expect(charged('2026-10-01', 'US', of('2500', freight))).toEqual({
      regime: 'informal-entry',
      'customs-duty': '250',
      'informal-entry-fee': '2.77',
      'harbor-maintenance-fee': '3.13',
    })
    expect(charged('2026-10-01', 'US', of('193700', freight))).toEqual({
      regime: 'import',
      'customs-duty': '19370',
      'merchandise-processing-fee': '670.86',
      'harbor-maintenance-fee': '242.13',
    })
    const byAir = { ...freight, transportMode: 'air' }
    const year2024 = charged('2024-09-30', 'US', of('2500.01', byAir))
    expect(year2024['merchandise-processing-fee']).toBe('31.67')
    expect(year2024).not.toHaveProperty('harbor-maintenance-fee')
  })
})

describe('Great Britain', () => {
  const of = (price: string, facts: Partial<SaleFacts> = {}): SaleFacts => ({
    to: 'GB',
    currency: 'GBP',
    lines: [{ price }],
    ...facts,
  })

  test('has VAT at sale up to 135 pounds and duty above', () => {
    const registered = { registrations: ['GB-VAT'] }
    const low = { regime: 'low-value-vat-at-sale', 'vat-at-sale': '27' }
    expect(charged('2026-09-01', 'GB', of('135', registered))).toEqual(low)
    const above = { regime: 'import', 'customs-duty': '13.5', 'import-vat': '29.7' }
    expect(charged('2026-09-01', 'GB', of('135.01', registered))).toEqual(above)
    expect(charged('2026-09-01', 'GB', of('39', { purpose: 'gift' }))).toEqual({ regime: 'gift' })
  })
})

describe('Switzerland', () => {
  const of = (price: string, facts: Partial<SaleFacts> = {}): SaleFacts => ({
    to: 'CH',
    currency: 'CHF',
    lines: [{ price }],
    ...facts,
  })

  test('does not collect VAT of up to five francs, and rounds to five centimes', () => {
    expect(charged('2026-09-01', 'CH', of('61.70'))).toEqual({
      regime: 'import',
      'import-vat': '0',
    })
    expect(charged('2026-09-01', 'CH', of('70'))).toEqual({
      regime: 'import',
      'import-vat': '5.65',
    })
  })

  test('lets a registered seller charge VAT from the first franc', () => {
    const sale = { regime: 'vat-at-sale', 'vat-at-sale': '1.6' }
    expect(charged('2026-09-01', 'CH', of('20', { registrations: ['CH-VAT'] }))).toEqual(sale)
  })
})

describe('Norway', () => {
  const of = (price: string, facts: Partial<SaleFacts> = {}): SaleFacts => ({
    to: 'NO',
    currency: 'NOK',
    lines: [{ price }],
    ...facts,
  })

  test('lets a VOEC seller charge VAT on items of up to 3,000 kroner, food apart', () => {
    const voec = { registrations: ['VOEC'] }
    const atSale = { regime: 'voec', 'vat-at-sale': '750' }
    expect(charged('2026-09-01', 'NO', of('3000', voec))).toEqual(atSale)
    expect(charged('2026-09-01', 'NO', of('3001', voec))['regime']).toBe('import')
    const food = { ...voec, lines: [{ price: '200', commodityCode: '18069010' }] }
    const bearing = { regime: 'import', 'customs-duty': '20', 'import-vat': '33' }
    expect(charged('2026-09-01', 'NO', of('200', food))).toEqual(bearing)
  })
})

describe('Canada', () => {
  const of = (price: string, from: string, region = 'ON'): SaleFacts => ({
    to: 'CA',
    currency: 'CAD',
    lines: [{ price }],
    shipFrom: { country: from },
    destination: { country: 'CA', region },
  })

  test('goes by the place of sending', () => {
    expect(charged('2026-09-01', 'CA', of('40', 'US'))['regime']).toBe('courier-from-us-mexico-40')
    const taxed = { regime: 'courier-from-us-mexico-150', 'gst-hst': '19.5' }
    expect(charged('2026-09-01', 'CA', of('150', 'US'))).toEqual(taxed)
    const whole = { regime: 'import', 'customs-duty': '15', 'gst-hst': '21.45' }
    expect(charged('2026-09-01', 'CA', of('150', 'CN'))).toEqual(whole)
    expect(charged('2026-09-01', 'CA', of('20', 'CN'))).toEqual({ regime: 'low-value-courier' })
  })

  test('asks for the province where the buyer is a private person', () => {
    const bare = { ...of('100', 'CN'), destination: { country: 'CA' } }
    expect(Object.keys(charged('2026-09-01', 'CA', bare))).toEqual(['/destination/region'])
  })

  test('names the provinces where the one that is stated does not exist', () => {
    const sale = saleTo(of('100', 'CN', 'QQ'))
    const refused = quoteOn('2026-09-01', sale, { at: 'CA' })
    expect(!refused.ok && refused.failures).toEqual([
      expect.objectContaining({
        path: '/destination/region',
        mend: expect.stringContaining('ON, PE, QC') as string,
      }),
    ])
  })

  test('says from which day on there are rules', () => {
    const refused = quoteOn('1999-01-01', saleTo(of('100', 'CN')), { at: 'CA' })
    expect(!refused.ok && refused.failures[0].mend).toBe('Choose a day from 2024-01-01 on.')
  })

  test('goes by the province, and by its rate of the day', () => {
    const quebec = { 'gst-hst': '5.5', qst: '10.97' }
    expect(charged('2026-09-01', 'CA', of('100', 'CN', 'QC'))).toMatchObject(quebec)
    expect(charged('2025-03-31', 'CA', of('100', 'CN', 'NS'))['gst-hst']).toBe('16.5')
    expect(charged('2025-04-01', 'CA', of('100', 'CN', 'NS'))['gst-hst']).toBe('15.4')
  })
})

describe('Japan', () => {
  const of = (price: string, facts: Partial<SaleFacts> = {}): SaleFacts => ({
    to: 'JP',
    currency: 'JPY',
    lines: [{ price, commodityCode: '620342000' }],
    ...facts,
  })

  test('counts 0.6 of the price for personal use, so that 16,666 yen are free', () => {
    expect(charged('2026-09-01', 'JP', of('16666'))).toEqual({ regime: 'small-value' })
    expect(charged('2026-09-01', 'JP', of('16667'))['regime']).toBe('simplified-tariff')
  })

  test('cuts bases to thousands and taxes to hundreds', () => {
    // 51,000 × 0.6 = 30,600; duty 10 % of 30,000; tax 7.8 % of 33,000 and 22/78 of it.
    expect(charged('2026-09-01', 'JP', of('51000'))).toEqual({
      regime: 'simplified-tariff',
      'customs-duty': '3000',
      'consumption-tax': '2500',
      'local-consumption-tax': '700',
    })
  })

  test('leaves goods free that the general tariff has free', () => {
    const headphones = { price: '51000', commodityCode: '851830000' }
    const sale = saleTo({ to: 'JP', currency: 'JPY', lines: [headphones] })
    const quote = amountsOf(quoteOn('2026-09-01', sale, { at: 'JP', tariffOf: flatTariff('0') }))
    expect(quote['customs-duty']).toBe('0')
    expect(charged('2026-09-01', 'JP', of('', { lines: [headphones] }))['customs-duty']).toBe(
      '1500',
    )
  })

  test('has the general tariff for knitted clothing, which has no relief either', () => {
    const knitted = { lines: [{ price: '10000', commodityCode: '610910000' }] }
    expect(charged('2026-09-01', 'JP', of('10000', knitted))).toEqual({
      regime: 'import',
      'customs-duty': '600',
      'consumption-tax': '400',
      'local-consumption-tax': '100',
    })
  })
})

describe('Korea', () => {
  const of = (price: string, from: string): SaleFacts => ({
    to: 'KR',
    currency: 'USD',
    lines: [{ price }],
    shipFrom: { country: from },
  })

  test('frees 150 dollars, and 200 by express from the United States', () => {
    expect(charged('2026-09-01', 'KR', of('150', 'CN'))).toEqual({ regime: 'small-value' })
    expect(charged('2026-09-01', 'KR', of('200', 'US'))['regime']).toBe('list-clearance-from-us')
    expect(charged('2026-09-01', 'KR', of('151', 'CN'))['regime']).toBe('import')
  })

  test('taxes 300,000 won of clothing as the customs service shows it', () => {
    const clothing = { to: 'KR', currency: 'KRW', lines: [{ price: '300000' }] }
    const tenPercent = { regime: 'import', 'customs-duty': '30000', 'import-vat': '33000' }
    expect(charged('2026-09-01', 'KR', clothing)).toEqual(tenPercent)
  })
})
