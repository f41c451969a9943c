import { Type, type Static } from 'typebox'
import { currencyCode } from '../../order/schema.ts'
import { figureSchema } from './figure.ts'

const orNull = <Schema extends Parameters<typeof Type.Optional>[0]>(schema: Schema) =>
  Type.Optional(Type.Union([schema, Type.Null()]))

const code = Type.String()

const component = Type.Object({
  duty_expression_id: Type.String({ pattern: '^\\d{2}$' }),
  duty_amount: orNull(figureSchema),
  monetary_unit: orNull(currencyCode),
  measurement_unit: orNull(code),
  qualifier: orNull(code),
})

const condition = Type.Object({
  condition_code: code,
  action_code: code,
  document_code: orNull(code),
  condition_duty_amount: orNull(figureSchema),
  condition_monetary_unit_code: orNull(code),
  condition_measurement_unit_code: orNull(code),
  condition_measurement_unit_qualifier_code: orNull(code),
  requirement_operator: orNull(code),
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
  import_date: Type.Optional(Type.Union([Type.String(), Type.Null()])),
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
