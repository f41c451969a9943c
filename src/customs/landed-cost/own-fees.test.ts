import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo } from '../../../test/landed-cost.ts'
import { feesIn, readOwnFees } from './own-fees.ts'

/** Two and a half percent of what the carrier has advanced, at least twelve euros. */
const disbursement = {
  id: 'disbursement-fee',
  name: { en: 'Disbursement fee', zh: '垫付手续费' },
  per: 'consignment',
  base: { sum: ['charges-of-kind:customs-duty', 'charges-of-kind:import-tax'] },
  rate: { from: 'percent', percent: '2.5', minimum: { amount: '12.00', currency: 'EUR' } },
  collector: 'carrier',
  timing: 'after-delivery',
  vat: 'not-reckoned',
}

const sale = (price: string) => saleTo({ to: 'DE', currency: 'EUR', lines: [{ price }] })

describe('the fees of a carrier', () => {
  const fees = readOwnFees({ fees: [disbursement] })
  const ownFees = fees.ok ? fees.value : []

  test('are worked out on what was advanced, and are at least what the table says', () => {
    const fee = (price: string) =>
      amountsOf(quoteOn('2026-09-01', sale(price), { at: 'EU', ownFees }))['disbursement-fee']
    expect([fee('200.00'), fee('4000.00')]).toEqual(['12', '30.9'])
  })

  test('say how the least or the greatest amount came about, in both languages', () => {
    const formulaAt = (rate: object) => {
      const read = readOwnFees({ fees: [{ ...disbursement, base: { sum: ['price'] }, rate }] })
      const quote = quoteOn('2026-09-01', sale('200.00'), {
        at: 'EU',
        ownFees: read.ok ? read.value : [],
      })
      if (!quote.ok) throw new Error(quote.failures[0].message)
      return quote.value.charges.find(({ rule }) => rule === 'disbursement-fee')?.formula
    }
    const euros = (amount: string) => ({ amount, currency: 'EUR' })
    const percent = { from: 'percent', percent: '2.5' }
    expect(formulaAt({ ...percent, minimum: euros('12.00') })).toEqual({
      en: 'price EUR 200.00 × 2.5% = EUR 5.00, at least EUR 12.00, so EUR 12.00',
      zh: '货价 EUR 200.00 × 2.5% = EUR 5.00，不低于 EUR 12.00，故为 EUR 12.00',
    })
    expect(formulaAt({ ...percent, maximum: euros('1.11') })?.en).toBe(
      'price EUR 200.00 × 2.5% = EUR 5.00, at most EUR 1.11, so EUR 1.11',
    )
    const scale = { from: 'scale', steps: [{ percent: '10', less: euros('50.00') }] }
    expect(formulaAt(scale)?.en).toBe(
      'price EUR 200.00 × 10% − EUR 50.00 = EUR -30.00, at least EUR 0.00, so EUR 0.00',
    )
  })

  test('stand among the fees of the quote and fall due after delivery', () => {
    const quote = quoteOn('2026-09-01', sale('200.00'), { at: 'EU', ownFees })
    expect(
      quote.ok && [quote.value.totals.fees.amount, quote.value.totals.dueAfterDelivery.amount],
    ).toEqual(['12.00', '12.00'])
  })

  test('come to the nearest coin, also where the law cuts taxes to whole hundreds', () => {
    const read = readOwnFees({
      fees: [
        { ...disbursement, base: { sum: ['price'] }, rate: { from: 'percent', percent: '2.5' } },
      ],
    })
    const toJapan = saleTo({ to: 'JP', currency: 'JPY', lines: [{ price: '9010' }] })
    const quote = quoteOn('2026-09-01', toJapan, { at: 'JP', ownFees: read.ok ? read.value : [] })
    expect(amountsOf(quote)['disbursement-fee']).toBe('225')
  })

  test('say that VAT on them is not worked out, unless they contain it', () => {
    const said = (vat: string) => {
      const read = readOwnFees({ fees: [{ ...disbursement, vat }] })
      const quote = quoteOn('2026-09-01', sale('200.00'), {
        at: 'EU',
        ownFees: read.ok ? read.value : [],
      })
      if (!quote.ok) throw new Error(quote.failures[0].message)
      const { charges, notCovered } = quote.value
      const mark = charges.find(({ rule }) => rule === 'disbursement-fee')?.ownFee
      return [mark, notCovered.filter(({ en }) => en.startsWith('VAT on the fee')).length]
    }
    expect(said('not-reckoned')).toEqual([{ vat: 'not-reckoned' }, 1])
    expect(said('included')).toEqual([{ vat: 'included' }, 0])
  })

  test('are asked where the table says so alone', () => {
    const fee = { ...ownFees[0]!, destinations: ['FR', 'NO'] }
    const here = (country: string, destination: string) => feesIn([fee], country, { destination })
    expect(here('FR', 'EU')).toEqual([fee])
    expect(here('NO', 'NO')).toEqual([fee])
    expect(here('DE', 'EU')).toEqual([])
  })

  test('have no law, and no measure of a tariff for a rate', () => {
    const read = readOwnFees({
      fees: [
        { ...disbursement, law: 'x' },
        { ...disbursement, rate: { from: 'tariff' } },
      ],
    })
    const paths = read.ok ? [] : read.failures.map(({ path }) => path)
    expect(paths).toContain('/fees/0/law')
    expect(paths.some((path) => path.startsWith('/fees/1/rate'))).toBe(true)
  })
})
