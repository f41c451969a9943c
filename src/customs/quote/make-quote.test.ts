import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { money } from '../money/money.ts'
import type { Result } from '../result.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import {
  foreignSeller,
  lineWithout,
  orderWithout,
  purchasingAgent,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import type { Quote } from './quote.ts'

function faultsOf(result: Result<Quote>) {
  return result.ok ? [] : result.failures.map(({ code, path }) => [code, path])
}

function amountsOf(quote: Quote) {
  return quote.charges.map(({ kind, itemNumber, amount }) => [kind, itemNumber, amount.amount])
}

const threeLines = sampleOrder({
  lines: [
    sampleLine({ quantity: 3, unitPrice: money('18.00', 'GBP') }),
    sampleLine({ commodityCode: '8518210000', unitPrice: money('49.90', 'GBP') }),
    sampleLine({ commodityCode: '6403999690', unitPrice: money('89.00', 'GBP') }),
  ],
  freight: money('12.40', 'GBP'),
  insurance: money('1.60', 'GBP'),
})

describe('a quote of three lines', () => {
  const quote = valueOf(quoteOf(threeLines))

  it('builds the customs value of each item from price, freight and insurance by value', () => {
    // Worked out by hand: 12.40 and 1.60 shared by 54.00 : 49.90 : 89.00 of 192.90.
    expect(
      quote.items.map(({ price, freight, insurance, customsValue }) =>
        [price, freight, insurance, customsValue].map(({ amount }) => amount),
      ),
    ).toEqual([
      ['54.00', '3.47', '0.45', '57.92'],
      ['49.90', '3.21', '0.41', '53.52'],
      ['89.00', '5.72', '0.74', '95.46'],
    ])
  })

  it('charges duty and then VAT on value and duty, each cut to the penny', () => {
    expect(amountsOf(quote)).toEqual([
      ['customs-duty', 1, '6.95'], // 57.92 x 12 % = 6.9504
      ['import-vat', 1, '12.97'], // 64.87 x 20 % = 12.974
      ['customs-duty', 2, '0.00'],
      ['import-vat', 2, '10.70'], // 53.52 x 20 % = 10.704
      ['customs-duty', 3, '7.63'], // 95.46 x 8 % = 7.6368
      ['import-vat', 3, '20.61'], // 103.09 x 20 % = 20.618
    ])
  })

  it('adds up', () => {
    expect(quote.totals).toEqual({
      customsValue: money('206.90', 'GBP'),
      customsDuty: money('14.58', 'GBP'),
      importVat: money('44.28', 'GBP'),
      saleVat: money('0.00', 'GBP'),
      fees: money('0.00', 'GBP'),
      charges: money('58.86', 'GBP'),
      dueAtImport: money('58.86', 'GBP'),
    })
  })

  it('says of every charge how it was worked out, by which law, and who bears and collects it', () => {
    expect(quote.charges[0]).toMatchObject({
      taxType: 'A00',
      base: money('57.92', 'GBP'),
      rate: { text: '12%', edition: 'gb-starter-2026-11' },
      formula: {
        en: 'customs value GBP 57.92 × 12% = GBP 6.9504, cut to GBP 6.95',
        zh: '完税价格 GBP 57.92 × 12% = GBP 6.9504，截断为 GBP 6.95',
      },
      law: { id: 'gb-duty-rate', inForceFrom: '2020-12-31' },
      borneBy: 'buyer',
      collector: 'customs',
      timing: 'at-import',
      rounding: { rule: 'truncate', decimals: 2 },
    })
    expect(quote.charges[1]).toMatchObject({ taxType: 'B00', law: { id: 'gb-vat-rate' } })
    expect(quote.charges[2]?.formula.en).toBe('customs value GBP 53.52 × 0% = GBP 0.00')
  })

  it('names once each measure that it does not work out', () => {
    const named = quote.notCovered.map(({ en }) => en)
    expect(named.some((note) => note.startsWith('Quotas and safeguard duties'))).toBe(true)
    expect(new Set(named).size).toBe(named.length)
  })

  it('is the same again from the same request', () => {
    expect(quoteOf(threeLines)).toEqual({ ok: true, value: quote })
  })

  it('holds the editions that it was made from', () => {
    expect(quote.inputs).toEqual({ tariffEditions: ['gb-starter-2026-11'], exchangeRates: [] })
  })
})

describe('a consignment of low value', () => {
  const order = sampleOrder({ lines: [sampleLine({ unitPrice: money('100.00', 'GBP') })] })

  it('bears no duty but import VAT on goods and carriage', () => {
    const quote = valueOf(quoteOf(order))
    expect(amountsOf(quote)).toEqual([['import-vat', 1, '22.00']])
    expect(quote.items[0]?.vatValue).toEqual(money('110.00', 'GBP'))
  })

  it('bears only the VAT charged at sale where there was such', () => {
    const saleVat = {
      country: 'GB',
      chargedBy: 'marketplace',
      registration: 'GB123456789',
      amount: money('20.00', 'GBP'),
    } as const
    const quote = valueOf(quoteOf({ ...order, saleVat }))
    expect(quote.charges).toMatchObject([
      {
        kind: 'sale-vat',
        amount: money('20.00', 'GBP'),
        borneBy: 'buyer',
        collector: 'marketplace',
        timing: 'at-sale',
        law: { id: 'gb-low-value-vat-marketplace' },
      },
    ])
    expect(quote.totals.dueAtImport).toEqual(money('0.00', 'GBP'))
    expect(quote.totals.saleVat).toEqual(money('20.00', 'GBP'))
  })
})

describe('the delivery term', () => {
  it.each(['EXW', 'FCA', 'FAS', 'FOB'] as const)(
    'asks under %s for the carriage and the insurance that are not in the price',
    (code) => {
      const order = { ...orderWithout('freight', 'insurance'), incoterm: { code, place: 'Ningbo' } }
      expect(faultsOf(quoteOf(order))).toEqual([
        ['fact-missing', '/freight'],
        ['fact-missing', '/insurance'],
      ])
    },
  )

  it.each(['CFR', 'CPT'] as const)('asks under %s only for the insurance', (code) => {
    const order = { ...orderWithout('freight', 'insurance'), incoterm: { code, place: 'London' } }
    expect(faultsOf(quoteOf(order))).toEqual([['fact-missing', '/insurance']])
  })

  it.each(['CIF', 'CIP', 'DAP', 'DPU'] as const)('finds both in the price under %s', (code) => {
    const order = { ...orderWithout('freight', 'insurance'), incoterm: { code, place: 'London' } }
    const quote = valueOf(quoteOf(order))
    expect(quote.totals.customsValue).toEqual(money('150.00', 'GBP'))
  })

  it('adds what is stated beside the prices under every term', () => {
    const quote = valueOf(quoteOf(sampleOrder({ incoterm: { code: 'CIF', place: 'London' } })))
    expect(quote.totals.customsValue).toEqual(money('160.00', 'GBP'))
  })

  it('takes a carriage of nought for a fact', () => {
    const order = sampleOrder({
      incoterm: { code: 'FOB', place: 'Ningbo' },
      freight: money('0', 'GBP'),
    })
    expect(quoteOf(order).ok).toBe(true)
  })

  it('deducts no duty from a DDP price that does not show it, and says so', () => {
    const order = sampleOrder({
      incoterm: { code: 'DDP', place: 'York' },
      dutiesBilledTo: 'seller',
    })
    const quote = valueOf(quoteOf(order))
    expect(quote.totals.customsValue).toEqual(money('160.00', 'GBP'))
    expect(quote.valuationNotes.some(({ law }) => law?.id === 'gb-valuation-exclusions')).toBe(true)
    expect(quote.charges[0]?.borneBy).toBe('seller')
  })
})

describe('a purchasing agent', () => {
  it('leaves a buying commission out of the customs value and puts it on the buyer’s bill', () => {
    const order = sampleOrder({
      channel: 'purchasing-agent',
      purchasingAgent: {
        party: purchasingAgent,
        capacity: 'buys-for-buyer',
        fee: money('9.50', 'GBP'),
      },
    })
    const quote = valueOf(quoteOf(order))
    expect(quote.totals.customsValue).toEqual(money('160.00', 'GBP'))
    expect(quote.totals.fees).toEqual(money('9.50', 'GBP'))
    expect(quote.charges.at(-1)).toMatchObject({
      kind: 'fee',
      borneBy: 'buyer',
      collector: 'purchasing-agent',
    })
  })
})

describe('foreign prices', () => {
  const order = sampleOrder({
    lines: [sampleLine({ unitPrice: money('40000', 'JPY') })],
    freight: money('3000', 'JPY'),
    insurance: money('0', 'JPY'),
  })

  it('are converted at the official rate of the month, each rounded once', () => {
    const quote = valueOf(quoteOf(order))
    const [rate] = quote.inputs.exchangeRates
    expect(rate).toMatchObject({ currency: 'JPY', from: '2026-09-01', until: '2026-10-01' })
    const pounds = (yen: number) => (yen / Number(rate?.unitsPerBase)).toFixed(2)
    expect(quote.items[0]?.price.amount).toBe(pounds(40_000))
    expect(quote.items[0]?.freight.amount).toBe(pounds(3_000))
  })

  it('are refused on a day without a rate, which one file mends for every amount', () => {
    const refused = quoteOf(order, { on: '2023-06-01' as LocalDate })
    expect(faultsOf(refused)).toEqual([['exchange-rate-missing', '/goodsItems']])
    expect(refused.ok ? '' : refused.failures[0].mend).not.toContain('latest-loaded')
  })
})

describe('further fees', () => {
  it('are listed with who collects them', () => {
    const fee = {
      name: { en: 'Clearance fee', zh: '清关费' },
      amount: money('4.80', 'GBP'),
      collector: 'carrier',
      timing: 'at-import',
    } as const
    const quote = valueOf(quoteOf(sampleOrder(), { fees: [fee] }))
    expect(quote.charges.at(-1)).toMatchObject({
      kind: 'fee',
      name: fee.name,
      amount: money('4.80', 'GBP'),
      collector: 'carrier',
    })
    expect(quote.totals.fees).toEqual(money('4.80', 'GBP'))
  })
})

describe('what a quote refuses', () => {
  it('refuses to value a sale between related parties by its price', () => {
    const order = sampleOrder({ relatedParties: true })
    expect(faultsOf(quoteOf(order))).toContainEqual(['not-covered', '/relatedParties'])
  })

  it('names every missing fact of every item at once', () => {
    const order = {
      ...orderWithout('freight'),
      incoterm: { code: 'FOB', place: 'Ningbo' } as const,
      lines: [
        lineWithout('commodityCode'),
        lineWithout('origin'),
        sampleLine({ commodityCode: '610910' }),
        sampleLine({ commodityCode: '0101210000' }),
        sampleLine({ unitPrice: money('0', 'GBP') }),
      ],
    }
    expect(faultsOf(quoteOf(order))).toEqual([
      ['fact-missing', '/freight'],
      ['not-covered', '/goodsItems/4/unitPrice'],
      ['fact-missing', '/goodsItems/0/commodityCode'],
      ['fact-missing', '/goodsItems/1/origin'],
      ['commodity-code-not-declarable', '/goodsItems/2/commodityCode'],
      ['unknown-commodity-code', '/goodsItems/3/commodityCode'],
    ])
  })

  it('names a code that both lane and tariff miss only once', () => {
    const lines = [{ ...lineWithout('commodityCode'), unitPrice: money('20.00', 'GBP') }]
    expect(faultsOf(quoteOf(sampleOrder({ lines })))).toEqual([
      ['fact-missing', '/goodsItems/0/commodityCode'],
    ])
  })

  it('gives no figure where a measure that it does not know would change it', () => {
    const bicycles = sampleLine({ commodityCode: '8714950000', origin: 'CN' })
    expect(faultsOf(quoteOf(sampleOrder({ lines: [bicycles] })))).toEqual([
      ['not-covered', '/goodsItems/0/commodityCode'],
    ])
    const elsewhere = sampleLine({ commodityCode: '8714950000', origin: 'JP' })
    expect(quoteOf(sampleOrder({ lines: [elsewhere] })).ok).toBe(true)
  })

  it.each(['RU', 'BY'])('gives no figure for goods from %s', (origin) => {
    expect(faultsOf(quoteOf(sampleOrder({ lines: [sampleLine({ origin })] })))).toEqual([
      ['not-covered', '/goodsItems/0/commodityCode'],
    ])
  })

  it('gives no figure before the first tariff edition', () => {
    const faults = faultsOf(quoteOf(sampleOrder(), { on: '2020-06-01' as LocalDate }))
    expect(faults).toEqual([['not-covered', '']])
  })
})

describe('duties by quantity', () => {
  const chocolate = sampleLine({
    description: 'Cocoa powder with added sugar',
    commodityCode: '1806102000',
    origin: 'US',
    netWeightKg: decimal('2.5'),
    grossWeightKg: decimal('2.8'),
    unitPrice: money('150.00', 'GBP'),
  })

  it('add an amount for the net weight to the percentage', () => {
    const quote = valueOf(quoteOf(sampleOrder({ lines: [chocolate] })))
    // 160.00 x 8 % + 2.5 kg x 21 / 100 kg = 12.80 + 0.525
    expect(quote.charges[0]).toMatchObject({
      amount: money('13.32', 'GBP'),
      rate: { text: '8% + 21.00 GBP/100 kg' },
      formula: {
        en: 'customs value GBP 160.00 × 8% + 2.5 kg × 21.00 GBP/100 kg = GBP 13.325, cut to GBP 13.32',
      },
    })
  })

  it('ask for the net weight that they depend on', () => {
    const { netWeightKg: _, ...unweighed } = chocolate
    expect(faultsOf(quoteOf(sampleOrder({ lines: [unweighed] })))).toEqual([
      ['fact-missing', '/goodsItems/0/netWeightKg'],
    ])
  })

  it('count pieces where the tariff does', () => {
    const watches = sampleLine({ commodityCode: '9102110000', origin: 'JP', quantity: 3 })
    const quote = valueOf(quoteOf(sampleOrder({ lines: [watches] })))
    expect(quote.charges[0]).toMatchObject({
      amount: money('0.60', 'GBP'),
      formula: { en: '3 × 0.20 GBP/item = GBP 0.60' },
    })
  })
})

describe('other VAT rates', () => {
  it('are those of the goods where these are zero-rated', () => {
    const books = sampleLine({ commodityCode: '4901990000' })
    const quote = valueOf(quoteOf(sampleOrder({ lines: [books] })))
    expect(quote.totals.importVat).toEqual(money('0.00', 'GBP'))
    expect(quote.items[0]?.vatAdditionalCode).toBe('VATZ')
    expect(quote.charges.at(-1)?.law?.id).toBe('gb-vat-zero-rate-group-3')
  })

  it('are claimed where the tariff offers them', () => {
    const clothing = sampleLine({ vatRelief: 'VATZ' })
    const quote = valueOf(quoteOf(sampleOrder({ lines: [clothing] })))
    expect(quote.totals.importVat).toEqual(money('0.00', 'GBP'))
    expect(quote.items[0]?.vatAdditionalCode).toBe('VATZ')
    expect(quote.charges.at(-1)?.law?.id).toBe('gb-vat-zero-rate-group-16')
  })

  it('are not claimed unless the order says so', () => {
    const quote = valueOf(quoteOf(sampleOrder()))
    expect(quote.items[0]).not.toHaveProperty('vatAdditionalCode')
  })

  it('cannot be claimed for goods to which the tariff offers none', () => {
    const speaker = sampleLine({ commodityCode: '8518210000', vatRelief: 'VATZ' })
    expect(faultsOf(quoteOf(sampleOrder({ lines: [speaker] })))).toEqual([
      ['invalid-input', '/goodsItems/0/vatRelief'],
    ])
  })
})

describe('the exporter', () => {
  it('does not enter into the figures', () => {
    const other = { ...foreignSeller, name: 'Another Seller Ltd' }
    expect(valueOf(quoteOf(sampleOrder({ seller: other }))).totals).toEqual(
      valueOf(quoteOf(sampleOrder())).totals,
    )
  })
})
