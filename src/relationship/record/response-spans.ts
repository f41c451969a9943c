import type { CaseEventType } from '../../clearance/events/case-event.ts'

/** What is measured, from one thing that happened to another. */
export interface ResponseSpan {
  readonly id: ResponseSpanId
  /** Whose time it is: the authority's, that of the business, or of both together. */
  readonly whose: 'authority' | 'business' | 'both'
  readonly from: readonly CaseEventType[]
  readonly until: readonly CaseEventType[]
  /** Which field of both events names the same control, question or request. */
  readonly same?: 'controlId' | 'questionId' | 'requestId'
}

/** The ids of what is measured between events of a case. */
export type ResponseSpanId =
  | 'acceptance'
  | 'release'
  | 'examination'
  | 'documents-decided'
  | 'request-decided'
  | 'question-closed'
  | 'documents-answered'
  | 'question-answered'

/**
 * What is measured between events of a case, each as it was recorded here. A declaration that was
 * lodged before its goods came is accepted when they have arrived, so its acceptance is measured from
 * the arrival that we told, not from the lodging.
 */
export const responseSpans: readonly ResponseSpan[] = [
  {
    ...{ id: 'acceptance', whose: 'authority' },
    from: ['declaration-sent', 'arrival-notified'],
    until: ['declaration-accepted'],
  },
  {
    ...{ id: 'release', whose: 'both' },
    from: ['declaration-accepted'],
    until: ['goods-released'],
  },
  {
    ...{ id: 'examination', whose: 'authority', same: 'controlId' },
    from: ['examination-ordered'],
    until: ['goods-examined', 'control-satisfied'],
  },
  {
    ...{ id: 'documents-decided', whose: 'authority', same: 'controlId' },
    from: ['documents-answered'],
    until: ['control-satisfied', 'control-not-satisfied'],
  },
  {
    ...{ id: 'request-decided', whose: 'authority', same: 'requestId' },
    from: ['request-made'],
    until: ['request-granted', 'request-denied'],
  },
  {
    ...{ id: 'question-closed', whose: 'authority', same: 'questionId' },
    from: ['question-answered'],
    until: ['question-closed'],
  },
  {
    ...{ id: 'documents-answered', whose: 'business', same: 'controlId' },
    from: ['documents-requested'],
    until: ['documents-answered'],
  },
  {
    ...{ id: 'question-answered', whose: 'business', same: 'questionId' },
    from: ['question-asked'],
    until: ['question-answered'],
  },
]
