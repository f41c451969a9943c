import { Type, type Static } from 'typebox'

/** Facts of a consignment that a condition can look at. */
export const consignmentFields = [
  'exporterName',
  'exporterCountry',
  'importerId',
  'importerName',
  'declarantId',
  'exportCountry',
  'customsValueGbp',
] as const

/** Facts of one goods item that a condition can look at. */
export const itemFields = [
  'commodityCode',
  'originCountry',
  'description',
  'marks',
  'customsValueGbp',
  'valuePerKgGbp',
  'valuePerUnitGbp',
] as const

const text = Type.String({ minLength: 1, maxLength: 200 })
const texts = Type.Array(text, { minItems: 1, maxItems: 500 })
const amount = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$', description: 'pounds' })

/** One test of one fact. A fact that the declaration does not state passes no test. */
const tests = {
  is: Type.Optional(text),
  isOneOf: Type.Optional(texts),
  startsWithOneOf: Type.Optional(texts),
  containsOneOf: Type.Optional(texts),
  isBelow: Type.Optional(amount),
  isAtLeast: Type.Optional(amount),
}

export const fieldTestSchema = Type.Object(
  { field: Type.Enum([...consignmentFields]), ...tests },
  { additionalProperties: false, description: 'a test of a fact of the consignment' },
)
export const itemTestSchema = Type.Object(
  { field: Type.Enum([...itemFields]), ...tests },
  { additionalProperties: false, description: 'a test of a fact of a goods item' },
)

export const conditionSchema = Type.Object(
  {
    /** Every one of these must hold for the consignment. */
    consignment: Type.Optional(Type.Array(fieldTestSchema, { maxItems: 20 })),
    /** One goods item must pass every one of these. */
    anyItem: Type.Optional(Type.Array(itemTestSchema, { maxItems: 20 })),
    /** The part of all consignments that is drawn at random, `0.02` for one in fifty. */
    randomShare: Type.Optional(Type.String({ pattern: '^(0(\\.\\d{1,6})?|1)$' })),
  },
  { additionalProperties: false, minProperties: 1, description: 'all parts that stand must hold' },
)

export const riskActions = ['inspect', 'request-documents', 'review'] as const

export const riskRuleSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{3,60}$' }),
    name: text,
    /** What the rule looks for and why, for the people who read and change it. */
    words: Type.String({ minLength: 10, maxLength: 1000 }),
    condition: conditionSchema,
    action: Type.Enum([...riskActions]),
    /** Names of the papers that `request-documents` asks for. */
    documentsWanted: Type.Optional(Type.Array(text, { minItems: 1, maxItems: 10 })),
    enabled: Type.Boolean(),
    position: Type.Integer({ minimum: 0, maximum: 9999 }),
  },
  { additionalProperties: false },
)

export type RiskRule = Readonly<Static<typeof riskRuleSchema>>
export type RiskCondition = Readonly<Static<typeof conditionSchema>>
export type FieldTest = Readonly<Static<typeof fieldTestSchema>>
export type ItemTest = Readonly<Static<typeof itemTestSchema>>
export type RiskAction = (typeof riskActions)[number]
