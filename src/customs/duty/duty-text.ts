import type {
  DutyExpression,
  DutyRate,
  DutyTerm,
  TermOperator,
  UnitCode,
} from './duty-expression.ts'
import type { MeasurementUnits } from './measurement-units.ts'

const operatorText: Readonly<Record<TermOperator, string>> = {
  add: '+',
  subtract: '-',
  minimum: 'MIN',
  maximum: 'MAX',
}

/** The expression as a tariff prints it. @example '8% + 21 GBP/100 kg' */
export function dutyText(expression: DutyExpression, units: MeasurementUnits): string {
  if (expression.length === 0) return 'free'
  return expression
    .map((term, index) =>
      index === 0 ? leadingText(term, units) : `${operatorOf(term)} ${rateText(term, units)}`,
    )
    .join(' ')
}

/** Nothing stands before the first term, so only a deduction is marked. */
function leadingText(term: DutyTerm, units: MeasurementUnits): string {
  const sign = term.operator === 'subtract' ? '-' : ''
  return `${sign}${rateText(term, units)}`
}

function operatorOf({ operator = 'add' }: DutyTerm): string {
  return operatorText[operator]
}

/** One rate; `/100 kg` names the quantity that the amount is due for, `/item` stands for one piece. */
export function rateText(rate: DutyRate, units: MeasurementUnits): string {
  switch (rate.kind) {
    case 'ad-valorem':
      return `${rate.percent}%`
    case 'retail-price':
      return `${rate.percent}% of the retail price`
    case 'specific': {
      const { amount, currency, perUnits, unit } = rate
      return `${amount} ${currency}/${perUnits === '1' ? '' : `${perUnits} `}${symbolOf(unit, units)}`
    }
    case 'small-producers-relief':
      return `${rate.factor} × SPR discount/${symbolOf('LPA', units)}`
    case 'agricultural':
      return rate.component
    case 'supplementary-unit':
      return `supplementary unit ${symbolOf(rate.unit, units)}`
  }
}

/** A unit that is not known is printed by its code. */
function symbolOf(unit: UnitCode, units: MeasurementUnits): string {
  return units.get(unit)?.symbol ?? unit
}
