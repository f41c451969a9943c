import { readFileSync } from 'node:fs'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

/** How many words of a description say what goods are. */
export type TellingWords = (description: string) => number

const wordsFile = Type.Object({
  about: Type.String(),
  words: Type.Array(Type.String({ pattern: '^[a-z]+$' }), { minItems: 1 }),
})

/**
 * Reads the words that say nothing of goods once, when the office opens. Numbers, single letters and
 * those words do not count: of `Gift items, 2 pcs` nothing is left.
 * @throws when the file is missing or has another form
 */
export function loadTellingWords(file: string): TellingWords {
  const { words } = Value.Parse(wordsFile, JSON.parse(readFileSync(file, 'utf8')))
  const vague = new Set(words)
  return (description) => {
    const said = description.toLowerCase().match(/\p{L}{2,}/gu) ?? []
    return new Set(said.filter((word) => !vague.has(word))).size
  }
}
