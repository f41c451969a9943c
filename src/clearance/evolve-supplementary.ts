import type { CaseState, SupplementaryAttempt, SupplementaryStanding } from './case-state.ts'
import type { CaseEvent } from './events/case-event.ts'
import { withDecisions, withInitial } from './evolve-decisions.ts'
import { follow } from './life-cycle/life-cycle.ts'
import { supplementaryLifeCycle, type SupplementaryEvent } from './life-cycle/side-life-cycles.ts'

type OwnEvent = Extract<CaseEvent, { type: SupplementaryEvent }>

const ownEvents: ReadonlySet<string> = new Set(
  supplementaryLifeCycle.transitions.map(({ event }) => event),
)

/** Folds an event into the life of the supplementary declaration, where it concerns that. */
export function evolveSupplementary(state: CaseState, event: CaseEvent): CaseState {
  if (isOwn(event)) {
    const before = decidedOn(event, state)
    return ended({ ...before, supplementary: standingAfter(before.supplementary, event) }, event)
  }
  const { supplementary } = state
  if (supplementary?.attempt === undefined) return state
  const change = attemptChange(supplementary.attempt, event)
  if (change === undefined) return state
  const attempt = { ...supplementary.attempt, ...change }
  return { ...state, supplementary: { ...supplementary, attempt } }
}

/** What follows from the goods data follows from other ones now. */
function decidedOn(event: OwnEvent, state: CaseState): CaseState {
  if (event.type !== 'supplementary-goods-changed') return state
  const { what: _, ...decided } = event.data
  return withDecisions(withInitial(state), decided)
}

/** What was assessed on a declaration that is no more is not assessed. */
function ended(state: CaseState, { type }: OwnEvent): CaseState {
  if (type !== 'supplementary-cleared' && type !== 'supplementary-invalidated') return state
  const settled = { ...state, insufficientFunds: false }
  if (type === 'supplementary-cleared') return settled
  const { assessment: _, ...unassessed } = settled
  return unassessed
}

function isOwn(event: CaseEvent): event is OwnEvent & CaseEvent {
  return ownEvents.has(event.type)
}

function standingAfter(
  before: SupplementaryStanding | undefined,
  event: OwnEvent,
): SupplementaryStanding {
  const state = follow(supplementaryLifeCycle, before?.state ?? null, event.type)
  if (event.type === 'supplementary-owed') {
    const { dueOn } = event.data
    return { state, dueOn, reminded: false, earlierLrns: [], obstacles: [] }
  }
  if (before === undefined) throw new RangeError(`${event.type} without what is owed`)
  switch (event.type) {
    case 'supplementary-reminded':
    case 'supplementary-overdue':
      return { ...before, state, reminded: true }
    case 'supplementary-sent': {
      const { declaration, origins, lrn, messageId } = event.data
      const attempt = { declaration, origins, lrn, messageId, outcomeUnknown: false }
      return { ...withoutRejected(before), state, attempt, obstacles: [] }
    }
    case 'supplementary-goods-changed':
      return { ...withoutRejected(before), state, obstacles: [] }
    case 'supplementary-rejected': {
      const { attempt: rejected } = before
      const obstacles = event.data.errors
      return { ...withoutAttempt(before), state, obstacles, ...(rejected && { rejected }) }
    }
    case 'supplementary-invalidated':
      return { ...withoutAttempt(before), state }
    case 'supplementary-accepted': {
      const accepted = before.attempt && {
        attempt: { ...before.attempt, mrn: event.data.mrn, outcomeUnknown: false },
      }
      return { ...before, ...accepted, state }
    }
    case 'supplementary-cleared':
      return { ...before, state }
  }
}

/** An attempt that came to nothing leaves its reference behind. */
function withoutAttempt({ attempt, ...standing }: SupplementaryStanding): SupplementaryStanding {
  const earlier = attempt === undefined ? [] : [attempt.lrn]
  return { ...standing, earlierLrns: [...standing.earlierLrns, ...earlier] }
}

function withoutRejected({ rejected: _, ...standing }: SupplementaryStanding) {
  return standing
}

function attemptChange(
  { messageId }: SupplementaryAttempt,
  event: CaseEvent,
): Partial<SupplementaryAttempt> | undefined {
  switch (event.type) {
    case 'message-delivered': {
      if (event.data.messageId !== messageId) return undefined
      const { conversationId } = event.data
      return { outcomeUnknown: false, ...(conversationId !== undefined && { conversationId }) }
    }
    case 'message-outcome-unknown':
      return event.data.messageId === messageId ? { outcomeUnknown: true } : undefined
    default:
      return undefined
  }
}
