import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import {
  foreignSeller,
  marketplace,
  purchasingAgent,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { readKnownCodes } from './known-codes.ts'
import { orderReader } from './read-order.ts'

const readOrder = orderReader(
  valueOf(
    readKnownCodes({
      countries: dataFile('reference/countries.json'),
      currencies: dataFile('reference/currencies.json'),
    }),
  ),
)

/** Code and place of each failure, which is what a caller acts on. */
function faultsOf(order: unknown): readonly (readonly [string, string])[] {
  const read = readOrder(order)
  return read.ok ? [] : read.failures.map(({ code, path }) => [code, path])
}

describe('reading an order', () => {
  it('hands back an order that has the form and does not contradict itself', () => {
    expect(readOrder(sampleOrder())).toEqual({ ok: true, value: sampleOrder() })
  })

  it('refuses amounts that are numbers, because they have passed through a float', () => {
    const line = { ...sampleLine(), unitPrice: { amount: 12.5, currency: 'GBP' } }
    expect(faultsOf({ ...sampleOrder(), lines: [line] })).toEqual([
      ['invalid-input', '/lines/0/unitPrice/amount'],
    ])
  })

  it('refuses a negative weight', () => {
    const line = { ...sampleLine(), netWeightKg: '-1' }
    expect(faultsOf({ ...sampleOrder(), lines: [line] })).toEqual([
      ['invalid-input', '/lines/0/netWeightKg'],
    ])
  })

  it('refuses days that do not exist, each by its place', () => {
    const never = '2026-02-30' as LocalDate
    const order = sampleOrder({
      orderedOn: never,
      commercialInvoice: { number: 'INV-1', issuedOn: never },
      authorityToAct: {
        givenBy: 'buyer',
        representation: 'direct',
        givenOn: never,
        reference: 'A',
      },
    })
    expect(faultsOf(order)).toEqual([
      ['invalid-input', '/orderedOn'],
      ['invalid-input', '/commercialInvoice/issuedOn'],
      ['invalid-input', '/authorityToAct/givenOn'],
    ])
  })

  it('refuses countries and currencies that do not exist', () => {
    const order = sampleOrder({
      lines: [sampleLine({ origin: 'XQ' })],
      shipFrom: { ...foreignSeller.address, country: 'QQ' },
    })
    expect(faultsOf(order)).toEqual([
      ['unknown-country', '/shipFrom/country'],
      ['unknown-country', '/lines/0/origin'],
    ])
    expect(
      faultsOf(
        sampleOrder({
          lines: [sampleLine({ unitPrice: money('5.00', 'ZZZ') })],
          freight: money('1.00', 'ZZZ'),
          insurance: money('0', 'ZZZ'),
        }),
      ),
    ).toEqual([
      ['unknown-currency', '/lines/0/unitPrice/currency'],
      ['unknown-currency', '/freight/currency'],
      ['unknown-currency', '/insurance/currency'],
    ])
  })

  it('refuses a mixture of currencies on one invoice', () => {
    const order = sampleOrder({
      lines: [sampleLine(), sampleLine({ unitPrice: money('20.00', 'EUR') })],
      freight: money('900', 'JPY'),
    })
    expect(faultsOf(order)).toEqual([
      ['currency-mismatch', '/lines/1/unitPrice/currency'],
      ['currency-mismatch', '/freight/currency'],
    ])
  })

  it('takes VAT charged at sale in the currency of the country that charges it', () => {
    const order = sampleOrder({
      lines: [sampleLine({ unitPrice: money('9000', 'JPY') })],
      freight: money('900', 'JPY'),
      insurance: money('0', 'JPY'),
      saleVat: {
        country: 'GB',
        chargedBy: 'seller',
        registration: 'GB123456789',
        amount: money('9.37', 'GBP'),
      },
    })
    expect(faultsOf(order)).toEqual([])
  })

  it('refuses VAT charged at sale for another country than that of delivery', () => {
    const order = sampleOrder({
      saleVat: {
        country: 'FR',
        chargedBy: 'seller',
        registration: 'FR12345678901',
        amount: money('9.37', 'EUR'),
      },
    })
    expect(faultsOf(order)).toEqual([['invalid-input', '/saleVat/country']])
  })

  it('takes a unit price finer than a coin only where the line comes to whole coins', () => {
    const hundred = sampleLine({ unitPrice: money('0.125', 'GBP'), quantity: 100 })
    expect(faultsOf(sampleOrder({ lines: [hundred] }))).toEqual([])
    const three = sampleLine({ unitPrice: money('0.125', 'GBP'), quantity: 3 })
    expect(faultsOf(sampleOrder({ lines: [three] }))).toEqual([
      ['invalid-input', '/lines/0/unitPrice/amount'],
    ])
  })

  it('refuses goods that weigh more without their packaging than with it', () => {
    const line = sampleLine({ netWeightKg: decimal('2.1'), grossWeightKg: decimal('2.09') })
    expect(faultsOf(sampleOrder({ lines: [line] }))).toEqual([
      ['invalid-input', '/lines/0/netWeightKg'],
    ])
  })

  it('takes goods that weigh the same with and without packaging', () => {
    const line = sampleLine({ netWeightKg: decimal('2.1'), grossWeightKg: decimal('2.10') })
    expect(faultsOf(sampleOrder({ lines: [line] }))).toEqual([])
  })

  it('refuses goods that weigh nothing', () => {
    const line = sampleLine({ netWeightKg: decimal('0.000'), grossWeightKg: decimal('1') })
    expect(faultsOf(sampleOrder({ lines: [line] }))).toEqual([
      ['invalid-input', '/lines/0/netWeightKg'],
    ])
  })

  it('asks at once for the postcode of a British delivery, where it was left out', () => {
    const { buyer, deliverTo } = sampleOrder()
    const { postcode: _, ...without } = deliverTo
    expect(faultsOf({ ...sampleOrder(), deliverTo: without })).toEqual([
      ['fact-missing', '/buyer/address/postcode'],
    ])
    const elsewhere = { ...without, lines: ['Parcel shop, 9 Mill Lane'] }
    expect(faultsOf({ ...sampleOrder(), buyer, deliverTo: elsewhere })).toEqual([
      ['fact-missing', '/deliverTo/postcode'],
    ])
  })

  it('asks for the marketplace that the order speaks of', () => {
    expect(faultsOf(sampleOrder({ channel: 'marketplace' }))).toEqual([
      ['fact-missing', '/marketplace'],
    ])
    expect(faultsOf(sampleOrder({ channel: 'marketplace', marketplace }))).toEqual([])
  })

  it('asks for the purchasing agent that the order speaks of', () => {
    expect(faultsOf(sampleOrder({ dutiesBilledTo: 'purchasing-agent' }))).toEqual([
      ['fact-missing', '/purchasingAgent'],
    ])
  })

  it('refuses a fee of an agent who resells, because the fee would escape the customs value', () => {
    const order = sampleOrder({
      channel: 'purchasing-agent',
      purchasingAgent: {
        party: purchasingAgent,
        capacity: 'resells',
        fee: money('5.00', 'GBP'),
      },
    })
    expect(faultsOf(order)).toEqual([['invalid-input', '/purchasingAgent/fee']])
  })

  it('refuses to bill the buyer for duties that DDP puts on the seller', () => {
    const order = sampleOrder({ incoterm: { code: 'DDP', place: 'York' } })
    expect(faultsOf(order)).toEqual([['invalid-input', '/dutiesBilledTo']])
  })

  it('gives every failure a sentence and a way to mend it', () => {
    const read = readOrder({ ...sampleOrder({ channel: 'marketplace' }), lines: [] })
    for (const failure of read.ok ? [] : read.failures) {
      expect(failure.message).toMatch(/\.$/)
      expect(failure.mend).toMatch(/\.$/)
    }
    expect(read.ok).toBe(false)
  })
})

describe('reading the lists of codes', () => {
  it('names a list that does not have the form', () => {
    const read = readKnownCodes({ countries: {}, currencies: { currencies: [] } })
    expect(read.ok ? [] : read.failures.map(({ path }) => path)).toEqual([
      '/countries',
      '/currencies',
    ])
  })

  it('knows the name of a country in both languages', () => {
    const known = valueOf(
      readKnownCodes({
        countries: dataFile('reference/countries.json'),
        currencies: dataFile('reference/currencies.json'),
      }),
    )
    expect(known.countries.get('JP')).toEqual({ en: 'Japan', zh: '日本' })
    expect(known.currencies.has('GBP')).toBe(true)
  })
})
