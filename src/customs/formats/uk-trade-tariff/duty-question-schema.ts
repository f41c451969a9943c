import { Type, type Static } from 'typebox'
import { currencyCode } from '../../order/schema.ts'
import { figureSchema } from './figure.ts'

const code = Type.String()

const component = Type.Object({
  duty_expression_id: Type.String({ pattern: '^\\d{2}$' }),
  duty_amount: Type.Optional(figureSchema),
  monetary_unit: Type.Optional(currencyCode),
  measurement_unit: Type.Optional(code),
  qualifier: Type.Optional(code),
})

const condition = Type.Object({
  condition_code: code,
  action_code: code,
  document_code: Type.Optional(code),
  certificate_description: Type.Optional(code),
  condition_duty_amount: Type.Optional(figureSchema),
  condition_monetary_unit_code: Type.Optional(code),
  condition_measurement_unit_code: Type.Optional(code),
  condition_measurement_unit_qualifier_code: Type.Optional(code),
  requirement_operator: Type.Optional(code),
  components: Type.Optional(Type.Array(component)),
})

/**
 * A duty to work out, in the field names of the UK Trade Tariff service: the components of a measure,
 * its conditions, and what is known of the goods.
 */
export const dutyQuestionSchema = Type.Object({
  components: Type.Optional(Type.Array(component)),
  /** The components after the additional code has resolved the agricultural ones. */
  resolved_components: Type.Optional(Type.Array(component)),
  /** The components of a condition that is known to hold. */
  condition_components: Type.Optional(Type.Array(component)),
  conditions: Type.Optional(Type.Array(condition)),
  /** Codes of the documents presented; an empty list says that none is. */
  documents: Type.Optional(Type.Array(code)),
  document_code: Type.Optional(code),
  customs_value: Type.Optional(
    Type.Object({
      currency: currencyCode,
      goods: figureSchema,
      shipping: Type.Optional(figureSchema),
      insurance: Type.Optional(figureSchema),
    }),
  ),
  /** Quantities by unit, such as `KGM`; `RET` is the retail price. */
  quantities: Type.Optional(Type.Record(Type.String(), figureSchema)),
  /** How quantities convert, such as `KGM->DTN`. */
  unit_multipliers: Type.Optional(Type.Record(Type.String(), figureSchema)),
  /** Rates by pair, such as `EUR/GBP`: pounds for one euro. */
  exchange_rates: Type.Optional(Type.Record(Type.String(), figureSchema)),
  /** The rates are given with the question, so the day of import changes nothing. */
  import_date: Type.Optional(Type.String()),
})

/** See {@link dutyQuestionSchema}. */
export type DutyQuestionFields = Static<typeof dutyQuestionSchema>

/** A component in the field names of the service. */
export type ComponentFields = Static<typeof component>

/** A condition in the field names of the service. */
export type ConditionFields = Static<typeof condition>

/** The names of all fields that a question may have. */
export const dutyQuestionFields: ReadonlySet<string> = new Set(
  Object.keys(dutyQuestionSchema.properties),
)
