import type { ChargeRule } from '../destination/charge-rule.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import { failure, type Failure, type Result, resultOf, success } from '../result.ts'
import { applyRule } from './apply-rule.ts'
import type { Charging, WorkedCharge } from './charging.ts'
import { eachFailureOnce } from './each-failure-once.ts'

/**
 * Works out the charges of a regime in their order, each on what the ones before it came to. Where a
 * charge fails the ones that do not build on it are still tried, so that everything that is missing
 * is named at once.
 */
export function chargeRegime(charging: Charging): Result<readonly WorkedCharge[]> {
  const { regime } = charging
  const replaced = replacedRules(regime.charges, charging)
  if (!replaced.ok) return replaced
  const charged: WorkedCharge[] = []
  // Every rule sees in it what the ones before have come to.
  const soFar: Charging = { ...charging, charged }
  const failures: Failure[] = []
  for (const rule of regime.charges) {
    if (replaced.value.has(rule.id)) continue
    const added = applyRule(rule, soFar)
    if (added.ok) charged.push(...added.value)
    else failures.push(...added.failures)
  }
  return resultOf(eachFailureOnce(failures), () => charged)
}

/** The rules in whose place another one stands that is switched on and whose conditions hold. */
function replacedRules(
  rules: readonly ChargeRule[],
  { facts, switchedOn }: Charging,
): Result<ReadonlySet<string>> {
  const replaced = new Set<string>()
  for (const { id, insteadOf, enabled = true, when = [] } of rules) {
    if (insteadOf === undefined || !(enabled || switchedOn.has(id))) continue
    const holds = conditionsHold(when, facts)
    if (holds.is === 'unknown') return failure(...holds.missing)
    if (holds.is === 'yes') replaced.add(insteadOf)
  }
  return success(replaced)
}
