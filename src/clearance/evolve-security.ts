import { sum, zero } from '../customs/money/money.ts'
import type { CaseState, SecurityStanding } from './case-state.ts'
import type { CaseEvent } from './events/case-event.ts'
import { follow } from './life-cycle/life-cycle.ts'
import { type SecurityEvent, securityLifeCycle } from './life-cycle/side-life-cycles.ts'

type SecurityCaseEvent = Extract<CaseEvent, { type: SecurityEvent }>

const types: ReadonlySet<string> = new Set(securityLifeCycle.transitions.map(({ event }) => event))

/** Whether an event is about security. */
export function isAboutSecurity(event: CaseEvent): event is SecurityCaseEvent {
  return types.has(event.type)
}

/** Folds an event about security into the case. */
export function withSecurity(state: CaseState, event: SecurityCaseEvent): CaseState {
  const { securities = [] } = state
  const before = securities.find(({ securityId }) => securityId === event.data.securityId)
  const next = follow(securityLifeCycle, before?.state ?? null, event.type)
  const after = { ...factsAfter(event, before), state: next }
  return {
    ...state,
    securities:
      before === undefined
        ? [...securities, after]
        : securities.map((security) => (security === before ? after : security)),
  }
}

function factsAfter(
  event: SecurityCaseEvent,
  before: SecurityStanding | undefined,
): Omit<SecurityStanding, 'state'> {
  if (event.type === 'security-required') {
    const nothing = zero(event.data.amount.currency)
    return { ...event.data, lowered: nothing, returned: nothing, taken: nothing }
  }
  if (before === undefined) throw new RangeError(`no security ${event.data.securityId}`)
  const { currency } = before.amount
  switch (event.type) {
    case 'security-lowered':
      return { ...before, lowered: sum([before.lowered, event.data.by], currency) }
    case 'security-given':
      return { ...before, how: event.data.how }
    case 'security-returned':
      return { ...before, returned: sum([before.returned, event.data.by], currency) }
    case 'security-taken':
      return { ...before, taken: sum([before.taken, event.data.by], currency) }
  }
}
