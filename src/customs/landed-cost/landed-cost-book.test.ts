import { beforeAll, describe, expect, test } from 'vitest'
import { saleTo } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import { type LandedCostBook, quoteSources } from './landed-cost-book.ts'
import type { LandedCost } from './landed-cost.ts'
import { quoteSale } from './quote-sale.ts'

let book: LandedCostBook

beforeAll(async () => {
  book = await shippedBook()
})

function quoted(to: string, line: object): LandedCost | readonly string[] {
  const sources = quoteSources(book, to)
  if (!sources.ok) return sources.failures.map(({ path }) => path)
  const sale = saleTo({ to, currency: 'EUR', lines: [{ price: '300.00', ...line }] })
  const quote = quoteSale(sale, localDate('2026-09-01'), sources.value)
  if (!quote.ok) return quote.failures.map(({ path }) => path)
  return quote.value.kind === 'exact' ? quote.value.landedCost : []
}

const dutyOf = (answer: LandedCost | readonly string[]) =>
  'totals' in answer ? [answer.totals.customsDuty.amount, answer.notCovered] : answer

describe('the rate that a line states', () => {
  test('is charged where the tariff of the destination is not loaded', () => {
    expect(quoted('NO', { dutyPercent: '8' })).toHaveProperty('totals')
    expect(quoted('NO', {})).toEqual(['/lines/0/dutyPercent'])
  })

  test('is charged for goods that the tariff does not hold', () => {
    const [duty] = dutyOf(quoted('DE', { commodityCode: '8806100000', dutyPercent: '3' }))
    expect(duty).toBe('9.00')
  })

  test('is not charged where the tariff says the rate, and the quote says so', () => {
    const [duty, notes] = dutyOf(quoted('DE', { dutyPercent: '3' }))
    expect(duty).toBe('36.00')
    expect(JSON.stringify(notes)).toContain('3% was not used')
  })
})

test('members of a union are quoted by its rules, and unknown countries by none', () => {
  expect(quoted('PL', {})).toHaveProperty('destination.country', 'PL')
  expect(quoted('AQ', {})).toEqual(['/destination/country'])
})
