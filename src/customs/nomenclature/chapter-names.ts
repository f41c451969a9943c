import { Type } from 'typebox'

import type { BilingualText } from '../bilingual-text.ts'
import { checkedReader } from '../checked-reader.ts'
import { type Result, success } from '../result.ts'

/** What the chapters of the Harmonized System hold, in plain words, by their two digits. */
export type ChapterNames = ReadonlyMap<string, BilingualText>

interface ChaptersFile {
  readonly chapters: readonly { readonly code: string; readonly name: BilingualText }[]
}

const name = Type.Object({ en: Type.String(), zh: Type.String() })

const readFile = checkedReader<ChaptersFile>(
  Type.Object({
    chapters: Type.Array(Type.Object({ code: Type.String({ pattern: '^\\d{2}$' }), name }), {
      minItems: 1,
    }),
  }),
)

/** Reads the contents of `data/reference/chapters.json`. */
export function readChapterNames(json: unknown): Result<ChapterNames> {
  const file = readFile(json)
  if (!file.ok) return file
  return success(new Map(file.value.chapters.map(({ code, name: said }) => [code, said])))
}
