import { describe, expect, it } from 'vitest'
import { valueOf } from '../../../test/gb-reference-data.ts'
import { britishBook } from '../../../test/british-book.ts'
import { withBritishMeasures, withPercent } from '../../../test/planted-measures.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import { money } from '../money/money.ts'
import { sampleLine, sampleOrder } from '../testing/sample-order.ts'

describe('a quote of goods that claim a preference', () => {
  const shoes = sampleLine({
    commodityCode: '6403999690',
    origin: 'IT',
    unitPrice: money('150.00', 'GBP'),
    preference: { agreement: 'gb-eu-tca', proof: 'statement-on-origin', reference: 'INV-1' },
  })
  const order = sampleOrder({ lines: [shoes], freight: money('10.00', 'GBP') })
  const claiming = { preferenceCode: '300', preferentialOrigin: 'EU', tariffArea: '1013' }
  const proof = { documentCode: 'U110', id: 'INV-1', statusCode: 'JE' }
  const provenPreferences = [{ itemNumber: 1, agreement: 'gb-eu-tca', claiming, proof }]
  const book = withBritishMeasures(britishBook(), (measures) => withPercent(measures, '142', '2.5'))

  it('charges the duty of third countries as long as nothing proves the claim', () => {
    const quote = valueOf(quoteOf(order))
    expect(quote.totals.customsDuty.amount).toBe('12.80') // 160.00 x 8 %
    expect(quote.items[0]).not.toHaveProperty('preference')
  })

  it("charges the agreement's duty once the claim is proven, and names law, edition and proof", () => {
    const quote = valueOf(quoteOf(order, { book, provenPreferences }))
    expect(quote.charges.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['customs-duty', '4.00'], // 160.00 x 2.5 %
      ['import-vat', '32.80'], // 164.00 x 20 %
    ])
    expect(quote.charges[0]).toMatchObject({
      rate: { text: '2.5%', edition: 'gb-starter-2026-11' },
      law: { id: 'gb-preferential-duty' },
    })
    expect(quote.items[0]!.preference).toEqual({
      ...{ agreement: 'gb-eu-tca', preferenceCode: '300', preferentialOrigin: 'EU', proof },
    })
    expect(quote.inputs.tariffEditions).toEqual(['gb-starter-2026-11'])
  })

  it('is refused where the tariff that is loaded has no such rate', () => {
    const without = withBritishMeasures(britishBook(), (measures) =>
      measures.filter(({ type }) => type !== '142'),
    )
    const refused = quoteOf(order, { book: without, provenPreferences })
    expect(refused.ok ? [] : refused.failures.map(({ code, path }) => [code, path])).toEqual([
      ['not-covered', '/goodsItems/0/preference'],
    ])
  })

  it('rests nothing on a preference where low value frees the goods of duty', () => {
    const cheap = sampleOrder({ lines: [{ ...shoes, unitPrice: money('90.00', 'GBP') }] })
    const quote = valueOf(quoteOf(cheap, { provenPreferences }))
    expect(quote.lane.customsDuty).toBe('relieved')
    expect(quote.items[0]).not.toHaveProperty('preference')
  })
})
