import { piecesOf, type SearchTerm, searchTerms, termsOfPiece } from './search-terms.ts'

/** Texts by their terms. It is built once and never changed. */
export interface TextIndex {
  readonly size: number
  /** Which texts hold a term, by their place in the list. */
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** The texts that hold one of the terms that are asked for, and how much that tells. */
export interface TermMatch {
  /** Greater for a term that few texts hold. */
  readonly weight: number
  readonly places: readonly number[]
}

/** Beyond so many terms a text is a page, and what more it says no longer tells goods apart. */
const TERMS_MAX = 30

/** Indexes texts by their terms. */
export function createTextIndex(texts: readonly string[]): TextIndex {
  const places = new Map<string, number[]>()
  // A tariff says the same few thousand words over and over.
  const known = new Map<string, readonly SearchTerm[]>()
  texts.forEach((text, place) => {
    for (const piece of piecesOf(text)) {
      const terms = known.get(piece) ?? termsOfPiece(piece)
      known.set(piece, terms)
      for (const term of terms) addPlace(places, term.text, place)
    }
  })
  return { size: texts.length, places }
}

/** Texts come in their order, so one that holds a term twice stands last among its places. */
function addPlace(places: Map<string, number[]>, term: string, place: number): void {
  const same = places.get(term)
  if (same === undefined) places.set(term, [place])
  else if (same.at(-1) !== place) same.push(place)
}

/** What more than one in so many texts hold tells nothing of them, as `of` and `other` do. */
const TELLING_ONE_IN = 4

/**
 * Where the terms of a query stand, one match for each that stands anywhere and tells something. The
 * last word may still be in the typing, so it also finds the words that begin with it.
 */
export function matchTerms(index: TextIndex, query: string): readonly TermMatch[] {
  const terms = searchTerms(query).slice(0, TERMS_MAX)
  const last = terms.findLast(({ isSingleSign }) => !isSingleSign)
  const matches = terms.flatMap((term) => {
    const exact = index.places.get(term.text) ?? []
    const places = term === last ? withBeginnings(index, term.text, exact) : exact
    if (places.length === 0) return []
    return [{ weight: weightOf(places.length, index.size, term.isSingleSign), places }]
  })
  const telling = matches.filter(({ places }) => places.length * TELLING_ONE_IN <= index.size)
  return telling.length > 0 ? telling : matches
}

function withBeginnings(
  { places }: TextIndex,
  beginning: string,
  exact: readonly number[],
): readonly number[] {
  const all = new Set(exact)
  for (const [term, found] of places) {
    if (term.startsWith(beginning)) for (const place of found) all.add(place)
  }
  return [...all]
}

/** Four times the number of halvings from all texts to those found; whole numbers are enough to rank. */
function weightOf(found: number, size: number, isSingleSign: boolean): number {
  const halvings = 32 - Math.clz32(Math.floor(size / found))
  return isSingleSign ? halvings : 4 * halvings
}
