import { Type } from 'typebox'
import { currencyCode, decimalText, oneOf } from '../order/schema.ts'

/** Nothing but these forms: a component dropped in silence would make the duty come out too low. */
const dutyComponentSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('ad-valorem'), percent: decimalText },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('specific'),
      amount: decimalText,
      currency: currencyCode,
      perUnits: decimalText,
      unit: oneOf(['KGM', 'NAR'], 'unit of Recommendation 20'),
    },
    { additionalProperties: false },
  ),
])

/** A rate of duty as the data files write it; an empty list of components means free of duty. */
export const dutySchema = Type.Object({
  expression: Type.Object(
    { components: Type.Array(dutyComponentSchema) },
    { additionalProperties: false },
  ),
})
