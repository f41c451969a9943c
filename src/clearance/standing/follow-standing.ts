import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { AssessedLine, NewCaseEvent, QuoteDifference } from '../events/case-event.ts'
import type { CaseState } from '../case-state.ts'
import { followAssessment } from './follow-assessment.ts'
import { followControls } from './follow-controls.ts'
import { followExit } from './follow-exit.ts'
import { followSecurities } from './follow-securities.ts'
import { followRequests } from './follow-requests.ts'
import { followSupplementary } from './follow-supplementary.ts'
import type { StandingsOfCase } from './standings-of-case.ts'
import { factsLearnedLate, followMainLine } from './follow-main-line.ts'

/** What following a standing needs to know beyond the case itself. */
export interface StandingContext {
  /** How the debts of this case are paid, such as `deferment:1234567`. */
  readonly paidBy: string
  /** What security a line of a tax statement is; nothing where it is a debt. */
  readonly securityFor: (taxType: string) => BilingualText | undefined
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
  standings: StandingsOfCase,
  context: StandingContext,
): readonly NewCaseEvent[] {
  const { main, supplementary } = standings
  // What is owed on goods that were released on a simplified declaration is said of what completes it.
  const assessing = supplementary ?? main
  return [
    ...followControls(withoutThoseOf(state, supplementary), main),
    ...(supplementary === undefined
      ? []
      : followControls(onlyThoseOf(state, supplementary), supplementary)),
    ...followAssessment(state, assessing, context),
    ...followSecurities(state, assessing, context),
    ...followRequests(state, standings),
    ...followMainLine(state, main),
    ...factsLearnedLate(state, main),
    ...followExit(state, main),
    ...(supplementary === undefined ? [] : followSupplementary(state, supplementary)),
  ]
}

/** The release of the goods closes no control of the declaration that comes after it. */
function withoutThoseOf(state: CaseState, standing: Standing | undefined): CaseState {
  if (standing === undefined) return state
  const opened = openedBy(standing)
  return { ...state, controls: state.controls.filter(({ controlId }) => !opened.has(controlId)) }
}

function onlyThoseOf(state: CaseState, standing: Standing): CaseState {
  const opened = openedBy(standing)
  return { ...state, controls: state.controls.filter(({ controlId }) => opened.has(controlId)) }
}

function openedBy({ controls, documentRequests }: Standing): ReadonlySet<string> {
  return new Set(
    [...controls, ...documentRequests].map(({ notificationId = '' }) => notificationId),
  )
}
