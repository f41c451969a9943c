import { dutyText } from '../duty/duty-text.ts'
import {
  actionOf,
  type MeasureAction,
  type MeasureCondition,
  type Threshold,
} from '../duty/measure-condition.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'

/** A condition of a measure as it is read: what it asks for, and what follows where it holds. */
export interface ReadCondition {
  /** Such as `B`: conditions of one code are tried in their order. */
  readonly code: string
  /** Absent for an action code that is not known here. */
  readonly action?: MeasureAction
  readonly document?: string
  readonly threshold?: Threshold
  /** As a tariff prints it; absent where the condition leaves the rate of the measure. */
  readonly rate?: string
}

/** A condition with its rate as a tariff prints it. */
export function readCondition(condition: MeasureCondition, units: MeasurementUnits): ReadCondition {
  const { conditionCode: code, documentCode, threshold, expression } = condition
  const action = actionOf(condition)
  return {
    code,
    ...(action && { action }),
    ...(documentCode !== undefined && { document: documentCode }),
    ...(threshold && { threshold }),
    ...(expression.length > 0 && { rate: dutyText(expression, units) }),
  }
}
