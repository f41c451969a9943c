import {
  compareDecimals,
  type DecimalText,
  isPositive,
  percentOf,
  subtractDecimals,
} from '../money/decimal.ts'

/** The duties of one goods item under both tariffs, in the same currency as its value. */
export interface DutiesOfItem {
  readonly customsValue: DecimalText
  readonly ukDuty: DecimalText
  readonly unionDuty: DecimalText
}

/**
 * Whether goods that a trusted trader brings to Northern Ireland from outside the United Kingdom and the
 * European Union are at risk all the same, because the duty of the Union is so much higher. Customs look
 * at the duties that are due; a difference of just the share is at risk.
 *
 * @param atRiskFromPercent share of the customs value, `3`
 * @law Joint Committee Decision No 1/2023, Article 7, as the guidance of HMRC states it (read 2026-11-24)
 */
export function isAtRisk(
  { customsValue, ukDuty, unionDuty }: DutiesOfItem,
  atRiskFromPercent: DecimalText,
): boolean {
  const difference = subtractDecimals(unionDuty, ukDuty)
  return (
    isPositive(difference) &&
    compareDecimals(difference, percentOf(customsValue, atRiskFromPercent)) >= 0
  )
}
