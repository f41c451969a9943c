import { Type } from 'typebox'
import { currencyCode, decimalText, oneOf } from '../order/schema.ts'

const operator = Type.Optional(
  oneOf(['add', 'subtract', 'minimum', 'maximum'], 'how the term joins those before it'),
)

const unit = Type.String({
  pattern: '^[A-Z]{3}[A-Z]?$',
  description: 'measurement unit of the integrated tariff with its qualifier',
})

const strict = { additionalProperties: false } as const

/** Nothing but these forms: a term dropped in silence would make the duty come out too low. */
const dutyTermSchema = Type.Union([
  Type.Object({ kind: Type.Literal('ad-valorem'), percent: decimalText, operator }, strict),
  Type.Object({ kind: Type.Literal('retail-price'), percent: decimalText, operator }, strict),
  Type.Object(
    {
      kind: Type.Literal('specific'),
      amount: decimalText,
      currency: currencyCode,
      perUnits: decimalText,
      unit,
      operator,
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('small-producers-relief'), factor: decimalText, operator },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('agricultural'),
      component: oneOf(
        ['EA', 'EAR', 'ADSZ', 'ADSZR', 'ADFM', 'ADFMR'],
        'part of the duty that an additional code resolves',
      ),
      operator,
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('supplementary-unit'), unit, operator }, strict),
])

/** A rate of duty as the data files write it; an empty list of components means free of duty. */
export const dutySchema = Type.Object({
  expression: Type.Object(
    { components: Type.Array(dutyTermSchema) },
    { additionalProperties: false },
  ),
})
