import type { BilingualText } from '../bilingual-text.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import type { ConditionFacts } from '../destination/condition-facts.ts'
import type { Regime } from '../destination/destination.ts'
import { failure, type Result, success } from '../result.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import { noRulesForDay } from './no-rules-for-day.ts'

/** The way in which goods come in, and the ways that were tried before it. */
export interface ChosenRegime {
  readonly regime: Regime
  /** Regimes of the day that stand before it and do not take these goods in. */
  readonly notTaken: readonly { readonly id: string; readonly name: BilingualText }[]
}

/**
 * The first regime of the day whose conditions all hold. Where it cannot be said of one that stands
 * before it whether it holds, the facts that would say so are missing: taking the next would be a
 * guess.
 */
export function chooseRegime(facts: ConditionFacts): Result<ChosenRegime> {
  const { destination, on } = facts
  const notTaken: { readonly id: string; readonly name: BilingualText }[] = []
  for (const regime of destination.regimes) {
    if (!holdsOn(regime, on)) continue
    const holds = conditionsHold(regime.when, facts)
    if (holds.is === 'yes') return success({ regime, notTaken })
    if (holds.is === 'unknown') return failure(...holds.missing)
    notTaken.push({ id: regime.id, name: regime.name })
  }
  return failure(noRulesForDay(destination, on))
}
