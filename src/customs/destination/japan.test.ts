import { describe, expect, test } from 'vitest'
import { flatTariff, quoteOn, saleTo } from '../../../test/landed-cost.ts'

const nothing = { amount: '0', currency: 'JPY' }

/** What each line of a shipment to a business bears, and the sum of each charge, under 14 percent duty. */
function chargedOn(lines: Parameters<typeof saleTo>[0]['lines']) {
  const sale = saleTo({
    ...{ to: 'JP', currency: 'JPY', lines, freight: nothing, insurance: nothing },
    buyer: { kind: 'vat-registered-business' },
  })
  const quote = quoteOn('2026-11-23', sale, { at: 'JP', tariffOf: flatTariff('14') })
  if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
  return quote.value.charges
}

function sumsOf(charges: ReturnType<typeof chargedOn>) {
  const sums: Record<string, number> = {}
  for (const { rule, amount } of charges) sums[rule] = (sums[rule] ?? 0) + Number(amount.amount)
  return sums
}

describe('consumption tax at import into Japan', () => {
  test('comes out as in the worked chart of Japan Customs, goods of both rates together', () => {
    const charges = chargedOn([
      { price: '534795', commodityCode: '4202219000' },
      { price: '126258', commodityCode: '2009891000' },
    ])
    expect(sumsOf(charges)).toEqual({
      'customs-duty': 92400,
      'consumption-tax': 56400,
      'local-consumption-tax': 15900,
    })
    expect(
      charges
        .filter(({ rule }) => rule !== 'customs-duty')
        .map(({ lineNumber, base, formula }) => [lineNumber, base?.amount, formula.en]),
    ).toEqual([
      [1, '609000', expect.stringContaining('Customs duty JPY 74700')],
      [2, '143000', expect.stringContaining('Customs duty JPY 17600')],
      [1, '47500', expect.stringContaining('JPY 13397')],
      [2, '8900', expect.stringContaining('JPY 2510')],
    ])
  })

  test('puts the duty of each line, cut to whole 100 yen, into its base', () => {
    const charges = chargedOn([
      { price: '104485', commodityCode: '4202219000' },
      { price: '107999', commodityCode: '4202219000' },
    ])
    expect(sumsOf(charges)['customs-duty']).toBe(29500)
    const taxed = charges.filter(({ rule }) => rule === 'consumption-tax')
    expect(taxed.map(({ base }) => base?.amount)).toEqual(['118000', '122000'])
  })
})
