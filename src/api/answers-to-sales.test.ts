import { beforeAll, describe, expect, test } from 'vitest'

import { readExample } from '../../test/shipped-examples.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import { readOwnFees } from '../customs/landed-cost/own-fees.ts'
import type { QuoteRequest } from '../customs/landed-cost/quote-request.ts'
import { shippedBook } from '../tariffs/index.ts'
import { AnswersToSales, type QuestionOfSale } from './answers-to-sales.ts'

const handling = {
  id: 'handling-fee',
  name: { en: 'Handling fee', zh: '处理费' },
  per: 'consignment',
  rate: { from: 'amount', amount: { amount: '5.00', currency: 'EUR' }, each: 'consignment' },
  collector: 'carrier',
  timing: 'after-delivery',
  vat: 'included',
}

describe('the answer to a sale', () => {
  let book: LandedCostBook
  let question: QuestionOfSale

  beforeAll(async () => {
    book = await shippedBook()
    const sale = await readExample<QuoteRequest>('sale-cn-de')
    question = { sale, on: localDate('2026-09-01'), ownFees: [] }
  })

  test('is reckoned once for the same question to the same book', () => {
    const answers = new AnswersToSales()
    const answer = answers.from(book, question)
    expect(answers.from(book, structuredClone(question))).toBe(answer)
  })

  test('is reckoned anew from another book, with the same bytes if it says the same', () => {
    const answers = new AnswersToSales()
    const answer = answers.from(book, question)
    const another = answers.from({ ...book }, question)
    expect(another).not.toBe(answer)
    expect(another.equals(answer)).toBe(true)
  })

  test('is another one on another day, and with fees of the asker', () => {
    const fees = readOwnFees({ fees: [handling] })
    if (!fees.ok) throw new Error(fees.failures[0].message)
    const answers = new AnswersToSales()
    const totals = [
      question,
      { ...question, on: localDate('2026-06-30') },
      { ...question, ownFees: fees.value },
    ].map((asked) => {
      const answer = JSON.parse(answers.from(book, asked).toString()) as {
        landedCost: { totals: { charges: { amount: string } } }
      }
      return answer.landedCost.totals.charges.amount
    })
    expect(new Set(totals).size).toBe(3)
  })

  test('is not kept where the sale is long', () => {
    const lines = Array.from({ length: 30 }, () => question.sale.lines[0]!)
    const long = { ...question, sale: { ...question.sale, lines } }
    const answers = new AnswersToSales()
    expect(answers.from(book, long)).not.toBe(answers.from(book, long))
  })
})
