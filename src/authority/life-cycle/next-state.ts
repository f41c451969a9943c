import { failure, success, type Result } from '../../customs/result.ts'
import { eventsInChinese, statesInChinese } from './in-chinese.ts'
import { transitions, type LodgementEvent, type LodgementState } from './lodgement-state.ts'

/** The state after an event, or `illegal-transition` where the life cycle has no such edge. */
export function nextState(from: LodgementState, event: LodgementEvent): Result<LodgementState> {
  const transition = transitions.find((edge) => edge.from === from && edge.event === event)
  if (transition !== undefined) return success(transition.to)
  const possible = transitions.filter((edge) => edge.from === from).map((edge) => edge.event)
  const hasEnded = possible.length === 0
  return failure({
    code: 'illegal-transition',
    path: '',
    message: `A lodgement that is ${from} cannot be made to ${event}.`,
    mend: hasEnded
      ? 'The life cycle of this lodgement has ended.'
      : `What can happen now: ${possible.join(', ')}.`,
    zh: {
      message: `${statesInChinese[from]}的申报不能${eventsInChinese[event]}。`,
      mend: hasEnded
        ? '该申报的流程已经结束。'
        : `现在可以：${possible.map((next) => eventsInChinese[next]).join('、')}。`,
    },
  })
}
