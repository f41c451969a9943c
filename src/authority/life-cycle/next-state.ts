import { failure, success, type Result } from '../../customs/result.ts'
import { transitions, type LodgementEvent, type LodgementState } from './lodgement-state.ts'

/** The state after an event, or `illegal-transition` where the life cycle has no such edge. */
export function nextState(from: LodgementState, event: LodgementEvent): Result<LodgementState> {
  const transition = transitions.find((edge) => edge.from === from && edge.event === event)
  if (transition !== undefined) return success(transition.to)
  const possible = transitions.filter((edge) => edge.from === from).map((edge) => edge.event)
  return failure({
    code: 'illegal-transition',
    path: '',
    message: `A lodgement that is ${from} cannot be made to ${event}.`,
    mend:
      possible.length === 0
        ? 'the life cycle of this lodgement has ended'
        : `what can happen now: ${possible.join(', ')}`,
  })
}
