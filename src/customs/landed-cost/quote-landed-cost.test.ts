import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo } from '../../../test/landed-cost.ts'

describe('a parcel for a private person in the European Union', () => {
  const twoKinds = saleTo({
    to: 'DE',
    currency: 'EUR',
    freight: { amount: '10.00', currency: 'EUR' },
    lines: [
      { price: '18.00', quantity: 3 },
      { price: '30.00', commodityCode: '8518210000' },
    ],
  })

  test('bears no duty up to 150 euros before July 2026', () => {
    expect(amountsOf(quoteOn('2026-06-30', twoKinds, { at: 'EU' }))).toEqual({
      regime: 'special-arrangement',
      'import-vat-courier': '17.86',
    })
  })

  test('bears three euros for each tariff line from July 2026 on, and VAT on them', () => {
    expect(amountsOf(quoteOn('2026-07-01', twoKinds, { at: 'EU' }))).toEqual({
      regime: 'special-arrangement',
      'flat-duty': '6',
      'import-vat-courier': '19',
    })
  })

  test('bears three euros once for two lines of one tariff class and origin', () => {
    const alike = saleTo({
      to: 'FR',
      currency: 'EUR',
      lines: [{ price: '20.00' }, { price: '10.00', commodityCode: '6109100099' }],
    })
    expect(amountsOf(quoteOn('2026-09-01', alike, { at: 'EU' }))['flat-duty']).toBe('3')
  })

  test('bears the duty of the tariff over 150 euros', () => {
    const dear = saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '200.00' }] })
    const amounts = amountsOf(quoteOn('2026-09-01', dear, { at: 'EU' }))
    expect(amounts['customs-duty']).toBe('20')
  })

  test('says its formulas with the numbers in them', () => {
    const quote = quoteOn('2026-09-01', twoKinds, { at: 'EU' })
    const formulas = quote.ok ? quote.value.charges.map(({ formula }) => formula.en) : []
    expect(formulas).toEqual([
      'EUR 3.00',
      'EUR 3.00',
      'customs value EUR 60.43 + Flat customs duty of 3 euros EUR 3.00 = EUR 63.43; EUR 63.43 × 19% = EUR 12.0517, rounded to EUR 12.05',
      'customs value EUR 33.57 + Flat customs duty of 3 euros EUR 3.00 = EUR 36.57; EUR 36.57 × 19% = EUR 6.9483, rounded to EUR 6.95',
    ])
  })
})

describe('what is not stated', () => {
  test('is named with its place, and no figure is given', () => {
    const bare = saleTo({
      to: 'DE',
      currency: 'EUR',
      incoterm: 'EXW',
      lines: [{ price: '20.00', commodityCode: undefined, origin: undefined }].map(({ price }) => ({
        price,
      })),
    })
    const { lines, ...rest } = bare
    const [{ commodityCode: _, origin: __, ...line }] = lines as never as [Record<string, unknown>]
    const quote = quoteOn('2026-09-01', { ...rest, lines: [line] } as never, { at: 'EU' })
    expect(amountsOf(quote)).toMatchObject({ '/lines/0/commodityCode': 'fact-missing' })
  })

  test('is named once, however many lines and sums need it', () => {
    const placesOf = (quote: ReturnType<typeof quoteOn>) =>
      quote.ok ? [] : quote.failures.map(({ path }) => path)
    const lines = [{ price: '200.00' }, { price: '200.00' }]
    const noFreight = saleTo({ to: 'DE', currency: 'EUR', incoterm: 'EXW', lines })
    expect(placesOf(quoteOn('2026-09-01', noFreight, { at: 'EU' }))).toEqual([
      '/freight',
      '/insurance',
    ])
    const noRate = saleTo({ to: 'DE', currency: 'EUR', shopCurrency: 'KPW', lines })
    expect(placesOf(quoteOn('2026-09-01', noRate, { at: 'EU' }))).toEqual(['/shopCurrency'])
  })

  test('does not hold up a charge that does not need it', () => {
    const unpriced = saleTo({
      to: 'US',
      currency: 'USD',
      incoterm: 'FOB',
      lines: [{ price: '900.00' }],
    })
    expect(quoteOn('2024-06-01', unpriced, { at: 'US' }).ok).toBe(true)
  })
})
