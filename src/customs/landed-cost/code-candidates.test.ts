import { describe, expect, test } from 'vitest'
import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import { quote } from './quote.ts'

const book = await shippedBook()

function remedy(line: Readonly<Record<string, unknown>>) {
  const sale = {
    ...{ shipFrom: { country: 'CN' }, destination: { country: 'DE' }, incoterm: 'DAP' },
    ...{ channel: 'courier', purpose: 'sale', buyer: { kind: 'private-person' } },
    registrations: [],
    lines: [
      {
        ...{ origin: 'CN', quantity: 1, unitPrice: { amount: '400', currency: 'EUR' } },
        ...line,
      },
    ],
  }
  const quoted = quote(sale, localDate('2026-09-01'), book)
  return quoted.ok ? [] : quoted.failures.map(({ path, mend = '', zh }) => [path, mend, zh?.mend])
}

describe('a line without a code', () => {
  test('is answered with the goods of the tariff that its words fit', () => {
    const [[path, mend, zh] = []] = remedy({ description: 'cotton T-shirt' })
    expect(path).toBe('/lines/0/commodityCode')
    expect(mend).toMatch(/Its words fit .*6109\d* \(.*T-shirt/)
    expect(zh).toMatch(/6109\d*（/)
  })

  test('gets no goods where it has no words, or words that fit none', () => {
    for (const line of [{}, { description: 'qqqq' }]) {
      expect(remedy(line).map(([path]) => path)).toEqual(['/lines/0/commodityCode'])
      expect(remedy(line)[0]![1]).not.toContain('Its words fit')
    }
  })
})
