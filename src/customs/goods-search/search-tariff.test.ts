import { beforeAll, describe, expect, test } from 'vitest'

import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import type { LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { createNomenclature } from '../nomenclature/nomenclature.ts'
import type { FoundGoods } from './find-goods.ts'
import { searchTariff } from './search-tariff.ts'

let book: LandedCostBook

beforeAll(async () => {
  book = await shippedBook()
})

function found(query: string, country: string, from = book): readonly FoundGoods[] {
  const on = localDate('2026-09-01')
  const search = searchTariff(from, { query, country, on, limit: 6 })
  if (!search.ok) throw new Error(search.failures[0].message)
  return search.value.items
}

const codes = (items: readonly FoundGoods[]) => items.map(({ code }) => code)

/** A schedule as an authority words it, over which our names lie. */
function withSchedule(): LandedCostBook {
  const line = (code: string, depth: number, en: string) => ({
    ...{ code, depth, descriptions: { en }, mayBeDeclared: code.length === 10 },
  })
  const rows = [
    line('6109', 0, 'T-shirts, singlets and other vests, knitted or crocheted'),
    line('61091000', 1, 'Of cotton'),
    line('6109100004', 2, 'All white'),
    line('6109100040', 2, 'Women’s'),
    line('610990', 1, 'Of other textile materials'),
    line('8517', 0, 'Telephone sets'),
    line('8517130000', 1, 'Smartphones'),
    line('9903', 0, 'Telephone sets of some country'),
  ]
  const edition = { id: 'hts', validFrom: localDate('2026-01-01'), rows }
  const nomenclature = createNomenclature([edition])
  const tariff = { ...book.tariffs.get('US')!, nomenclature }
  return { ...book, tariffs: new Map([['US', tariff]]) }
}

describe('goods are found', () => {
  test('by English and by Chinese words of their plain names', () => {
    expect(codes(found('smartphone', 'US'))).toEqual(['8517130000'])
    expect(codes(found('智能手机', 'DE'))[0]).toBe('8517130000')
    expect(found('棉T恤', 'GB')[0]).toMatchObject({ name: { zh: expect.stringContaining('T恤') } })
  })

  test('by a whole title, whose telling words count', () => {
    const [first] = found('Electric toothbrush, rechargeable, with travel case and 4 heads', 'GB')
    expect(first).toMatchObject({ name: { en: 'Electric toothbrush' }, isDeclarable: true })
  })

  test('while the last word is still typed', () => {
    expect(codes(found('electric toothb', 'GB'))).toEqual(codes(found('electric toothbrush', 'GB')))
  })

  test('by the words of the lines above them, the line that says most itself first', () => {
    const items = found("women's cotton t-shirts", 'US', withSchedule())
    expect(items[0]).toMatchObject({ code: '6109100040', isDeclarable: true })
    expect(items[0]!.path.map(({ en }) => en)).toContain('Of cotton')
  })

  test('by our names also where the tariff words them otherwise', () => {
    expect(codes(found('智能手机', 'US', withSchedule()))[0]).toBe('8517130000')
  })

  test('but provisions for other things than goods only by their digits', () => {
    expect(codes(found('telephone sets', 'US', withSchedule()))).not.toContain('9903')
    expect(codes(found('9903', 'US', withSchedule()))).toEqual(['9903'])
  })
})

describe('codes are found', () => {
  test('by their first digits, in their order, however they are written', () => {
    expect(codes(found('6109.10', 'US', withSchedule()))).toEqual([
      ...['61091000', '6109100004', '6109100040'],
    ])
  })

  test('by as many digits of a code of another country as are known', () => {
    expect(codes(found('8517130090', 'US', withSchedule()))).toEqual(['8517130000'])
    expect(found('9913.99', 'GB')).toEqual([])
  })
})

test('where no tariff is loaded, six digits are known, and they are not declared', () => {
  const items = found('电动牙刷', 'NO')
  expect(items).toMatchObject([{ code: '850980', isDeclarable: false }])
})

test('a country of which nothing is known is refused', () => {
  const on = localDate('2026-09-01')
  const search = searchTariff(book, { query: 'mug', country: 'AQ', on, limit: 6 })
  expect(search).toMatchObject({ ok: false, failures: [{ code: 'not-covered' }] })
})
