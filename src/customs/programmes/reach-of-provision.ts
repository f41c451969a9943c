import type { LocalDate } from '../calendar/local-date.ts'
import { type Membership, membership, type ProductLists } from './product-list.ts'
import type { Provision } from './programmes.ts'

/** Goods on a day, with the lists that they are looked up in. */
export interface ListedGoods {
  /** Digits only. */
  readonly code: string
  readonly day: LocalDate
  readonly lists: ProductLists
}

/** Whether the goods are among those that a provision is about. */
export function reachOf({ products }: Provision, goods: ListedGoods): Membership {
  const { lists, codes, exceptCodes, exceptLists } = products
  const among = amongAny(codes, lists, goods)
  const isForAll = lists.length === 0 && codes.length === 0
  if (!isForAll && among === 'off-list') return 'off-list'
  const excepted = amongAny(exceptCodes, exceptLists, goods)
  if (excepted === 'on-list') return 'off-list'
  return excepted === 'undecided' || (!isForAll && among === 'undecided') ? 'undecided' : 'on-list'
}

function amongAny(
  codes: readonly string[],
  lists: readonly string[],
  goods: ListedGoods,
): Membership {
  let reach = amongCodes(codes, goods.code)
  for (const list of lists) {
    if (reach === 'on-list') break
    const place = onList(list, goods)
    if (place !== 'off-list') reach = place
  }
  return reach
}

function onList(list: string, { lists, code, day }: ListedGoods): Membership {
  return membership(lists, { list, code, on: day })
}

/** A code that a provision divides further is undecided, because it is never padded. */
function amongCodes(beginnings: readonly string[], code: string): Membership {
  if (beginnings.some((beginning) => code.startsWith(beginning))) return 'on-list'
  const isShort = code.length < 10
  return isShort && beginnings.some((beginning) => beginning.startsWith(code))
    ? 'undecided'
    : 'off-list'
}

/** The lists of a provision of which it is not known whether they hold the goods. */
export function undecidedLists({ products }: Provision, goods: ListedGoods): readonly string[] {
  return [...products.lists, ...products.exceptLists].filter(
    (list) => onList(list, goods) === 'undecided',
  )
}
