import { beforeAll, describe, expect, test } from 'vitest'
import { saleTo } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import { type LandedCostBook, quoteSources } from '../landed-cost/landed-cost-book.ts'
import { quoteLandedCost } from '../landed-cost/quote-landed-cost.ts'
import { codesNotUsed } from './codes-not-used.ts'
import type { Measure } from './measure.ts'

const line = { price: '100.00', origin: 'DE' }

const plain: Measure = {
  ...{ id: '1', type: '103', code: '0901', area: '1011', excludedAreas: [], conditions: [] },
  validity: { from: localDate('2021-01-01') },
  edition: 'of-the-test',
}

/** What is said of a line's codes where its goods have some measures. */
function notes(stated: object, ...measures: readonly Partial<Measure>[]): readonly string[] {
  const sale = saleTo({ to: 'GB', currency: 'GBP', lines: [{ ...line, ...stated }] })
  const said = codesNotUsed(
    { request: sale, lineIndex: 0 },
    measures.map((one) => ({ ...plain, ...one })),
  )
  return said.map(({ en, zh }) => {
    expect(zh).toContain('第1行')
    return en.replace(/, which .*/, '')
  })
}

const asking = (documentCode: string): Partial<Measure> => ({
  conditions: [{ conditionCode: 'B', actionCode: '27', documentCode, expression: [] }],
})

describe('codes that a line states', () => {
  test('are named where no measure of the goods asks for them, each once', () => {
    expect(notes({ documents: ['U111', 'U110', 'U111'], additionalCodes: ['C998'] })).toEqual([
      'Line 1 states additional code C998',
      'Line 1 states document U111',
      'Line 1 states document U110',
    ])
  })

  test('count as used where any measure has them, whatever its part, and nothing is said of none', () => {
    const licence = { ...asking('9104'), type: '750' }
    const excise = { additionalCode: { code: 'X411' }, type: '306' }
    expect(notes({ documents: ['9104'], additionalCodes: ['X411'] }, licence, excise)).toEqual([])
    expect(notes({}, licence, excise)).toEqual([])
  })

  test('may be any proof of a claimed preference that names no document, and only of that', () => {
    const preference = { type: '142', area: 'GB' }
    expect(notes({ documents: ['U116'], preference: 'GB' }, preference)).toEqual([])
    expect(notes({ documents: ['U116'] }, preference)).toEqual(['Line 1 states document U116'])
    const naming = { ...preference, ...asking('U110') }
    expect(notes({ documents: ['U116'], preference: 'GB' }, naming)).toEqual([
      'Line 1 states document U116',
    ])
  })

  test.each([
    ['documents', 'U11'],
    ['documents', 'u110'],
    ['additionalCodes', 'C99'],
    ['additionalCodes', 'C-99'],
  ])('are refused among the %s in a form like %s', (field, code) => {
    expect(() => notes({ [field]: [code] })).toThrow(`/lines/0/${field}/0`)
  })
})

describe('a quote', () => {
  let book: LandedCostBook

  beforeAll(async () => {
    book = await shippedBook()
  })

  function notCovered(stated: object, price = '500.00'): string {
    const sources = quoteSources(book, 'GB')
    if (!sources.ok) throw new Error('Great Britain is shipped')
    const goods = { ...line, commodityCode: '0901210000', netWeightKg: '1', price, ...stated }
    const sale = saleTo({
      ...{ to: 'GB', currency: 'GBP', lines: [goods], transportMode: 'air' },
      freight: { amount: '0', currency: 'GBP' },
      insurance: { amount: '0', currency: 'GBP' },
    })
    const quote = quoteLandedCost(sale, localDate('2026-09-01'), sources.value)
    if (!quote.ok) throw new Error(JSON.stringify(quote.failures))
    return JSON.stringify(quote.value.notCovered)
  }

  test('says that a misspelt document or additional code changes nothing', () => {
    const said = notCovered({ documents: ['U119'], additionalCodes: ['Z999'] })
    expect(said).toContain('document U119')
    expect(said).toContain('additional code Z999')
  })

  test('says so too where the goods are relieved of duty and only bear VAT', () => {
    expect(notCovered({ documents: ['U119'] }, '50.00')).toContain('document U119')
  })

  test('says nothing of a proof of origin and of a rate of VAT that the tariff has', () => {
    const said = notCovered({ documents: ['U110'], additionalCodes: ['VATZ'] })
    expect(said).not.toContain('it changes nothing')
  })
})
