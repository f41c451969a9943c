import { isInForce, type LocalDate, type Validity } from '../calendar/local-date.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import type { Destination, Regime } from '../destination/destination.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import { chargesOfKind, type CoverageKind, isRegimeOfKind } from './kinds-of-charge.ts'

/** A rule of the file that a kind of charge rests on. */
export interface RuleOfKind {
  readonly validity: Validity
  readonly confidence: Destination['regimes'][number]['confidence']
  /** The way of coming in that it belongs to. */
  readonly regime: string
  /** Absent where the rule is a whole way of coming in. */
  readonly charge?: ChargeRule
}

/** Every rule of a destination for a kind, of all days. */
export function rulesOfKind({ regimes }: Destination, kind: CoverageKind): readonly RuleOfKind[] {
  return regimes.flatMap((regime) => [
    ...(isRegimeOfKind(regime, kind) ? [wayIn(regime)] : []),
    ...regime.charges
      .filter((charge) => chargesOfKind[kind].includes(charge.kind))
      .map((charge) => ({
        ...{ validity: within(charge, regime), confidence: charge.confidence, charge },
        regime: regime.id,
      })),
  ])
}

/** The rules of a day; of the charges those that are charged, or those that are only known. */
export function rulesOn(
  rules: readonly RuleOfKind[],
  on: LocalDate,
  are: 'charged' | 'known only',
): readonly RuleOfKind[] {
  return rules.filter(
    ({ validity, charge }) =>
      isInForce(validity, on) && (charge?.enabled === false) === (are === 'known only'),
  )
}

function wayIn(regime: Regime): RuleOfKind {
  return { validity: validityOf(regime), confidence: regime.confidence, regime: regime.id }
}

/** A charge holds as long as its regime does, or for the part of it that it states. */
function within(charge: ChargeRule, regime: Regime): Validity {
  const whole = validityOf(regime)
  const from = charge.validFrom ?? whole.from
  const ends = [charge.validUntil, whole.until].filter((end) => end !== undefined).toSorted()
  return { from: from > whole.from ? from : whole.from, ...(ends[0] && { until: ends[0] }) }
}
