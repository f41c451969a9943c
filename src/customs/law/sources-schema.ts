import { Type } from 'typebox'
import { localDate } from '../order/schema.ts'

/** What the facts of a data file rest on; every fact names some of these by their id. */
export const sourcesSchema = Type.Array(
  Type.Object(
    {
      id: Type.String({ pattern: '^[a-z0-9-]+$' }),
      title: Type.String(),
      publisher: Type.String(),
      url: Type.String({ pattern: '^https://' }),
      readOn: localDate,
      /** Such as `stored copy of the official page`, `secondary page`. */
      readAs: Type.String(),
    },
    { additionalProperties: false },
  ),
  { minItems: 1 },
)
