import { describe, expect, it } from 'vitest'
import { britishBook } from '../../../test/british-book.ts'
import { valueOf } from '../../../test/gb-reference-data.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { money } from '../money/money.ts'
import { quoteOf } from '../../../test/quote-of.ts'
import { sampleLine, sampleOrder } from '../testing/sample-order.ts'
import { explainDifferences } from './explain-differences.ts'
import type { Quote } from './quote.ts'
import type { AssessedTaxLine } from './tax-difference.ts'

/** Price 150.00, freight 10.00: duty 12 % of 160.00 is 19.20, VAT 20 % of 179.20 is 35.84. */
const quote = valueOf(quoteOf(sampleOrder()))

const duty: AssessedTaxLine = {
  itemNumber: 1,
  taxType: 'A00',
  base: money('160.00', 'GBP'),
  ratePercent: '12.00',
  assessed: money('19.20', 'GBP'),
}
const vat: AssessedTaxLine = {
  itemNumber: 1,
  taxType: 'B00',
  base: money('179.20', 'GBP'),
  ratePercent: '20.00',
  assessed: money('35.84', 'GBP'),
}

function causesOf(lines: readonly AssessedTaxLine[], of: Quote = quote) {
  return explainDifferences(of, lines).map(({ taxType, cause }) => [taxType, cause])
}

describe('comparing a quote with its assessment', () => {
  it('finds nothing where both came to the same', () => {
    expect(explainDifferences(quote, [duty, vat])).toEqual([])
    expect(explainDifferences(quote, [vat, { ...duty, assessed: money('19.2', 'GBP') }])).toEqual(
      [],
    )
  })

  it('names another rate with both rates and the edition that was quoted from', () => {
    const differences = explainDifferences(quote, [
      { ...duty, ratePercent: '14.00', assessed: money('22.40', 'GBP') },
      { ...vat, base: money('182.40', 'GBP'), assessed: money('36.48', 'GBP') },
    ])
    expect(differences).toMatchObject([
      {
        itemNumber: 1,
        taxType: 'A00',
        quoted: money('19.20', 'GBP'),
        assessed: money('22.40', 'GBP'),
        cause: 'rate-differs',
        explanation: { en: 'Customs charged 14% where gb-starter-2026-11 has 12%.' },
      },
      { taxType: 'B00', cause: 'follows-from-duty' },
    ])
    expect(differences[1]?.explanation.en).toContain('GBP 3.20 higher')
  })

  it('says so where rate and value both differ', () => {
    const [difference] = explainDifferences(quote, [
      { ...duty, ratePercent: '14', base: money('200.00', 'GBP'), assessed: money('28.00', 'GBP') },
      vat,
    ])
    expect(difference?.cause).toBe('rate-differs')
    expect(difference?.explanation.en).toContain('GBP 200.00 instead of GBP 160.00')
  })

  it('names another value', () => {
    expect(
      causesOf([
        { ...duty, base: money('240.00', 'GBP'), assessed: money('28.80', 'GBP') },
        { ...vat, base: money('268.80', 'GBP'), assessed: money('53.76', 'GBP') },
      ]),
    ).toEqual([
      ['A00', 'value-differs'],
      ['B00', 'value-differs'],
    ])
  })

  it('names another commodity code before all that follows from it', () => {
    const [difference] = explainDifferences(quote, [
      {
        ...duty,
        commodityCode: '6109902000',
        ratePercent: '14',
        assessed: money('22.40', 'GBP'),
      },
      vat,
    ])
    expect(difference?.cause).toBe('commodity-code-differs')
    expect(difference?.explanation.en).toContain('6109902000 instead of 6109100010')
  })

  it('names a penny of rounding', () => {
    expect(causesOf([{ ...duty, assessed: money('19.21', 'GBP') }, vat])).toEqual([
      ['A00', 'rounding'],
    ])
  })

  it('names an amount that follows from no other value or rate', () => {
    expect(causesOf([{ ...duty, assessed: money('0.00', 'GBP') }, vat])).toEqual([
      ['A00', 'amount-differs'],
    ])
  })

  it('does not guess at a cause where the authority states no value or rate', () => {
    const [difference] = explainDifferences(quote, [
      { itemNumber: 1, taxType: 'A00', assessed: money('25.00', 'GBP') },
      vat,
    ])
    expect(difference?.cause).toBe('amount-differs')
    expect(difference?.explanation.en).toContain('stated no value or rate')
  })

  it('names a tax that was quoted and not assessed', () => {
    expect(causesOf([duty])).toEqual([['B00', 'line-missing']])
  })

  it('names a tax that was assessed and not quoted', () => {
    const antiDumping = {
      itemNumber: 1,
      taxType: 'A30',
      base: money('160.00', 'GBP'),
      ratePercent: '48.50',
      assessed: money('77.60', 'GBP'),
    }
    const [difference] = explainDifferences(quote, [duty, vat, antiDumping])
    expect(difference).toMatchObject({
      taxType: 'A30',
      quoted: money('0', 'GBP'),
      assessed: money('77.60', 'GBP'),
      cause: 'extra-line',
    })
  })

  it('asks no explanation of a line of nothing, on either side', () => {
    const relief = { itemNumber: 1, taxType: 'A70', assessed: money('0.00', 'GBP') }
    expect(causesOf([duty, vat, relief])).toEqual([])
    const free = valueOf(
      quoteOf(sampleOrder({ lines: [sampleLine({ commodityCode: '8518210000' })] })),
    )
    expect(
      causesOf([{ ...vat, base: money('160.00', 'GBP'), assessed: money('32.00', 'GBP') }], free),
    ).toEqual([])
  })

  it('adds up a tax that comes in several lines', () => {
    const halves = [
      { ...duty, assessed: money('9.60', 'GBP') },
      { ...duty, assessed: money('9.60', 'GBP') },
    ]
    expect(causesOf([...halves, vat])).toEqual([])
  })

  it('keeps items apart', () => {
    const two = valueOf(
      quoteOf(sampleOrder({ lines: [sampleLine(), sampleLine()], freight: money('20.00', 'GBP') })),
    )
    const other = { ...duty, itemNumber: 2, ratePercent: '14', assessed: money('22.40', 'GBP') }
    const differences = explainDifferences(two, [duty, vat, other, { ...vat, itemNumber: 2 }])
    expect(differences.map(({ itemNumber }) => itemNumber)).toEqual([2])
  })

  it('explains in both languages, in full sentences', () => {
    const all = [
      ...explainDifferences(quote, [
        { ...duty, ratePercent: '14', assessed: money('22.40', 'GBP') },
      ]),
      ...explainDifferences(quote, []),
    ]
    for (const { explanation } of all) {
      expect(explanation.en).toMatch(/\.$/)
      expect(explanation.zh).toMatch(/。$/)
    }
  })
})

describe('a rate of exchange of another month', () => {
  const { rates: exchangeRates } = britishBook()
  const order = sampleOrder({
    lines: [sampleLine({ unitPrice: money('40000', 'JPY') })],
    freight: money('3000', 'JPY'),
    insurance: money('0', 'JPY'),
  })
  const quotedInSeptember = valueOf(quoteOf(order))
  const assessedInAugust = valueOf(quoteOf(order, { on: '2026-08-31' as LocalDate })).charges.map(
    ({ itemNumber = 0, taxType = '', base, amount }) => ({
      itemNumber,
      taxType,
      ...(base && { base }),
      ratePercent: taxType === 'A00' ? '12' : '20',
      assessed: amount,
    }),
  )

  it('is named with both rates and the months that they are for', () => {
    const differences = explainDifferences(quotedInSeptember, assessedInAugust, exchangeRates)
    expect(differences.map(({ taxType, cause }) => [taxType, cause])).toEqual([
      ['A00', 'exchange-rate-differs'],
      ['B00', 'exchange-rate-differs'],
    ])
    expect(differences[0]?.explanation.en).toContain('the rate from 2026-08-01')
  })

  it('is only another value to whoever does not know the rates', () => {
    const causes = explainDifferences(quotedInSeptember, assessedInAugust).map(({ cause }) => cause)
    expect(causes).toEqual(['value-differs', 'value-differs'])
  })

  it('is not suspected behind a value that fits no published rate', () => {
    const [line] = assessedInAugust
    const doubled = { ...line!, base: money('900.00', 'GBP'), assessed: money('108.00', 'GBP') }
    const [difference] = explainDifferences(quotedInSeptember, [doubled], exchangeRates)
    expect(difference?.cause).toBe('value-differs')
  })
})
