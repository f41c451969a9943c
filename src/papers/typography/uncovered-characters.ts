import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Failure } from '../../customs/result.ts'
import { printableText } from './printable-text.ts'
import { faceFor } from './typeface.ts'

/**
 * Finds every text in a document that holds a character which no font here can print, so that a
 * name is refused rather than printed with a gap. Paths are JSON Pointers into the document.
 */
export function uncoveredCharacters(document: unknown): readonly Failure[] {
  return failuresIn(document, [])
}

function failuresIn(value: unknown, steps: readonly (string | number)[]): readonly Failure[] {
  if (typeof value === 'string') return failuresOfText(value, steps)
  if (Array.isArray(value))
    return value.flatMap((item, index) => failuresIn(item, [...steps, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => failuresIn(item, [...steps, name]))
}

/** Most texts are covered by one face as a whole; only the others are looked at by character. */
function failuresOfText(text: string, steps: readonly (string | number)[]): readonly Failure[] {
  const printable = printableText(text)
  if (faceFor(printable, 'regular') !== undefined) return []
  const uncovered = new Set(Array.from(printable).filter((character) => !isCovered(character)))
  if (uncovered.size === 0) return []
  return [uncoveredFailure(jsonPointer(...steps), [...uncovered])]
}

/** A text may be printed in either weight, so both must have the character. */
function isCovered(character: string): boolean {
  return faceFor(character, 'regular') !== undefined && faceFor(character, 'bold') !== undefined
}

function uncoveredFailure(path: string, characters: readonly string[]): Failure {
  const named = characters.map((character) => `${character} (${codePointName(character)})`)
  return {
    code: 'not-covered',
    path,
    message: `The papers cannot print ${named.join(', ')}.`,
    mend: 'Write the text in Latin, Greek, Cyrillic, Chinese or Japanese letters.',
    zh: {
      message: `单证无法打印 ${named.join('、')}。`,
      mend: '请使用拉丁、希腊、西里尔、中文或日文字符书写。',
    },
  }
}

/** As character tables name it, because the reader may not have the character either. */
function codePointName(character: string): string {
  const hexadecimal = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `U+${hexadecimal}`
}
