import { Type, type Static } from 'typebox'
import type { DecimalText } from '../money/decimal.ts'
import { countryCode, decimalText, money, oneOf } from '../order/schema.ts'
import { ruleDates } from '../tariff/dated-rule.ts'
import { conditionSchema } from './condition.ts'

/** A text in both languages. */
export const bilingualText = Type.Object(
  { en: Type.String({ minLength: 1 }), zh: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
)

/**
 * To which step an amount is rounded and how: `to` is `0.01` for cents, `0.05` for the smallest Swiss
 * coin, `100` for whole hundreds.
 */
export const roundingSchema = Type.Object(
  {
    rule: oneOf(['truncate', 'half-up', 'half-even'], 'rule of rounding'),
    to: Type.Unsafe<DecimalText>(
      Type.String({ pattern: '^(0\\.0{0,5}[15]|10{0,5})$', description: 'step of rounding' }),
    ),
  },
  { additionalProperties: false },
)

/**
 * What a charge is worked out on: the sum of some parts of the value of the goods and of charges that
 * stand before it in the same regime (`charge:customs-duty`), times a factor where the law says so
 * (the Japanese 0.6 of the retail price).
 */
const baseSchema = Type.Object(
  {
    sum: Type.Array(
      Type.String({
        pattern:
          '^(price|freight|insurance|customs-value|onward-transport|charge:[a-z0-9-]+|charges-of-kind:[a-z-]+)$',
        description: 'part of a base',
      }),
      { minItems: 1 },
    ),
    times: Type.Optional(decimalText),
    /** Of each charge in it, where the law rounds what a line bears of it first (Japan: 100 yen). */
    chargeRounding: Type.Optional(roundingSchema),
    /** Of the base itself, where the law rounds it before the rate is applied (Japan: 1000 yen). */
    rounding: Type.Optional(roundingSchema),
  },
  { additionalProperties: false },
)

/** A step of a scale; the last one has no `upTo`. `less` is taken off what the percentage gives. */
const scaleStepSchema = Type.Object(
  {
    upTo: Type.Optional(money),
    percent: decimalText,
    less: Type.Optional(money),
  },
  { additionalProperties: false },
)

/**
 * How much a charge is:
 * - `tariff`: what the measures of the tariff say for the goods (one charge a measure), and never more
 *   than `atMostPercent` of the base where the law offers a flat rate instead (2.5 percent on private
 *   consignments to the European Union).
 * - `programmes`: the additional duties that stack on the tariff, such as the American sections.
 * - `vat`: the rate of the destination's VAT or GST for the goods.
 * - `percent` of the base, with a least and a greatest amount where the law has them.
 * - `fraction` of the base, where the law names no finite decimal (the Japanese local tax is 22/78 of
 *   the national one).
 * - `scale`: the percentage of the step that the base falls into, on the whole of the base.
 * - `byGoods`: the percentage of the first group that the goods belong to.
 * - `byOrigin`: the percentage of the first list that the country of origin stands in.
 * - `amount`: so much for each consignment, declaration line, piece or kilogram.
 */
const rateSchema = Type.Union([
  Type.Object(
    { from: Type.Literal('tariff'), atMostPercent: Type.Optional(decimalText) },
    { additionalProperties: false },
  ),
  Type.Object({ from: Type.Literal('programmes') }, { additionalProperties: false }),
  Type.Object({ from: Type.Literal('vat') }, { additionalProperties: false }),
  Type.Object(
    {
      from: Type.Literal('percent'),
      percent: decimalText,
      minimum: Type.Optional(money),
      maximum: Type.Optional(money),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { from: Type.Literal('fraction'), numerator: decimalText, denominator: decimalText },
    { additionalProperties: false },
  ),
  Type.Object(
    { from: Type.Literal('scale'), steps: Type.Array(scaleStepSchema, { minItems: 1 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      from: Type.Literal('byGoods'),
      groups: Type.Array(
        Type.Object(
          { group: Type.String(), percent: decimalText },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
      /** For goods of no group; where it is absent such goods are not covered. */
      otherwise: Type.Optional(decimalText),
      /** Goods that the tariff itself leaves free bear nothing here either. */
      unlessTariffFree: Type.Optional(Type.Literal(true)),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      from: Type.Literal('byOrigin'),
      groups: Type.Array(
        Type.Object(
          { origins: Type.Array(countryCode, { minItems: 1 }), percent: decimalText },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
      /** For goods of any other origin; where it is absent such goods are not covered. */
      otherwise: Type.Optional(decimalText),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      from: Type.Literal('amount'),
      amount: money,
      each: oneOf(
        ['consignment', 'declaration-line-hs6', 'declaration-line', 'piece', 'kg-gross'],
        'what the amount is due for',
      ),
    },
    { additionalProperties: false },
  ),
])

/** How well a rule is known: read at the source, in one or a secondary source, or not confirmed. */
export const confidenceSchema = oneOf(['verified', 'secondary', 'unverified'], 'how well known')

/**
 * One charge of a regime, in the order in which the charges are worked out.
 *
 * `share` multiplies the amount (the Chinese 70 percent of the statutory tax); in the base of a later
 * charge stands the amount before it; `inside` means that
 * the tax is part of its own base (the Brazilian ICMS); `waivedUpTo` is the amount up to which the
 * tax is not collected (five Swiss francs), and `waivedPer` of what.
 * A rule that is `enabled: false` is known but not in force or not confirmed: it is named, and charged
 * only where a tenant switches it on. One with `insteadOf` stands, where it is switched on and its
 * conditions hold, in the place of the charge that it names: the carriers of American mail chose
 * between a percentage and a flat sum.
 * Each amount is rounded by `rounding`, and the sum of a charge over all lines by `totalRounding`; in the
 * base of a later charge stands what was worked out for the line, before that sum was rounded.
 * `exempt` names goods of the destination that bear nothing of a charge on the consignment: their lines
 * are left out of its base, and where no line is left it comes to nothing.
 */
export const chargeRuleSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]+$' }),
    kind: oneOf(
      ['customs-duty', 'additional-duty', 'excise', 'import-tax', 'sale-tax', 'fee'],
      'kind of charge',
    ),
    name: bilingualText,
    per: oneOf(['line', 'consignment'], 'what the charge is worked out for'),
    when: Type.Optional(Type.Array(conditionSchema, { minItems: 1 })),
    base: Type.Optional(baseSchema),
    rate: rateSchema,
    share: Type.Optional(decimalText),
    inside: Type.Optional(Type.Boolean()),
    waivedUpTo: Type.Optional(money),
    waivedPer: Type.Optional(oneOf(['line', 'consignment'], 'of what the amount is waived')),
    exempt: Type.Optional(Type.String()),
    collector: oneOf(
      ['customs', 'seller', 'marketplace', 'carrier', 'postal-operator'],
      'who takes the money in',
    ),
    timing: oneOf(['at-sale', 'at-import', 'after-delivery'], 'when it falls due'),
    enabled: Type.Optional(Type.Boolean()),
    insteadOf: Type.Optional(Type.String()),
    /** Of the amount; absent where the destination's general rule holds. */
    rounding: Type.Optional(roundingSchema),
    /** Of the sum over the lines, where the law rounds that too (whole hundreds of yen in Japan). */
    totalRounding: Type.Optional(roundingSchema),
    validFrom: Type.Optional(ruleDates.validFrom),
    validUntil: ruleDates.validUntil,
    /** Absent only for a fee of a business's own table, which no law sets. */
    law: Type.Optional(Type.String()),
    confidence: confidenceSchema,
    note: Type.Optional(bilingualText),
  },
  { additionalProperties: false },
)

/** A charge as the law of a destination describes it, see {@link chargeRuleSchema}. */
export type ChargeRule = Static<typeof chargeRuleSchema>

/** How much a charge is, see {@link chargeRuleSchema}. */
export type ChargeRuleRate = Static<typeof rateSchema>
