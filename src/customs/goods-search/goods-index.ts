import type { BilingualText } from '../bilingual-text.ts'
import { entriesBelow, type IndexedNomenclature } from '../nomenclature/nomenclature.ts'
import type { CommonGoods } from './common-goods.ts'
import { createTextIndex, matchTerms, type TextIndex } from './text-index.ts'

/** What a search can find: a line of the nomenclature, by its own words or by our name for goods of it. */
export interface IndexedGoods {
  /** Place of the line among the rows of the edition. */
  readonly position: number
  readonly plainName?: BilingualText
}

/** The goods of one edition by the words of their names. It is built once and never changed. */
export interface GoodsIndex {
  readonly within: IndexedNomenclature
  readonly goods: readonly IndexedGoods[]
  readonly texts: TextIndex
}

/** Goods that were found, with how well they match: greater is better. */
export interface ScoredGoods extends IndexedGoods {
  readonly score: number
}

/** Indexes all lines of an edition, and our names at the lines that their codes stand for. */
export function createGoodsIndex(
  within: IndexedNomenclature,
  named: readonly { readonly code: string; readonly goods: CommonGoods }[],
): GoodsIndex {
  const { rows } = within.edition
  const lines = rows.map((_, position) => ({ position }))
  const plain = named.flatMap(({ code, goods: { name } }) => {
    const position = lineFor(within, code)
    return position === undefined ? [] : [{ position, plainName: name }]
  })
  const texts = [
    ...rows.map(({ descriptions }) => Object.values(descriptions).join('\n')),
    ...plain.map(({ plainName: { en, zh } }) => `${en}\n${zh}`),
  ]
  return { within, goods: [...lines, ...plain], texts: createTextIndex(texts) }
}

/** The line with just this code; where one edition has split it, the first line of the longest beginning. */
function lineFor(within: IndexedNomenclature, code: string): number | undefined {
  const { validFrom } = within.edition
  for (let length = code.length; length >= 6; length -= 2) {
    const [first] = entriesBelow(within, code.slice(0, length), validFrom)
    if (first !== undefined) return first.position
  }
  return undefined
}

/**
 * The goods that a query names, in no order. What a line says itself counts twice, what stands above
 * it once.
 */
export function scoreGoods(
  { within, goods, texts }: GoodsIndex,
  query: string,
): readonly ScoredGoods[] {
  const matches = matchTerms(texts, query)
  const own = new Uint32Array(goods.length)
  matches.forEach(({ places }, term) => {
    for (const place of places) own[place]! |= 1 << term
  })
  const rows = within.edition.rows.length
  const here = new Uint32Array(goods.length)
  const scored: ScoredGoods[] = []
  goods.forEach((one, place) => {
    const line = place < rows ? place : one.position
    const parent = within.parents[line]!
    here[place] = own[place]! | (parent < 0 ? 0 : here[parent]!)
    if (here[place] === 0) return
    const score = weighed(matches, own[place]!) + weighed(matches, here[place])
    scored.push({ ...one, score })
  })
  return scored
}

function weighed(matches: readonly { readonly weight: number }[], terms: number): number {
  let sum = 0
  matches.forEach(({ weight }, term) => {
    if ((terms & (1 << term)) !== 0) sum += weight
  })
  return sum
}
