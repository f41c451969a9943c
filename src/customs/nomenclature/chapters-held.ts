import type { IndexedNomenclature } from './nomenclature.ts'

/** Chapters of the Harmonized System that hold goods: 01 to 97 without 77, which is kept free. */
const CHAPTERS_OF_GOODS = 96

const counted = new WeakMap<IndexedNomenclature, number>()

/** Of how many chapters of goods an edition has codes. It never changes, so they are counted once. */
export function chaptersHeld(within: IndexedNomenclature): number {
  const known = counted.get(within)
  if (known !== undefined) return known
  const chapters = new Set(within.codes.map((code) => code.slice(0, 2)))
  const ofGoods = [...chapters].filter((chapter) => chapter <= '97').length
  counted.set(within, ofGoods)
  return ofGoods
}

/** Whether an edition is a whole nomenclature, unlike one that was made of chosen goods. */
export function holdsEveryChapter(within: IndexedNomenclature): boolean {
  return chaptersHeld(within) >= CHAPTERS_OF_GOODS
}
