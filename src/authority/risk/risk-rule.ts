import { Type, type Static } from 'typebox'

/** Facts of a consignment that a condition can look at. */
export const consignmentFields = {
  texts: [
    'exporterName',
    'exporterCountry',
    'importerId',
    'importerName',
    'declarantId',
    'exportCountry',
  ],
  amounts: [
    'customsValueGbp',
    'exporterEntries',
    'exporterFindings',
    'importerEntries',
    'importerFindings',
    'declarantEntries',
    'declarantFindings',
  ],
} as const

/** Facts of one goods item that a condition can look at. */
export const itemFields = {
  texts: ['commodityCode', 'originCountry', 'description', 'marks'],
  amounts: [
    'customsValueGbp',
    'valuePerKgGbp',
    'valuePerUnitGbp',
    'percentOfReferencePrice',
    'tellingWords',
  ],
} as const

const text = Type.String({ minLength: 1, maxLength: 200 })
const texts = Type.Array(text, { minItems: 1, maxItems: 500 })
const amount = Type.String({
  pattern: '^\\d{1,12}(\\.\\d{1,6})?$',
  description: 'pounds, a percentage or a count, as the fact has it',
})

/** Tests of a text, compared without regard to case. A fact that is not stated passes none. */
const textTests = {
  is: Type.Optional(text),
  isOneOf: Type.Optional(texts),
  startsWithOneOf: Type.Optional(texts),
  containsOneOf: Type.Optional(texts),
}

/** Tests of an amount. */
const amountTests = { isBelow: Type.Optional(amount), isAtLeast: Type.Optional(amount) }

/** A word among texts, or a limit to an amount: an amount is not asked for its letters. */
function testOf<Texts extends string, Amounts extends string>(
  fields: { readonly texts: readonly Texts[]; readonly amounts: readonly Amounts[] },
  description: string,
) {
  return Type.Union(
    [
      Type.Object(
        { field: Type.Enum([...fields.texts]), ...textTests },
        { additionalProperties: false, minProperties: 2 },
      ),
      Type.Object(
        { field: Type.Enum([...fields.amounts]), ...amountTests },
        { additionalProperties: false, minProperties: 2 },
      ),
    ],
    { description },
  )
}

/** The form of a test of the consignment; all parts that stand must hold. */
export const fieldTestSchema = testOf(consignmentFields, 'a test of a fact of the consignment')

/** The form of a test of a goods item, with the same parts but the facts of an item. */
export const itemTestSchema = testOf(itemFields, 'a test of a fact of a goods item')

/** When a rule hits. It needs one part at least, so that none holds for everything by oversight. */
export const conditionSchema = Type.Object(
  {
    /** Every one of these must hold for the consignment. */
    consignment: Type.Optional(Type.Array(fieldTestSchema, { minItems: 1, maxItems: 20 })),
    /** One goods item must pass every one of these. */
    anyItem: Type.Optional(Type.Array(itemTestSchema, { minItems: 1, maxItems: 20 })),
    /** The part of all consignments that is drawn at random, `0.02` for one in fifty. */
    randomShare: Type.Optional(Type.String({ pattern: '^(0(\\.\\d{1,6})?|1)$' })),
  },
  { additionalProperties: false, minProperties: 1, description: 'all parts that stand must hold' },
)

/**
 * What a hit leads to: examination of the goods (05), a request for papers (06), or a look at the
 * entry by an officer, of which the trader is not told. Each holds the goods.
 */
export const riskActions = ['inspect', 'request-documents', 'review'] as const

/**
 * A rule as officers write it at their interface and as it lies in the file that fills an empty
 * database; both are checked by this schema.
 */
export const riskRuleSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{3,60}$' }),
    name: text,
    /** What the rule looks for and why, for the people who read and change it. */
    words: Type.String({ minLength: 10, maxLength: 1000 }),
    /** The same for officers who read Chinese; without it they read the words above. */
    inChinese: Type.Optional(
      Type.Object(
        { name: text, words: Type.String({ minLength: 4, maxLength: 1000 }) },
        { additionalProperties: false },
      ),
    ),
    condition: conditionSchema,
    action: Type.Enum([...riskActions]),
    /** What a hit adds to the risk score of an entry, by which the officers' queue is sorted. */
    weight: Type.Integer({ minimum: 1, maximum: 100 }),
    /** Names of the papers that `request-documents` asks for. */
    documentsWanted: Type.Optional(Type.Array(text, { minItems: 1, maxItems: 10 })),
    enabled: Type.Boolean(),
    position: Type.Integer({ minimum: 0, maximum: 9999 }),
  },
  { additionalProperties: false },
)

/**
 * A checked rule. Rules are asked in the order of `position`, and every one is asked: a hit does
 * not end the asking.
 */
export type RiskRule = Readonly<Static<typeof riskRuleSchema>>

/** Three ways to select that narrow each other: by the consignment, by an item, by lot. */
export type RiskCondition = Readonly<Static<typeof conditionSchema>>

/** A test that the evaluation asks once for a consignment. */
export type FieldTest = Readonly<Static<typeof fieldTestSchema>>

/** A test that the evaluation asks of every goods item; one item must pass all tests of a rule. */
export type ItemTest = Readonly<Static<typeof itemTestSchema>>

/** One of {@link riskActions}. Several rules that want the same open one control together. */
export type RiskAction = (typeof riskActions)[number]
