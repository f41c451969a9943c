import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { findGoods } from '../goods-search/find-goods.ts'
import { createGoodsIndex } from '../goods-search/goods-index.ts'
import { indexEdition } from '../nomenclature/nomenclature.ts'
import type { TariffGoods } from './tariff-edition.ts'
import type { Tariff } from './tariff.ts'

/**
 * Goods of the tariff in force on a day whose code begins with the digits of a query, in the order of
 * their codes, or whose name holds its words in English or Chinese, the best match first.
 */
export function searchGoods(
  tariff: Tariff,
  { query, on, limit }: { readonly query: string; readonly on: LocalDate; readonly limit: number },
): readonly TariffGoods[] {
  const current = tariff.editions.find(({ edition }) => edition.validFrom <= on)
  if (current === undefined) return []
  const { id, validFrom, goods } = current.edition
  const inForce = goods.filter(({ validity }) => isInForce(validity, on))
  const rows = inForce.map(({ commodityCode: code, name }) => ({
    ...{ code, depth: 0, mayBeDeclared: true, descriptions: { ...name } },
  }))
  const index = createGoodsIndex(indexEdition({ id, validFrom, rows }), [])
  const found = findGoods(index, { query, on, limit })
  return found.map(({ code }) => inForce.find(({ commodityCode }) => commodityCode === code)!)
}
