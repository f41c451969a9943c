import { Type, type Static } from 'typebox'
import { checkedReader } from '../../../checked-reader.ts'
import { localDate } from '../../../order/schema.ts'
import { type Result, success } from '../../../result.ts'

const listedEditionSchema = Type.Object({
  edition: Type.String({ pattern: '^hts-\\d{4}-(basic|rev-\\d{1,3})$' }),
  publishedOn: Type.Optional(localDate),
  effectiveFrom: localDate,
})

/** The part of the file that is read; sources and what is not held stand beside it for people. */
const fileSchema = Type.Object({ editions: Type.Array(listedEditionSchema, { minItems: 1 }) })

/** When an edition of the schedule was published, where that is known, and holds from. */
export type ListedHtsEdition = Static<typeof listedEditionSchema>

/** Editions whose days are known, by their name, such as `hts-2026-rev-4`. */
export type ListedHtsEditions = ReadonlyMap<string, ListedHtsEdition>

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** Reads the contents of `data/us/hts-editions.json`. */
export function readListedEditions(json: unknown): Result<ListedHtsEditions> {
  const file = readFile(json)
  if (!file.ok) return file
  return success(new Map(file.value.editions.map((listed) => [listed.edition, listed])))
}

const FILE_NAME = /(?:^|[^\d])(20\d{2})[^\d]*?(?:(basic)|rev(?:ision)?[ _-]*(\d{1,3})(?!\d))/i

/**
 * The edition that a file says it is by its name, where that follows a pattern of the USITC:
 * `hts_2026_rev_4.json.gz`, `2026HTSRev4.csv`, `hts_2026_revision_4_json.json`, `2026HTSBasic.csv`.
 */
export function editionOfFileName(fileName: string): string | undefined {
  if (!/hts/i.test(fileName)) return undefined
  const [, year, basic, revision] = FILE_NAME.exec(fileName) ?? []
  if (year === undefined) return undefined
  return `hts-${year}-${basic === undefined ? `rev-${revision?.replace(/^0+(?=\d)/, '')}` : 'basic'}`
}
