/** A term under which a text is found, and whether it is a single Chinese sign, which tells little. */
export interface SearchTerm {
  readonly text: string
  readonly isSingleSign: boolean
}

/** Words with their inner hyphens, and Chinese with a letter that belongs to it, as in `T恤`. */
const PIECES = /(?:(?<![a-z0-9])[a-z])?[\u3400-\u9fff]+|[^\W_]+(?:-[^\W_]+)*/g
const CHINESE = /[\u3400-\u9fff]/
const BEYOND_ASCII = /[\u0080-\uffff]/
const MARKS_OVER_LETTERS = /[\u0300-\u036f]/g
const APOSTROPHES = /['’]/g

/**
 * The terms of a text, each once: words without the ending of the plural, and of Chinese each sign
 * and each two that stand together, because nothing parts its words.
 *
 * @example searchTerms('Women’s dresses').map(({ text }) => text) // ['women', 'dress']
 */
export function searchTerms(text: string): readonly SearchTerm[] {
  const terms = piecesOf(text).flatMap(termsOfPiece)
  return [...new Map(terms.map((term) => [term.text, term])).values()]
}

/** The words and runs of Chinese signs of a text, in their order. */
export function piecesOf(text: string): readonly string[] {
  return plain(text).match(PIECES) ?? []
}

/** The terms of a single word or run of Chinese signs. */
export function termsOfPiece(piece: string): readonly SearchTerm[] {
  return CHINESE.test(piece) ? termsOfSigns(piece) : termsOfWord(piece)
}

/** Small letters without accents, and ordinary signs for their wide forms. */
function plain(text: string): string {
  const composed = BEYOND_ASCII.test(text)
    ? text.normalize('NFKD').replaceAll(MARKS_OVER_LETTERS, '')
    : text
  return composed.replaceAll(APOSTROPHES, '').toLowerCase()
}

/** `t-shirt` is found as `tshirt` and as `shirt`; a letter that stands alone tells nothing. */
function termsOfWord(word: string): readonly SearchTerm[] {
  const parts = word.split('-')
  const joined = parts.length > 1 ? [parts.join('')] : []
  return [...joined, ...parts]
    .filter(({ length }) => length > 1)
    .map((part) => ({ text: withoutPlural(part), isSingleSign: false }))
}

function withoutPlural(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.slice(0, -1)
}

function termsOfSigns(run: string): readonly SearchTerm[] {
  const signs = Array.from(run)
  const pairs = signs.slice(1).map((sign, index) => `${signs[index]!}${sign}`)
  return [
    ...signs.map((text) => ({ text, isSingleSign: true })),
    ...pairs.map((text) => ({ text, isSingleSign: false })),
  ]
}
