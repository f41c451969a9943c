import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'

/**
 * One component of a duty expression in the terms of the UK and EU integrated tariff:
 * a percentage of the customs value, or an amount of money for each so many units of quantity.
 */
export type DutyComponent =
  | { readonly kind: 'ad-valorem'; readonly percent: DecimalText }
  | {
      readonly kind: 'specific'
      readonly amount: DecimalText
      readonly currency: CurrencyCode
      /** The amount is due for each so many units, `100` in `10 GBP/100 kg`. */
      readonly perUnits: DecimalText
      readonly unit: MeasurementUnit
    }

/** UN/ECE Recommendation 20: `KGM` kilogram of net weight, `NAR` number of pieces. */
export type MeasurementUnit = 'KGM' | 'NAR'

/** A rate of duty: its components are added up in order. An empty list means free of duty. */
export type DutyExpression = readonly DutyComponent[]

/** The expression as a tariff prints it. @example '8% + 21 GBP/100 kg' */
export function dutyText(expression: DutyExpression): string {
  if (expression.length === 0) return 'free'
  return expression.map(componentText).join(' + ')
}

/**
 * One component; `/100 kg` names the quantity that the amount is due for, `/item` stands for one
 * piece.
 */
function componentText(component: DutyComponent): string {
  switch (component.kind) {
    case 'ad-valorem':
      return `${component.percent}%`
    case 'specific': {
      const { amount, currency, perUnits, unit } = component
      const unitText = { KGM: 'kg', NAR: 'item' }[unit]
      return `${amount} ${currency}/${perUnits === '1' ? '' : `${perUnits} `}${unitText}`
    }
  }
}
