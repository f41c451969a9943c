import { decimal, multiplyDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import { round } from '../../customs/money/rounding.ts'

/** A fraction as CDS states a rate: `0.12` is `12.00`. */
export function percent(fraction: DecimalText): DecimalText {
  return round(multiplyDecimals(fraction, decimal('100')), 2, 'half-up')
}
