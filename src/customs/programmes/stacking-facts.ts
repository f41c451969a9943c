import { Type } from 'typebox'
import { countryCode, decimalText, localDate, text } from '../order/schema.ts'

const byMetal = <Value extends ReturnType<typeof Type.Unsafe>>(value: Value) =>
  Type.Optional(
    Type.Object(
      {
        steel: Type.Optional(value),
        aluminum: Type.Optional(value),
        copper: Type.Optional(value),
      },
      { additionalProperties: false },
    ),
  )

/**
 * What additional duties of the United States ask of goods, as a request states it; see
 * `StackingFacts`. What is not stated is asked for where it would change the duty.
 */
export const stackingFactsSchema = Type.Object(
  {
    /** Chapter 99 headings that the importer declares of itself. */
    declaredHeadings: Type.Optional(
      Type.Array(Type.String({ pattern: '^99\\d{2}\\.\\d{2}\\.\\d{2}$' }), { maxItems: 20 }),
    ),
    /** The day on which the goods were loaded on their last means of transport. */
    loaded: Type.Optional(localDate),
    metalValueUsd: byMetal(decimalText),
    metalWeightPercent: Type.Optional(decimalText),
    metalMadeIn: byMetal(Type.Unsafe<readonly string[]>(Type.Array(countryCode, { maxItems: 9 }))),
    usContentValueUsd: Type.Optional(decimalText),
    answers: Type.Optional(
      Type.Record(Type.String({ pattern: '^[a-z0-9-]{1,60}$' }), Type.Boolean(), {
        maxProperties: 40,
        description: 'answers to the questions of the programmes, by their id',
      }),
    ),
    note: Type.Optional(text(512, 'where these facts come from')),
  },
  { additionalProperties: false, description: 'facts that American additional duties depend on' },
)
