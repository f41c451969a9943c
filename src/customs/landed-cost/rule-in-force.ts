import type { LocalDate } from '../calendar/local-date.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import type { Regime } from '../destination/destination.ts'
import { holdsOn } from '../tariff/dated-rule.ts'

/** The day, the regime, and the rules that a tenant has switched on besides. */
export interface RuleContext {
  readonly on: LocalDate
  readonly regime: Regime
  readonly switchedOn: ReadonlySet<string>
}

/** Whether a rule of a regime is in force on the day, and switched on. */
export function isRuleInForce(
  { id, enabled = true, validFrom, validUntil }: ChargeRule,
  { on, regime, switchedOn }: RuleContext,
): boolean {
  const window = { validFrom: validFrom ?? regime.validFrom, validUntil }
  return (enabled || switchedOn.has(id)) && holdsOn(window, on)
}
