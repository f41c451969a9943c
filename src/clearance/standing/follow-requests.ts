import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { AmendmentProposal, NewCaseEvent } from '../events/case-event.ts'
import type { CaseState } from '../case-state.ts'

/** The amendment that the authority's answers grant, which counts from this moment. */
export function grantedAmendment(
  state: CaseState,
  standing: Standing,
): AmendmentProposal | undefined {
  const granted = followRequests(state, standing).flatMap((event) =>
    event.type === 'request-granted' ? [event.data.requestId] : [],
  )
  return state.requests.find(({ requestId }) => granted.includes(requestId))?.proposal
}

/** What the authority has answered to requests that we made about the declaration. */
export function followRequests(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  return state.requests
    .filter((request) => request.state === 'requested')
    .flatMap(({ requestId, kind }): readonly NewCaseEvent[] => {
      const answer = standing.requests.find(({ lrn }) => lrn === requestId)
      const invalidated = kind === 'invalidation' && standing.state === 'invalidated'
      if (answer?.state === 'granted' || invalidated) {
        return [{ type: 'request-granted', data: { requestId } }]
      }
      if (answer?.state !== 'denied' && answer?.state !== 'rejected') return []
      const why = answer.errors.map(({ code }) => code).join(', ') || 'no reason was given'
      return [{ type: 'request-denied', data: { requestId, why } }]
    })
}
