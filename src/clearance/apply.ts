import type { CaseState } from './case-state.ts'
import type { NewCaseEvent } from './events/case-event.ts'
import { evolve } from './evolve.ts'
import type { ChangeContext } from './store/record-events.ts'

/** The state that events would lead to, for a decision that needs to look one step ahead. */
export function apply(
  state: CaseState,
  changes: readonly NewCaseEvent[],
  { now, actor, cause }: ChangeContext,
): CaseState {
  return changes.reduce<CaseState>((before, change) => {
    const place = { caseId: state.caseId, sequence: before.version + 1, schemaVersion: 1 }
    return evolve(before, { ...change, ...place, at: now, actor, cause })
  }, state)
}
