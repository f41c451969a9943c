import type { CaseState } from './case-state.ts'
import type { AmendmentProposal, DecidedAnew } from './events/case-event.ts'

/** The case as it is decided on other goods data; what somebody has signed stays. */
export function withDecisions(state: CaseState, { documents, ...decided }: DecidedAnew): CaseState {
  const signed = state.documents.filter((document) => document.signed !== undefined)
  return { ...state, ...decided, documents: [...documents, ...signed] }
}

/** The declaration keeps its references; what it says, and follows from, is now what was asked for. */
export function withAmendment(
  state: CaseState,
  { fields: _, declaration, origins, ...decided }: AmendmentProposal,
  about?: 'supplementary',
): CaseState {
  const amended = withDecisions(about === undefined ? state : withInitial(state), decided)
  if (about === undefined) {
    const before = amended.declaration
    return { ...amended, ...(before && { declaration: { ...before, declaration, origins } }) }
  }
  const { supplementary } = amended
  if (supplementary?.attempt === undefined) return amended
  const attempt = { ...supplementary.attempt, declaration, origins }
  return { ...amended, supplementary: { ...supplementary, attempt } }
}

/** Remembers what the simplified declaration was lodged on, before that is changed for the first time. */
export function withInitial(state: CaseState): CaseState {
  const { supplementary, consignment, quote } = state
  if (supplementary === undefined || supplementary.initial !== undefined) return state
  if (quote === undefined) return state
  const initial = { consignment, quote: quote.quote }
  return { ...state, supplementary: { ...supplementary, initial } }
}
