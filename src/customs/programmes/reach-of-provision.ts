import { type Membership, membership } from './product-list.ts'
import type { Provision } from './programmes.ts'
import type { Situation } from './situation.ts'

/** Whether the goods are among those that a provision is about. */
export function reachOf({ products }: Provision, situation: Situation): Membership {
  const { lists, codes, exceptCodes, exceptLists } = products
  const among = amongAny(codes, lists, situation)
  const isForAll = lists.length === 0 && codes.length === 0
  if (!isForAll && among === 'off-list') return 'off-list'
  const excepted = amongAny(exceptCodes, exceptLists, situation)
  if (excepted === 'on-list') return 'off-list'
  return excepted === 'undecided' || (!isForAll && among === 'undecided') ? 'undecided' : 'on-list'
}

function amongAny(
  codes: readonly string[],
  lists: readonly string[],
  situation: Situation,
): Membership {
  let reach = amongCodes(codes, situation.code)
  for (const list of lists) {
    if (reach === 'on-list') break
    const place = onList(list, situation)
    if (place !== 'off-list') reach = place
  }
  return reach
}

function onList(list: string, { lists, code, day }: Situation): Membership {
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
export function undecidedLists({ products }: Provision, situation: Situation): readonly string[] {
  return [...products.lists, ...products.exceptLists].filter(
    (list) => onList(list, situation) === 'undecided',
  )
}
