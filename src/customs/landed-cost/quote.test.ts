import { beforeAll, describe, expect, test } from 'vitest'

import { saleTo } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { type LocalDate, localDate } from '../calendar/local-date.ts'
import type { LandedCostBook } from './landed-cost-book.ts'
import { quote } from './quote.ts'

let book: LandedCostBook

beforeAll(async () => {
  book = await shippedBook()
})

const sale = saleTo({ to: 'DE', currency: 'EUR', lines: [{ price: '20.00' }] })

/** As a program without types may call it. */
const on = (day: unknown, what: unknown = sale) => quote(what, day as LocalDate, book)

describe('the day of a quote', () => {
  test.each(['2026-13-45', '2026-02-29', '1 September 2026', '', undefined])(
    '%j is refused as the same one in the sale is',
    (day) => {
      const refused = on(day)
      expect(refused).toMatchObject({
        ok: false,
        failures: [
          {
            code: 'invalid-input',
            path: '/on',
            zh: { message: expect.stringContaining('不存在日期') as string },
          },
        ],
      })
    },
  )

  test('is named together with what is wrong with the sale', () => {
    const refused = on('2026-13-45', { ...sale, destination: { country: 'ZZ' } })
    expect(refused.ok ? [] : refused.failures.map(({ path }) => path)).toEqual([
      '/destination/country',
      '/on',
    ])
  })

  test('may be any that exists', () => {
    expect(on(localDate('2026-09-01'))).toMatchObject({ ok: true })
  })
})
