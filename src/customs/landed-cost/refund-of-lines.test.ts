import { describe, expect, test } from 'vitest'
import { quoteOn, saleTo } from '../../../test/landed-cost.ts'
import type { OwnFee } from './own-fees.ts'
import { refundOfLines, type ReturnedPieces } from './refund-of-lines.ts'

/** Low-value goods to Germany after the end of the relief: two lines of one class, one of another. */
const sale = saleTo({
  ...{ to: 'DE', currency: 'EUR', registrations: [] },
  lines: [
    { price: '10.00', quantity: 3 },
    { price: '20.00', quantity: 1 },
    { price: '30.00', quantity: 2, commodityCode: '8518210000' },
  ],
})

function basisWith(ownFees: readonly OwnFee[] = []) {
  const quote = quoteOn('2026-09-01', sale, { at: 'EU', ownFees })
  if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
  return { request: sale, landedCost: quote.value }
}

/** What of each charge goes back, as `rule of line: refund`. */
function refunded(
  returned: readonly ReturnedPieces[],
  returnedBefore: readonly ReturnedPieces[] = [],
  basis = basisWith(),
) {
  const refund = refundOfLines({ ...basis, returnedBefore }, returned)
  if (!refund.ok) throw new Error(JSON.stringify(refund.failures))
  const { charges, kept, total } = refund.value
  return {
    parts: charges.map((part) => `${part.rule} of ${part.lineNumber}: ${part.refund.amount}`),
    kept,
    total: total.amount,
  }
}

const line = (lineNumber: number, quantity: number) => ({ lineNumber, quantity })

describe('a duty that is due once for a tariff line', () => {
  test('stays, with the VAT on it, as long as a piece of the tariff line stays', () => {
    // VAT of line 3: 19 percent of 60.00 and of the duty of 3.00; half of the pieces come back.
    expect(refunded([line(3, 1)])).toEqual({
      parts: ['import-vat-courier of 3: 5.70'],
      kept: ['flat-duty'],
      total: '5.70',
    })
  })

  test('goes back with the last piece', () => {
    expect(refunded([line(3, 1)], [line(3, 1)])).toEqual({
      parts: ['flat-duty of 3: 3.00', 'import-vat-courier of 3: 6.27'],
      kept: [],
      total: '9.27',
    })
  })

  test('that two lines of the sale share goes back with the last piece of both', () => {
    expect(refunded([line(1, 3)]).kept).toEqual(['flat-duty'])
    expect(refunded([line(2, 1)], [line(1, 3)]).parts).toEqual([
      'flat-duty of 1: 1.80',
      'flat-duty of 2: 1.20',
      'import-vat-courier of 1: 0.34',
      'import-vat-courier of 2: 4.03',
    ])
  })

  test('adds up with all else to the charges of the lines when every piece is back', () => {
    const { charges } = basisWith().landedCost
    const steps = [line(1, 1), line(3, 2), line(1, 2), line(2, 1)]
    const totals = steps.map((step, index) => refunded([step], steps.slice(0, index)).total)
    const cents = (amount: string) => Math.round(Number(amount) * 100)
    const ofLines = charges.filter(({ lineNumber }) => lineNumber !== undefined)
    expect(totals.map(cents).reduce((sum, part) => sum + part)).toBe(
      ofLines.map(({ amount }) => cents(amount.amount)).reduce((sum, part) => sum + part),
    )
  })
})
