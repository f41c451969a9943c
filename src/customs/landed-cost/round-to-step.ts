import {
  type DecimalText,
  fractionDigits,
  multiplyDecimals,
  padDecimals,
} from '../money/decimal.ts'
import { divideAndRound, round, type Rounding } from '../money/rounding.ts'

/** A rule of rounding: `to` is the smallest step, such as `0.01`, `0.05` or `100`. */
export interface StepRounding {
  readonly rule: Rounding
  readonly to: DecimalText
}

const POWER_OF_TEN_BELOW_ONE = /^(0\.0*)?1$/

/** @example roundToStep('1234.56', { rule: 'truncate', to: '100' }) // '1200' */
export function roundToStep(value: DecimalText, { rule, to }: StepRounding): DecimalText {
  const decimals = fractionDigits(to)
  if (POWER_OF_TEN_BELOW_ONE.test(to)) return round(value, decimals, rule)
  const steps = divideAndRound(value, to, { decimals: 0, rounding: rule })
  return padDecimals(multiplyDecimals(steps, to), decimals)
}
