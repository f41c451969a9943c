import { subtract } from '../customs/money/money.ts'
import type { CaseState, PenaltyStanding } from './case-state.ts'
import type { CaseEvent } from './events/case-event.ts'
import { follow } from './life-cycle/life-cycle.ts'
import { type PenaltyEvent, penaltyLifeCycle } from './life-cycle/side-life-cycles.ts'

type PenaltyCaseEvent = Extract<CaseEvent, { type: PenaltyEvent }>

const types: ReadonlySet<string> = new Set(penaltyLifeCycle.transitions.map(({ event }) => event))

/** Whether an event is about a warning or a penalty. */
export function isAboutPenalty(event: CaseEvent): event is PenaltyCaseEvent {
  return types.has(event.type)
}

/** Folds an event about a warning or a penalty into the case. */
export function withPenalty(state: CaseState, event: PenaltyCaseEvent): CaseState {
  const { penalties = [] } = state
  const before = penalties.find(({ penaltyId }) => penaltyId === event.data.penaltyId)
  const next = follow(penaltyLifeCycle, before?.state ?? null, event.type)
  const after: PenaltyStanding = { ...factsAfter(event, before), state: next }
  return {
    ...state,
    penalties:
      before === undefined
        ? [...penalties, after]
        : penalties.map((penalty) => (penalty === before ? after : penalty)),
  }
}

function factsAfter(
  event: PenaltyCaseEvent,
  before: PenaltyStanding | undefined,
): Omit<PenaltyStanding, 'state'> {
  if (event.type === 'penalty-warned' || event.type === 'penalty-imposed') return event.data
  if (before === undefined) throw new RangeError(`no penalty ${event.data.penaltyId}`)
  switch (event.type) {
    case 'penalty-lowered':
      return before.amount === undefined
        ? before
        : { ...before, amount: subtract(before.amount, event.data.by) }
    case 'penalty-paid':
      return { ...before, how: event.data.how }
    case 'penalty-withdrawn':
      return before
  }
}
