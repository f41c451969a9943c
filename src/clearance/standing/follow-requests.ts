import type { AmendmentProposal, NewCaseEvent } from '../events/case-event.ts'
import type { CaseState } from '../case-state.ts'
import type { StandingsOfCase } from './standings-of-case.ts'

/** The amendment that the authority's answers grant, which counts from this moment. */
export function grantedAmendment(
  state: CaseState,
  standings: StandingsOfCase,
): AmendmentProposal | undefined {
  const granted = followRequests(state, standings).flatMap((event) =>
    event.type === 'request-granted' ? [event.data.requestId] : [],
  )
  return state.requests.find(({ requestId }) => granted.includes(requestId))?.proposal
}

/** What the authority has answered to requests that we made about either declaration. */
export function followRequests(
  { requests }: CaseState,
  { main, supplementary }: StandingsOfCase,
): readonly NewCaseEvent[] {
  return requests
    .filter((request) => request.state === 'requested')
    .flatMap(({ requestId, kind, about }): readonly NewCaseEvent[] => {
      const standing = about === undefined ? main : supplementary
      if (standing === undefined) return []
      const answer = standing.requests.find(({ lrn }) => lrn === requestId)
      const invalidated = kind === 'invalidation' && standing.state === 'invalidated'
      if (answer?.state === 'granted' || invalidated) {
        return [{ type: 'request-granted', data: { requestId } }]
      }
      if (about !== undefined && standing.state === 'invalidated') {
        return [{ type: 'request-denied', data: { requestId, why: NO_MORE } }]
      }
      if (answer?.state !== 'denied' && answer?.state !== 'rejected') return []
      const why = answer.errors.map(({ code }) => code).join(', ') || 'no reason was given'
      return [{ type: 'request-denied', data: { requestId, why } }]
    })
}

/** Another one is handed in after it, to which an answer that comes late must not be taken to speak. */
const NO_MORE = 'the declaration that it was about is no more'
