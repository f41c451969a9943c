import { type DecimalText, decimal } from '../money/decimal.ts'
import { round } from '../money/rounding.ts'
import type { DutyExpression } from './duty-expression.ts'
import type { MeasurementUnits } from './measurement-units.ts'

/**
 * A duty as the authority's calculator shows it, with two decimals: half up, but cut where the whole
 * duty counts in a unit for which the authority does so (alcoholic strength). It is never reckoned on
 * with: totals add exact amounts.
 */
export function displayDuty(
  duty: DecimalText,
  expression: DutyExpression,
  units: MeasurementUnits,
): DecimalText {
  const [term, ...others] = expression
  const unit = term?.kind === 'specific' && others.length === 0 ? term.unit : undefined
  const rounding = unit === undefined ? undefined : units.get(unit)?.display
  return decimal(round(duty, 2, rounding ?? 'half-up'))
}
