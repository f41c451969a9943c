import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { type Result, success } from '../result.ts'

/** What a description of goods must not consist of, in lower case. */
export interface VagueDescriptions {
  /** Letters that a description needs at least to name anything. */
  readonly minimumLetters: number
  /** Words and phrases that say nothing when they stand alone. */
  readonly terms: ReadonlySet<string>
  /** Words for colours, sizes and wearers: they describe goods that are named beside them. */
  readonly attributes: ReadonlySet<string>
}

/** Descriptions are compared in lower case, so a capital letter in the list would never match. */
const lowerCase = Type.String({ pattern: '^[^A-Z]+$', description: 'text in lower case' })

/** The part of the file that is read; the sources of the terms stand beside them. */
const fileSchema = Type.Object({
  minimumLetters: Type.Integer({ minimum: 1 }),
  vagueTerms: Type.Array(Type.Object({ terms: Type.Array(lowerCase) }), { minItems: 1 }),
  attributes: Type.Array(Type.Object({ words: Type.Array(lowerCase) })),
})

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** Reads the contents of `data/reference/vague-descriptions.json`. */
export function readVagueDescriptions(json: unknown): Result<VagueDescriptions> {
  const file = readFile(json)
  if (!file.ok) return file
  const { minimumLetters, vagueTerms, attributes } = file.value
  return success({
    minimumLetters,
    terms: new Set(vagueTerms.flatMap(({ terms }) => terms)),
    attributes: new Set(attributes.flatMap(({ words }) => words)),
  })
}
