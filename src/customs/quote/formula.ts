import type { BilingualText } from '../bilingual-text.ts'
import { dutyFormula } from '../duty/duty-formula.ts'
import type { MeasurementUnits } from '../duty/measurement-units.ts'
import { fractionDigits } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import type { Rounding } from '../money/rounding.ts'
import type { TaxLineRounding } from '../tariff/thresholds.ts'
import type { ExactDuty } from './item-duty.ts'

/**
 * The numbers of one tax: what it is charged on, at which rate, and what came out before and after
 * rounding.
 */
interface Arithmetic {
  readonly exact: ExactDuty
  readonly base: Money
  readonly baseName: BilingualText
  readonly measurementUnits: MeasurementUnits
  readonly amount: Money
  readonly rounding: TaxLineRounding
}

/** What was done to the exact amount, in words. */
const roundingWords: Readonly<Record<Rounding, BilingualText>> = {
  truncate: { en: 'cut to', zh: '截断为' },
  'half-up': { en: 'rounded to', zh: '四舍五入为' },
  'half-even': { en: 'rounded to', zh: '按银行家舍入为' },
}

/**
 * The arithmetic of a tax in words with the numbers in it, so that a reader can do it again.
 * @example 'customs value GBP 104.30 × 12% = GBP 12.516, cut to GBP 12.51'
 */
export function formulaOf(arithmetic: Arithmetic): BilingualText {
  const { exact, base, baseName, measurementUnits: units, amount, rounding } = arithmetic
  const formula = dutyFormula({ ...exact, base, baseName, units })
  if (fractionDigits(exact.duty.amount) <= rounding.decimals) return formula
  const words = roundingWords[rounding.rule]
  return {
    en: `${formula.en}, ${words.en} ${moneyText(amount)}`,
    zh: `${formula.zh}，${words.zh} ${moneyText(amount)}`,
  }
}
