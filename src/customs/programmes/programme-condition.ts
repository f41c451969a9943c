import { Type, type Static } from 'typebox'
import type { Immutable } from '../immutable.ts'
import { countryCode, decimalText, oneOf } from '../order/schema.ts'
import { easternTime } from './eastern-time.ts'

/** A heading of Chapter 99, or two with a dash between them for both and all that lie between. */
export const headingRange = Type.String({
  pattern: '^9903\\.\\d{2}\\.\\d{2}(-9903\\.\\d{2}\\.\\d{2})?$',
  description: 'heading of Chapter 99, or first and last of a run of them',
})

/** The metals whose duties of section 232 are told apart. */
export const metal = oneOf(['steel', 'aluminum', 'copper'], 'metal')

/** One of `steel`, `aluminum` and `copper`. */
export type Metal = Static<typeof metal>

/** The importer claims a preference, such as `USMCA`. */
const preferenceCondition = Type.Object(
  { fact: Type.Literal('preference-claimed'), is: Type.String({ minLength: 2 }) },
  { additionalProperties: false },
)

/**
 * The importer declares the heading of the provision. It stands where the law frees goods for what
 * the importer asserts (a donation, parts for civil aircraft) or by a list that is not held here.
 */
const declaredCondition = Type.Object(
  { fact: Type.Literal('heading-declared') },
  { additionalProperties: false },
)

/** The goods were loaded on their last means of transport before a minute. */
const loadedCondition = Type.Object(
  { fact: Type.Literal('loaded'), before: easternTime },
  { additionalProperties: false },
)

/** The answer to one of the questions of the file, which the goods themselves decide. */
const answerCondition = Type.Object(
  { fact: Type.Literal('answer'), question: Type.String(), is: Type.Boolean() },
  { additionalProperties: false },
)

/** The listed metals' share of the weight of the article, in percent. */
const metalWeightCondition = Type.Object(
  {
    fact: Type.Literal('metal-weight'),
    atLeast: Type.Optional(decimalText),
    lessThan: Type.Optional(decimalText),
  },
  { additionalProperties: false },
)

/**
 * Where the metal was made: steel melted and poured, aluminium smelted or cast. `any` holds where one
 * of the countries is among them, `only` where there are no others.
 */
const metalOriginCondition = Type.Object(
  {
    fact: Type.Literal('metal-made-in'),
    metal,
    any: Type.Optional(countryCode),
    only: Type.Optional(countryCode),
  },
  { additionalProperties: false },
)

/** The share of United States content in the value, in percent; unstated it is not claimed. */
const usContentCondition = Type.Object(
  { fact: Type.Literal('us-content'), atLeast: decimalText },
  { additionalProperties: false },
)

/** Another provision stands in the stack already, be it with a duty or at nothing. */
const otherHeadingCondition = Type.Object(
  {
    fact: Type.Literal('under-heading'),
    anyOf: Type.Array(headingRange, { minItems: 1 }),
  },
  { additionalProperties: false },
)

/** One condition of a provision; a provision that has several applies where all of them hold. */
export const programmeConditionSchema = Type.Union([
  preferenceCondition,
  declaredCondition,
  loadedCondition,
  answerCondition,
  metalWeightCondition,
  metalOriginCondition,
  usContentCondition,
  otherHeadingCondition,
])

/** A condition of a provision of an additional duty, as data. */
export type ProgrammeCondition = Immutable<Static<typeof programmeConditionSchema>>
