import { Type } from 'typebox'
import type { DutyExpression } from '../../../duty/duty-expression.ts'
import type { MeasureCondition } from '../../../duty/measure-condition.ts'
import type { MeasurementUnits } from '../../../duty/measurement-units.ts'
import {
  combine,
  combineAll,
  failure,
  type Failure,
  type Result,
  success,
} from '../../../result.ts'
import type { ComponentFields } from '../duty-question-schema.ts'
import { figureSchema } from '../figure.ts'
import { readComponents } from '../read-components.ts'
import { readCondition } from '../read-condition.ts'
import type { IncludedResources } from './included-resources.ts'
import type { Resource, ResourceName } from './json-api-document.ts'
import { attributesReader, optionalText } from './read-attributes.ts'

const amount = Type.Optional(figureSchema)

const readComponent = attributesReader(
  Type.Object({
    duty_expression_id: Type.String({ pattern: '^\\d{2}$' }),
    duty_amount: amount,
    monetary_unit_code: optionalText,
    measurement_unit_code: optionalText,
    measurement_unit_qualifier_code: optionalText,
  }),
)

const conditionSchema = Type.Object({
  condition_code: Type.String(),
  action_code: Type.String(),
  document_code: optionalText,
  certificate_description: optionalText,
  condition_duty_amount: amount,
  condition_monetary_unit_code: optionalText,
  condition_measurement_unit_code: optionalText,
  condition_measurement_unit_qualifier_code: optionalText,
  requirement_operator: optionalText,
})

const readConditionAttributes = attributesReader(conditionSchema)

/** What a measure states: its own rate, where it has one, and its conditions. */
export interface StatedRates {
  readonly expression?: DutyExpression
  readonly conditions: readonly MeasureCondition[]
}

/** What reading rates needs beside the measure. */
export interface RateSources {
  readonly included: IncludedResources
  readonly units: MeasurementUnits
}

/** Reads the components and conditions of a measure; one that is not understood fails the whole. */
export function readMeasureRates(measure: Resource, sources: RateSources): Result<StatedRates> {
  const parts = combine({
    expression: componentsOf(measure.related('measure_components'), sources),
    conditions: combineAll(
      measure.related('measure_conditions').map((name) => conditionOf(name, sources)),
    ),
  })
  if (!parts.ok) return parts
  const { expression, conditions } = parts.value
  return success({ ...(expression && { expression }), conditions })
}

function componentsOf(
  names: readonly ResourceName[],
  { included, units }: RateSources,
): Result<DutyExpression | undefined> {
  const fields = combineAll(names.map((name) => componentFields(name, included)))
  return fields.ok ? readComponents(fields.value, units, '') : fields
}

function componentFields(name: ResourceName, included: IncludedResources): Result<ComponentFields> {
  const resource = included.find(name)
  if (resource === undefined) return failure(notIncluded(name))
  const read = readComponent(resource)
  if (!read.ok) return read
  const component = read.value
  return success({
    duty_expression_id: component.duty_expression_id,
    ...(component.duty_amount !== undefined && { duty_amount: component.duty_amount }),
    ...(component.monetary_unit_code && { monetary_unit: component.monetary_unit_code }),
    ...(component.measurement_unit_code && { measurement_unit: component.measurement_unit_code }),
    ...(component.measurement_unit_qualifier_code && {
      qualifier: component.measurement_unit_qualifier_code,
    }),
  })
}

function conditionOf(
  name: ResourceName,
  { included, units }: RateSources,
): Result<MeasureCondition> {
  const resource = included.find(name)
  if (resource === undefined) return failure(notIncluded(name))
  const parts = combine({
    attributes: readConditionAttributes(resource),
    components: combineAll(
      resource
        .related('measure_condition_components')
        .map((component) => componentFields(component, included)),
    ),
  })
  if (!parts.ok) return parts
  const { attributes, components } = parts.value
  return readCondition({ ...attributes, components: [...components] }, units, '')
}

/** An object that a measure refers to and the body does not bring along. */
export function notIncluded({ type, id }: ResourceName): Failure {
  return {
    code: 'message-unreadable',
    path: '',
    message: `The body refers to ${type} ${id} and does not contain it.`,
    mend: 'Fetch the body again and load it whole.',
    zh: {
      message: `内容引用了 ${type} ${id}，但其中并未包含。`,
      mend: '请重新获取并完整载入。',
    },
  }
}
