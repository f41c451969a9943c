import { nextState } from '../life-cycle/next-state.ts'
import type { NotificationContent } from '../notification/content.ts'
import {
  answerCancellation,
  type Answered,
  type CancellationFacts,
  type ReceivedRequest,
  toRequest,
} from '../processing/answer-request.ts'
import { amend, note, unchanged } from '../processing/change.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import { pointer } from '../rules/declaration-error.ts'
import type { StubRules } from './stub-rules.ts'
import { stubErrorCode, transportSign } from './stub-sequence.ts'

const BECAUSE = 'The office answers by test rules.'

/**
 * Grants or denies a cancellation by the third character of its LRN. What is granted ends the
 * declaration where that is still possible, and is granted all the same where it is not.
 */
export function cancellationAsStub(
  request: ReceivedRequest,
  lodgement: Lodgement,
  { rules, ...facts }: CancellationFacts & { readonly now: Instant; readonly rules: StubRules },
): Answered {
  const answer = request.lrn?.charAt(2) === rules.cancellationGrantedBy ? '39' : '41'
  if (answer === '39' && nextState(lodgement.state, 'cancel').ok) {
    return answerCancellation(request, lodgement, facts)
  }
  const tell = (content: NotificationContent) => toRequest(request, lodgement.version, content)
  return {
    outcome: answer === '39' ? 'granted by the test rules' : 'denied by the test rules',
    notifications: [tell({ code: '02' }), tell({ code: '11', answer, reason: BECAUSE })],
  }
}

/**
 * Answers an amendment by the identity of the means of transport in it, or else in the declaration.
 * What is granted raises the version; the declaration stays as it was lodged, as the stub keeps none.
 */
export function amendmentAsStub(
  request: ReceivedRequest,
  lodgement: Lodgement,
  { rules, borderTransportId }: { readonly rules: StubRules; readonly borderTransportId?: string },
): Answered {
  const identity = borderTransportId ?? lodgement.declaration.borderTransportId
  switch (transportSign(identity, rules)) {
    case 'silent':
    case 'amendment-unanswered':
      return { outcome: 'left unanswered by the test rules', notifications: [] }
    case 'amendment-denied': {
      const denial = { code: '11', answer: '41', reason: BECAUSE } as const
      return {
        outcome: 'denied by the test rules',
        notifications: [toRequest(request, lodgement.version, denial)],
      }
    }
    case 'amendment-rejected': {
      const code = stubErrorCode({}, rules)
      const error = { code, pointer: pointer(rules.rejection.pointer), reason: BECAUSE }
      return {
        outcome: 'rejected by the test rules',
        notifications: [toRequest(request, lodgement.version, { code: '03', errors: [error] })],
      }
    }
    case 'amended-by-customs':
    case undefined:
      return granted(request, lodgement)
  }
}

function granted(request: ReceivedRequest, lodgement: Lodgement): Answered {
  const version = lodgement.version + 1
  const raised = amend(unchanged(lodgement), { version })
  return {
    outcome: 'granted by the test rules',
    notifications: [toRequest(request, version, { code: '11', answer: '39' })],
    change: note(raised, {
      actor: 'trader',
      what: 'amended by the test rules',
      detail: { version },
    }),
  }
}
