import { type DecimalText, fromBig, toBig } from '../money/decimal.ts'
import { round } from '../money/rounding.ts'

/** Whose tariff a duty is worked out under: the United Kingdom's, or the European Union's (XI). */
export type TariffSource = 'uk' | 'xi'

/** The customs value of goods to Northern Ireland and the duty on them under both tariffs. */
export interface DutiesCompared {
  readonly customsValue: DecimalText
  readonly ukDuty: DecimalText
  readonly xiDuty: DecimalText
}

/** The difference that is allowed, as a share of the customs value: 3 percent. */
const ALLOWED_SHARE = '0.03'

/**
 * Whose duty is due on goods that are brought to Northern Ireland from outside the European Union by
 * a trader whom customs trust, for use or sale there: the United Kingdom's where the two differ by no
 * more than 3 percent of the customs value, rounded to whole pence.
 *
 * Source: UK Trade Tariff duty calculator (read 2026-11-23).
 */
export function applicableTariff({ customsValue, ukDuty, xiDuty }: DutiesCompared): TariffSource {
  const allowed = round(fromBig(toBig(customsValue).times(ALLOWED_SHARE)), 2, 'half-up')
  return toBig(xiDuty).minus(ukDuty).abs().lte(allowed) ? 'uk' : 'xi'
}
