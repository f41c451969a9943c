import { describe, expect, it } from 'vitest'

import { valueOf } from '../../../test/gb-reference-data.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import { add, compare, money } from '../money/money.ts'
import { sampleOrder } from '../testing/sample-order.ts'
import { compareTaxes, dutyBreakdown } from './duty-breakdown.ts'

/** Price 150.00, freight 10.00: duty 12 % of 160.00 is 19.20, VAT 20 % of 179.20 is 35.84. */
const quote = valueOf(quoteOf(sampleOrder()))

describe('how charges build up', () => {
  const bars = dutyBreakdown(quote)

  it('goes from the price through both values to all that is paid', () => {
    expect(bars.map(({ id, amount }) => [id, Number(amount.amount)])).toEqual([
      ['goods', 150],
      ['freight', 10],
      ['customs-value', 160],
      ['customs-duty', 19.2],
      ['vat-value', 179.2],
      ['import-vat', 35.84],
      ['all-together', 215.04],
    ])
  })

  it('leaves no gap: each part begins where the one before it ended', () => {
    const parts = bars.filter(({ kind }) => kind === 'part')
    parts.slice(1).forEach((bar, index) => {
      expect(bar.from).toEqual(parts[index]?.to)
      expect(compare(bar.to, add(bar.from, bar.amount))).toBe(0)
    })
  })

  it('keeps with each charge how it was worked out', () => {
    const duty = bars.find(({ id }) => id === 'customs-duty')
    expect(duty?.charges[0]).toMatchObject({ itemNumber: 1, rate: { text: '12%' } })
  })
})

describe('quoted beside assessed', () => {
  it('shows each tax with its difference and why', () => {
    const explanation = { en: 'Customs charged 14%.', zh: '海关按14%征收。' }
    const { taxes, difference } = compareTaxes(
      quote,
      [
        { itemNumber: 1, taxType: 'A00', assessed: money('22.40', 'GBP') },
        { itemNumber: 1, taxType: 'B00', assessed: money('35.84', 'GBP') },
      ],
      [
        {
          ...{ itemNumber: 1, taxType: 'A00', cause: 'rate-differs', explanation },
          ...{ quoted: money('19.20', 'GBP'), assessed: money('22.40', 'GBP') },
        },
      ],
    )
    expect(taxes).toMatchObject([
      { taxType: 'A00', difference: { amount: '3.2' }, cause: 'rate-differs', explanation },
      { taxType: 'B00', difference: { amount: '0' } },
    ])
    expect(difference.amount).toBe('3.2')
  })

  it('adds up the parts of a tax and shows one that was not quoted', () => {
    const { taxes } = compareTaxes(
      quote,
      [
        { itemNumber: 1, taxType: 'A00', assessed: money('10.00', 'GBP') },
        { itemNumber: 1, taxType: 'A00', assessed: money('9.20', 'GBP') },
        { itemNumber: 1, taxType: 'A35', assessed: money('5.00', 'GBP') },
      ],
      [],
    )
    expect(taxes.map(({ taxType, difference }) => [taxType, difference.amount])).toEqual([
      ['A00', '0'],
      ['A35', '5'],
      ['B00', '-35.84'],
    ])
  })
})
