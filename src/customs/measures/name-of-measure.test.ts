import { beforeAll, describe, expect, test } from 'vitest'

import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { codeInTariff } from '../tariff-enquiry/code-in-tariff.ts'
import { ratesOnDay } from '../tariff-enquiry/rates-on-day.ts'

let book: LandedCostBook
const on = localDate('2026-09-01')

beforeAll(async () => {
  book = await shippedBook()
})

/** What the rate of goods that claim nothing is called: in the tariff, as an option and as a charge. */
function namesOf(country: string, code: string, origin: string) {
  const { chapters, tariffs } = book
  const tariff = tariffs.get(country)!
  const read = codeInTariff({ tariff, chapters }, { code, origin, on })
  const rates = ratesOnDay(book, { country, code, origin, on })
  if (!read.ok || !rates.ok) throw new Error(JSON.stringify([read, rates]))
  const option = rates.value.options[0]!
  const measure = read.value.measures!.find(({ role }) => role === 'third-country')!
  return [measure.name, option.name, option.duties[0]!.name]
}

describe('the rate of goods that claim nothing', () => {
  test('is the general one of column 1 in the American tariff', () => {
    const general = { en: 'General rate of duty (column 1)', zh: '一般税率（第1栏）' }
    expect(namesOf('US', '6109100012', 'CN')).toEqual([general, general, general])
  })

  test('is that of column 2 for countries without normal trade relations', () => {
    const column2 = { en: 'Rate of duty of column 2', zh: '第2栏税率' }
    expect(namesOf('US', '6109100012', 'BY')).toEqual([column2, column2, column2])
  })

  test('is that of third countries in the European tariff', () => {
    const thirdCountry = { en: 'Third country duty', zh: '第三国关税' }
    expect(namesOf('EU', '6109100010', 'CN')).toEqual([thirdCountry, thirdCountry, thirdCountry])
  })
})
