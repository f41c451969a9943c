import type { DutyExpression } from '../../duty/duty-expression.ts'
import {
  expressionFromComponents,
  type IntegratedTariffComponent,
} from '../../duty/integrated-tariff-component.ts'
import type { MeasurementUnits } from '../../duty/measurement-units.ts'
import { jsonPointer } from '../../json-pointer.ts'
import { combineAll, type Result, success } from '../../result.ts'
import type { ComponentFields } from './duty-question-schema.ts'
import { decimalIfStated } from './figure.ts'

/**
 * The expression of a list of components; none of an empty list, which states no rate: free of duty
 * is stated as 0%.
 */
export function readComponents(
  components: readonly ComponentFields[] | undefined,
  units: MeasurementUnits,
  path: string,
): Result<DutyExpression | undefined> {
  if (components === undefined || components.length === 0) return success(undefined)
  const read = combineAll(
    components.map((fields, index) => readComponent(fields, path + jsonPointer(index))),
  )
  return read.ok ? expressionFromComponents(read.value, units, path) : read
}

/** One component in our terms; an empty code says that there is none. */
function readComponent(fields: ComponentFields, path: string): Result<IntegratedTariffComponent> {
  const amount = decimalIfStated(fields.duty_amount, `${path}/duty_amount`)
  if (!amount.ok) return amount
  const { duty_expression_id, monetary_unit, measurement_unit, qualifier } = fields
  return success({
    dutyExpressionId: duty_expression_id,
    ...(amount.value && { dutyAmount: amount.value }),
    ...(monetary_unit && { monetaryUnit: monetary_unit }),
    ...(measurement_unit && { measurementUnit: measurement_unit }),
    ...(qualifier && { qualifier }),
  })
}
