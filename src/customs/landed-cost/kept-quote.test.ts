import { describe, expect, test } from 'vitest'
import { quoteOn, saleTo } from '../../../test/landed-cost.ts'
import { compareQuotes } from './compare-quotes.ts'
import type { LandedCost } from './landed-cost.ts'
import { reconcileQuote } from './reconcile-quote.ts'
import { refundOfLines } from './refund-of-lines.ts'

const sale = saleTo({
  ...{ to: 'DE', currency: 'EUR' },
  lines: [
    { price: '70.00', quantity: 3 },
    { price: '40.01', commodityCode: '8518210000' },
  ],
})

function quoted(day: string, request = sale): LandedCost {
  const quote = quoteOn(day, request, { at: 'EU' })
  if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
  return quote.value
}

const basis = { request: sale, landedCost: quoted('2026-09-01'), returnedBefore: [] }
const euros = (amount: string) => ({ amount, currency: 'EUR' }) as never

describe('a refund', () => {
  test('is the part of the charges that goes with the pieces', () => {
    const refund = refundOfLines(basis, [{ lineNumber: 1, quantity: 1 }])
    expect(
      refund.ok && refund.value.charges.map(({ rule, refund: part }) => [rule, part.amount]),
    ).toEqual([
      ['customs-duty', '7.00'],
      ['import-vat', '14.63'],
    ])
  })

  test('of one piece after the other adds up to the charge', () => {
    const parts = [0, 1, 2].map((before) => {
      const refund = refundOfLines(
        { ...basis, returnedBefore: [{ lineNumber: 1, quantity: before }] },
        [{ lineNumber: 1, quantity: 1 }],
      )
      return refund.ok ? Number(refund.value.total.amount) : NaN
    })
    const line = Number(basis.landedCost.lines[0]!.charges.amount)
    expect(parts.reduce((sum, part) => sum + part, 0).toFixed(2)).toBe(line.toFixed(2))
  })

  test('is refused for pieces that were not sold', () => {
    const refund = refundOfLines(basis, [
      { lineNumber: 1, quantity: 4 },
      { lineNumber: 9, quantity: 1 },
    ])
    expect(refund.ok ? [] : refund.failures.map(({ path }) => path)).toEqual([
      '/returned/0/quantity',
      '/returned/1/lineNumber',
    ])
  })

  test('says in the singular and the plural how many pieces are left', () => {
    const refused = (before: number) =>
      refundOfLines({ ...basis, returnedBefore: [{ lineNumber: 1, quantity: before }] }, [
        { lineNumber: 1, quantity: 3 },
      ])
    const message = (before: number) => {
      const refund = refused(before)
      return refund.ok ? '' : refund.failures[0].message
    }
    expect(message(2)).toBe('Of line 1 only 1 piece is left to come back.')
    expect(message(1)).toBe('Of line 1 only 2 pieces are left to come back.')
  })

  test('counts the pieces of a line together, however often it is named', () => {
    const twice = [2, 2].map((quantity) => ({ lineNumber: 1, quantity }))
    const refund = refundOfLines(basis, twice)
    expect(refund.ok ? [] : refund.failures.map(({ path }) => path)).toEqual([
      '/returned/1/quantity',
    ])
  })
})

describe('two quotes of one sale', () => {
  const small = saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '20.00' }] })

  test('differ by what the law changed, and the differences add up', () => {
    const change = compareQuotes(quoted('2026-06-30', small), quoted('2026-07-01', small))
    expect(change.changes.map(({ rule, difference }) => [rule, difference.amount])).toEqual([
      ['flat-duty', '3'],
      ['import-vat-courier', '0.57'],
    ])
    expect(change.difference.amount).toBe('3.57')
    expect(change.changes[0]!.inForceFrom).toBe('2026-07-01')
  })

  test('of days under the same law differ by nothing', () => {
    expect(compareQuotes(quoted('2026-07-02', small), quoted('2026-07-01', small)).changes).toEqual(
      [],
    )
  })
})

describe('what was billed', () => {
  test('stands beside what was quoted, kind by kind', () => {
    const bill = { billedBy: 'carrier', reference: 'INV-1' } as const
    const reconciliation = reconcileQuote(basis.landedCost, [
      { kind: 'customs-duty', amount: euros('25.00'), ...bill },
      { kind: 'fee', amount: euros('12.00'), ...bill },
    ])
    expect(
      reconciliation.ok &&
        reconciliation.value.kinds.map(({ kind, difference, outcome }) => [
          kind,
          difference.amount,
          outcome,
        ]),
    ).toEqual([
      ['customs-duty', '0.00', 'as-quoted'],
      ['import-tax', '-52.25', 'not-billed'],
      ['fee', '12.00', 'not-quoted'],
    ])
  })

  test('is compared to the last digit where a bill is finer than a coin', () => {
    const reconciliation = reconcileQuote(basis.landedCost, [
      { kind: 'fee', amount: euros('12.005'), billedBy: 'carrier', reference: 'INV-1' },
    ])
    expect(reconciliation.ok && reconciliation.value.billed.amount).toBe('12.005')
  })

  test('in another currency is refused', () => {
    const reconciliation = reconcileQuote(basis.landedCost, [
      {
        kind: 'fee',
        amount: { amount: '1', currency: 'USD' } as never,
        billedBy: 'carrier',
        reference: 'INV-1',
      },
    ])
    expect(reconciliation.ok).toBe(false)
  })
})
