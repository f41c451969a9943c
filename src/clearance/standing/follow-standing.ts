import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { AssessedLine, NewCaseEvent, QuoteDifference } from '../events/case-event.ts'
import type { CaseState } from '../case-state.ts'
import { followAssessment } from './follow-assessment.ts'
import { followControls } from './follow-controls.ts'
import { followRequests } from './follow-requests.ts'
import { factsLearnedLate, followMainLine } from './follow-main-line.ts'

/** What following a standing needs to know beyond the case itself. */
export interface StandingContext {
  /** How the debts of this case are paid, such as `deferment:1234567`. */
  readonly paidBy: string
  /** Compares the authority's lines with the quote of the case. */
  readonly differences: (lines: readonly AssessedLine[]) => readonly QuoteDifference[]
}

/**
 * The events that bring a case to where the authority's notifications, taken as a set, say that it
 * stands. Nothing here looks at the order in which they arrived: following the standing of the same
 * set always ends in the same state, and following it twice adds nothing.
 */
export function followStanding(
  state: CaseState,
  standing: Standing,
  context: StandingContext,
): readonly NewCaseEvent[] {
  return [
    ...followControls(state, standing),
    ...followAssessment(state, standing, context),
    ...followRequests(state, standing),
    ...followMainLine(state, standing),
    ...factsLearnedLate(state, standing),
  ]
}
