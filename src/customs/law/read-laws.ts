import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { localDate } from '../order/schema.ts'
import { type Result, success } from '../result.ts'
import type { Laws } from './law.ts'

/**
 * The part of the file that is cited; what each law says stands beside it for readers of the data.
 */
const lawsSchema = Type.Object({
  laws: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      url: Type.String({ pattern: '^https://' }),
      inForceFrom: localDate,
    }),
    { minItems: 1 },
  ),
})

const readFile = checkedReader<Static<typeof lawsSchema>>(lawsSchema)

/** Reads the contents of `data/gb/laws.json`. */
export function readLaws(json: unknown): Result<Laws> {
  const file = readFile(json)
  if (!file.ok) return file
  return success(
    new Map(
      file.value.laws.map(({ id, title, url, inForceFrom }) => [
        id,
        { id, title, url, inForceFrom },
      ]),
    ),
  )
}
