import { Type, type Static } from 'typebox'
import { bilingualText, confidenceSchema } from '../destination/charge-rule.ts'
import type { Immutable } from '../immutable.ts'
import { sourcesSchema } from '../law/sources-schema.ts'
import { countryCode, decimalText, localDate, oneOf } from '../order/schema.ts'
import { ruleDates } from '../tariff/dated-rule.ts'
import { easternTime } from './eastern-time.ts'
import { headingRange, metal, programmeConditionSchema } from './programme-condition.ts'

const id = Type.String({ pattern: '^[a-z0-9-]+$' })

/** Beginnings of codes, 2 to 10 digits each, with spaces between them: `7601 7604 76169951`. */
export const listedCodes = Type.String({
  pattern: '^\\d{2,10}( \\d{2,10})*$',
  description: 'beginnings of codes',
})

/** A country, or the id of one of the groups of the file, such as `EU`. */
const origin = Type.String({ pattern: '^([A-Z]{2}|[a-z0-9-]+)$' })

/** The goods that a provision reaches: on one of the lists or under one of the codes. */
const productScope = Type.Object(
  {
    lists: Type.Optional(Type.Array(id, { minItems: 1 })),
    codes: Type.Optional(listedCodes),
    exceptCodes: Type.Optional(listedCodes),
    exceptLists: Type.Optional(Type.Array(id, { minItems: 1 })),
  },
  { additionalProperties: false },
)

/**
 * The part of the entered value that a provision is about. Without one it is about all that is left
 * of it.
 * - `content`: the declared value of a metal in the goods.
 * - `us-content`, `non-us-content`: what is of the United States, or the rest of it.
 * - `under-heading`: what other provisions were charged on already.
 */
const valuePart = Type.Union([
  Type.Object({ of: Type.Literal('content'), metal }, { additionalProperties: false }),
  Type.Object({ of: Type.Literal('us-content') }, { additionalProperties: false }),
  Type.Object({ of: Type.Literal('non-us-content') }, { additionalProperties: false }),
  Type.Object(
    { of: Type.Literal('under-heading'), anyOf: Type.Array(headingRange, { minItems: 1 }) },
    { additionalProperties: false },
  ),
])

/**
 * What a provision does with its part of the value:
 * - `adds`: a percentage of it, on top of the duty of the schedule.
 * - `replaces`: a percentage of it in the place of the duty of the schedule.
 * - `minimum-total`: what lacks, duty of the schedule included, to reach a percentage;
 *   `headingWhenReached` is declared where nothing lacks.
 * - `exempts`: nothing; without a heading nothing is declared either.
 * - `prohibits`: the goods may not come in.
 * - `unresolved`: the law is known to apply and its figures are not; there is no quote.
 */
const mode = oneOf(
  ['adds', 'replaces', 'minimum-total', 'exempts', 'prohibits', 'unresolved'],
  'what the provision does',
)

/** A row of a provision that differs by country: its own heading, its own rate. */
const countryRow = Type.Object(
  {
    origins: Type.Array(origin, { minItems: 1 }),
    heading: headingRange,
    percent: Type.Optional(decimalText),
    headingWhenReached: Type.Optional(headingRange),
    mode: Type.Optional(mode),
    from: Type.Optional(easternTime),
    until: Type.Optional(easternTime),
  },
  { additionalProperties: false },
)

/**
 * A provision of Chapter 99. Within a programme the first that reaches the goods applies, and the
 * next ones only to what is left of the value: exceptions stand before the rule.
 */
const provisionSchema = Type.Object(
  {
    heading: Type.Optional(headingRange),
    headingWhenReached: Type.Optional(headingRange),
    mode,
    percent: Type.Optional(decimalText),
    on: Type.Optional(valuePart),
    origins: Type.Optional(Type.Array(origin, { minItems: 1 })),
    exceptOrigins: Type.Optional(Type.Array(origin, { minItems: 1 })),
    /** Rows that each become a provision of their own, alike in all that a row does not state. */
    byCountry: Type.Optional(Type.Array(countryRow, { minItems: 1 })),
    products: Type.Optional(productScope),
    when: Type.Optional(Type.Array(programmeConditionSchema, { minItems: 1 })),
    from: easternTime,
    until: Type.Optional(easternTime),
    law: id,
    /** The law that ended the provision before its time. */
    endedBy: Type.Optional(id),
    /** What the provision is about, where the programme's name does not say it. */
    about: Type.Optional(bilingualText),
  },
  { additionalProperties: false },
)

const programmeSchema = Type.Object(
  {
    id,
    authority: oneOf(
      [
        'section-201',
        'section-232',
        'section-301',
        'ieepa',
        'section-122',
        'section-338',
        'column-2',
      ],
      'statute under which the duty is charged',
    ),
    name: bilingualText,
    /** Where its line stands on the entry summary, lowest first. */
    order: Type.Integer({ minimum: 1, maximum: 999 }),
    provisions: Type.Array(provisionSchema, { minItems: 1 }),
  },
  { additionalProperties: false },
)

/** Codes of a list from a day on. The longest beginning decides between `codes` and `except`. */
export const productListVersionSchema = Type.Object(
  {
    ...ruleDates,
    codes: Type.Union([listedCodes, Type.Literal('')]),
    except: Type.Optional(listedCodes),
    /** Codes of which it is known whether they are on the list; absent where it is whole. */
    decidedFor: Type.Optional(listedCodes),
    /** Beginnings outside of which the list has nothing, where it is not whole. */
    onlyIn: Type.Optional(listedCodes),
    /** Codes of which it is not known. */
    undecided: Type.Optional(listedCodes),
  },
  { additionalProperties: false },
)

/**
 * A list of goods that the law enumerates. Where the file holds no versions the list is imported,
 * because it is long; `heading` is the Chapter 99 heading that footnotes of the schedule and tables
 * know it by.
 */
const productListSchema = Type.Object(
  {
    id,
    title: bilingualText,
    law: id,
    heading: Type.Optional(headingRange),
    /** The footnotes of the schedule refer to the heading at every code of the list, and at no other. */
    isFootnoted: Type.Optional(Type.Literal(true)),
    versions: Type.Optional(Type.Array(productListVersionSchema, { minItems: 1 })),
  },
  { additionalProperties: false },
)

/** The contents of `data/us/programmes.json`. */
export const programmesFileSchema = Type.Object(
  {
    description: Type.String(),
    sources: sourcesSchema,
    laws: Type.Array(
      Type.Object(
        {
          id,
          title: Type.String(),
          url: Type.String({ pattern: '^https://' }),
          inForceFrom: localDate,
          /** The rule in one sentence of ours. */
          says: bilingualText,
          confidence: confidenceSchema,
          sources: Type.Array(id, { minItems: 1 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
    countryGroups: Type.Array(
      Type.Object(
        { id, name: bilingualText, members: Type.Array(countryCode, { minItems: 1 }) },
        { additionalProperties: false },
      ),
    ),
    questions: Type.Array(
      Type.Object({ id, asks: bilingualText, law: id }, { additionalProperties: false }),
    ),
    productLists: Type.Array(productListSchema),
    programmes: Type.Array(programmeSchema, { minItems: 1 }),
  },
  { additionalProperties: false },
)

/** The file as it stands, see {@link programmesFileSchema}. */
export type ProgrammesFile = Immutable<Static<typeof programmesFileSchema>>

/** A programme as it stands in the file: duties under one statute, provision by provision. */
export type ProgrammeEntry = ProgrammesFile['programmes'][number]

/** A provision as it stands in the file. */
export type ProvisionEntry = ProgrammeEntry['provisions'][number]

/** What a provision does, see the schema. */
export type ProvisionMode = Static<typeof mode>

/** The part of the value that a provision is about, see the schema. */
export type ValuePart = Immutable<Static<typeof valuePart>>

/** Codes of a list from a day on, see {@link productListVersionSchema}. */
export type ProductListVersion = Immutable<Static<typeof productListVersionSchema>>
