import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import type { TariffGoods } from './tariff-edition.ts'
import type { Tariff } from './tariff.ts'

/**
 * Goods of the tariff in force on a day whose code begins with the digits of a query, or whose name
 * holds all of its words in English or Chinese; in the order of their codes.
 */
export function searchGoods(
  tariff: Tariff,
  { query, on, limit }: { readonly query: string; readonly on: LocalDate; readonly limit: number },
): readonly TariffGoods[] {
  const current = tariff.editions.find(({ edition }) => edition.validFrom <= on)
  if (current === undefined) return []
  const inForce = current.edition.goods.filter(({ validity }) => isInForce(validity, on))
  const digits = query.replaceAll(/[\s.]/g, '')
  const matches = /^\d+$/.test(digits)
    ? inForce.filter(({ commodityCode }) => commodityCode.startsWith(digits))
    : inForce.filter(({ name }) => holdsAll(`${name.en}\n${name.zh}`.toLowerCase(), query))
  return matches
    .toSorted((left, right) => (left.commodityCode < right.commodityCode ? -1 : 1))
    .slice(0, limit)
}

function holdsAll(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => text.includes(stem(word)))
}

/** Names of the tariff stand in the plural or not, so that an English plural finds the singular. */
function stem(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
}
