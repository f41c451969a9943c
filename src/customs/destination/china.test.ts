import { describe, expect, test } from 'vitest'
import { amountsOf, type LineFacts, quoteOn, saleTo } from '../../../test/landed-cost.ts'

const nothing = { amount: '0', currency: 'CNY' }

/** A purchase through a platform that is linked to customs, sent from Japan. */
function retail(lines: readonly LineFacts[], boughtThisYear: string) {
  return saleTo({
    ...{ to: 'CN', currency: 'CNY', registrations: ['CN-CBEC'], lines },
    ...{ freight: nothing, insurance: nothing, shipFrom: { country: 'JP' } },
    buyer: {
      kind: 'private-person',
      boughtThisYear: { amount: boughtThisYear, currency: 'CNY' },
    },
  })
}

/** A parcel by post between persons. */
function parcel(lines: readonly LineFacts[], shippedFrom: string) {
  return saleTo({
    ...{ to: 'CN', currency: 'CNY', channel: 'post', purpose: 'gift', lines },
    shipFrom: { country: shippedFrom },
  })
}

function charged(day: string, sale: ReturnType<typeof saleTo>) {
  return amountsOf(quoteOn(day, sale, { at: 'CN' }))
}

describe('cross-border e-commerce into China', () => {
  test('bears 9.1 percent of most goods up to 5,000 yuan', () => {
    expect(charged('2026-06-01', retail([{ price: '5000' }], '0'))).toEqual({
      regime: 'cbec',
      'consumption-tax': '0',
      'import-vat': '455',
    })
  })

  test('bears 23.06 percent of cosmetics from 10 yuan a gram', () => {
    const cream = { price: '1000', commodityCode: '3304990099' }
    expect(charged('2026-06-01', retail([{ ...cream, netWeightKg: '0.1' }], '0'))).toEqual({
      regime: 'cbec',
      'consumption-tax-cosmetics': '123.53',
      'import-vat': '107.06',
    })
    expect(charged('2026-06-01', retail([{ ...cream, netWeightKg: '0.101' }], '0'))).toEqual({
      regime: 'cbec',
      'import-vat': '91',
    })
  })

  test('bears all taxes in full on a single thing above 5,000 yuan', () => {
    expect(charged('2026-06-01', retail([{ price: '6000' }], '20000'))).toEqual({
      regime: 'cbec-single-article',
      'customs-duty': '600',
      'consumption-tax': '0',
      'import-vat': '858',
    })
  })

  test('ends with several things above 5,000 yuan, and with 26,000 yuan a year', () => {
    const regimeOf = (sale: ReturnType<typeof saleTo>) => charged('2026-06-01', sale)['regime']
    expect(regimeOf(retail([{ price: '2600', quantity: 2 }], '0'))).toBe('import')
    expect(regimeOf(retail([{ price: '1000' }], '25000'))).toBe('cbec')
    expect(regimeOf(retail([{ price: '1001', quantity: 3 }], '25000'))).not.toBe('cbec')
  })

  test('does not guess the consumption tax of spirits', () => {
    const whisky = retail([{ price: '1000', commodityCode: '2208300000' }], '0')
    expect(charged('2026-06-01', whisky)).toEqual({ '/lines/0/commodityCode': 'not-covered' })
  })
})

describe('personal articles by post into China', () => {
  test('may be worth 2,000 yuan since December 2024, before 1,000, or 800 from nearby', () => {
    const regimeOn = (day: string, price: string, from: string) =>
      charged(day, parcel([{ price, quantity: 2 }], from))['regime']
    expect(regimeOn('2024-11-30', '500', 'JP')).toBe('personal-articles-far')
    expect(regimeOn('2024-11-30', '500', 'HK')).toBe('import')
    expect(regimeOn('2024-11-30', '400', 'HK')).toBe('personal-articles-near')
    expect(regimeOn('2024-12-01', '1000', 'HK')).toBe('personal-articles')
    expect(regimeOn('2024-12-01', '1000.01', 'HK')).toBe('import')
  })

  test('bear no tax of up to 50 yuan, and all of it from there', () => {
    expect(charged('2026-06-01', parcel([{ price: '250' }], 'JP'))['article-tax']).toBe('0')
    expect(charged('2026-06-01', parcel([{ price: '250.05' }], 'JP'))['article-tax']).toBe('50.01')
  })

  test('bear 13, 20 or 50 percent by kind of goods', () => {
    const taxOf = (commodityCode: string) =>
      charged('2026-06-01', parcel([{ price: '1000', commodityCode }], 'JP'))['article-tax']
    expect(['9503008900', '6109100010', '2204210000'].map(taxOf)).toEqual(['130', '200', '500'])
  })

  test('bear 50 percent on a watch from 10,000 yuan, which passes as a single thing', () => {
    const watch = { price: '10000', commodityCode: '9102110000' }
    expect(charged('2026-06-01', parcel([watch], 'CH'))).toEqual({
      regime: 'personal-single-article',
      'luxury-watch-tax': '5000',
    })
    expect(charged('2026-06-01', parcel([{ ...watch, price: '9999' }], 'CH'))).toEqual({
      regime: 'personal-single-article',
      'watch-tax': '1999.8',
    })
  })
})
