import { Type, type Static } from 'typebox'
import { countryCode, money, oneOf } from '../order/schema.ts'

/**
 * A limit of value. The limit itself is within `atMost` and `atLeast`, and not within `moreThan` and
 * `lessThan`. It stands in the currency in which the law names it and is converted at the official
 * rate of the day.
 *
 * `of` says whose value is meant: all goods of the consignment, one line, one piece, one gram (or one
 * millilitre, where the line states litres), or what the buyer has bought since the first of January,
 * this consignment within.
 * `measured` says how: `intrinsic` is the price of the goods alone; `price-and-freight` adds carriage
 * as far as it is stated; `customs-value` is the value for duty by the rule of the destination.
 */
const valueCondition = Type.Object(
  {
    fact: Type.Literal('value'),
    of: oneOf(
      ['consignment', 'line', 'piece', 'gram-or-millilitre', 'calendar-year'],
      'whose value',
    ),
    measured: oneOf(['intrinsic', 'price-and-freight', 'customs-value'], 'how it is measured'),
    moreThan: Type.Optional(money),
    atLeast: Type.Optional(money),
    atMost: Type.Optional(money),
    lessThan: Type.Optional(money),
  },
  { additionalProperties: false },
)

/** By what kind of carriage the goods come; post and courier have rules of their own in many places. */
const channelCondition = Type.Object(
  {
    fact: Type.Literal('channel'),
    oneOf: Type.Array(oneOf(['post', 'courier', 'freight'], 'channel'), { minItems: 1 }),
  },
  { additionalProperties: false },
)

/** How the goods cross the border. */
const transportModeCondition = Type.Object(
  {
    fact: Type.Literal('transport-mode'),
    oneOf: Type.Array(oneOf(['air', 'sea', 'road', 'rail'], 'mode of transport'), { minItems: 1 }),
  },
  { additionalProperties: false },
)

/** Who buys; most reliefs are for private persons. */
const buyerCondition = Type.Object(
  {
    fact: Type.Literal('buyer'),
    oneOf: Type.Array(
      oneOf(['private-person', 'business', 'vat-registered-business'], 'kind of buyer'),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
)

/** Why the goods travel. */
const purposeCondition = Type.Object(
  {
    fact: Type.Literal('purpose'),
    oneOf: Type.Array(
      oneOf(
        ['sale', 'gift', 'personal-effects', 'returned-goods', 'returned-goods-of-another'],
        'why the goods travel',
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
)

/**
 * Where the consignment is sent from, where the goods of a line were made, or to which country of a
 * union they are delivered.
 */
const placeCondition = Type.Object(
  {
    fact: oneOf(['shipped-from', 'origin', 'delivered-to'], 'which place'),
    oneOf: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
    noneOf: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
  },
  { additionalProperties: false },
)

/**
 * How many pieces the consignment has at most. Some limits of value do not count for a single thing
 * that cannot be divided (Chinese post and cross-border e-commerce).
 */
const piecesCondition = Type.Object(
  { fact: Type.Literal('pieces'), atMost: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)

/** Whether the seller or the marketplace is registered in a scheme, such as `IOSS` or `VOEC`. */
const registrationCondition = Type.Object(
  {
    fact: Type.Literal('registration'),
    has: Type.Optional(Type.String()),
    lacks: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)

/**
 * Whether goods belong to a group that the destination names. Of a consignment it asks `every` line
 * or `any` line; of one line both ask that line.
 */
const goodsCondition = Type.Object(
  {
    fact: Type.Literal('goods'),
    every: Type.Optional(Type.String()),
    any: Type.Optional(Type.String()),
    none: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)

/** A part of the destination with taxes of its own, such as a Canadian province. */
const regionCondition = Type.Object(
  { fact: Type.Literal('region'), oneOf: Type.Array(Type.String(), { minItems: 1 }) },
  { additionalProperties: false },
)

/** One condition of a rule; a rule that has several holds where all of them do. */
export const conditionSchema = Type.Union([
  valueCondition,
  channelCondition,
  transportModeCondition,
  buyerCondition,
  purposeCondition,
  placeCondition,
  piecesCondition,
  registrationCondition,
  goodsCondition,
  regionCondition,
])

/** A condition of a rule of law, as data. */
export type Condition = Static<typeof conditionSchema>

/** A condition on an amount, see {@link conditionSchema}. */
export type ValueCondition = Static<typeof valueCondition>
