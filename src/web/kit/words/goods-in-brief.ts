import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** Goods in a few words: what the first item is called, and how many there are beside it. */
export function goodsInBrief({
  first,
  more,
}: {
  readonly first: string
  readonly more: number
}): BilingualText {
  if (more === 0) return { en: first, zh: first }
  const { en, zh } = moreGoods(more)
  return { en: `${first} ${en}`, zh: `${first} ${zh}` }
}

/** The end of {@link goodsInBrief}, for places that cut the beginning short. */
export function moreGoods(more: number): BilingualText {
  return { en: `+${more} more`, zh: `等 ${more + 1} 项` }
}
