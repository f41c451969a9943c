import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { isSimplified } from '../../customs/declaration/declaration-type.ts'
import type { Standing, StandingEvent } from '../../customs/formats/uk-cds/standing.ts'
import {
  type SupplementaryDeadline,
  supplementaryDueOn,
} from '../../customs/law/supplementary-deadline.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ControlState } from '../life-cycle/side-life-cycles.ts'
import { rejectionFailures } from './follow-main-line.ts'

/**
 * That a supplementary declaration is owed from now on: the goods are released on a simplified one,
 * and the day of its acceptance is known, which may be told late.
 */
export function supplementaryOwed(
  { declaration, supplementary }: CaseState,
  deadline: SupplementaryDeadline,
): readonly NewCaseEvent[] {
  const { additionalType, acceptedAt, releasedAt } = declaration ?? {}
  if (supplementary !== undefined || !isSimplified(additionalType)) return []
  if (acceptedAt === undefined || releasedAt === undefined) return []
  const acceptedOn = dateInLondon(new Date(acceptedAt).toISOString() as Instant)
  const data = { dueOn: supplementaryDueOn(deadline, acceptedOn) }
  return [{ type: 'supplementary-owed', data }]
}

/** The steps of the supplementary declaration to where the authority says that it stands. */
export function followSupplementary(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const { state: at, attempt } = state.supplementary ?? {}
  if (attempt === undefined || (at !== 'lodged' && at !== 'accepted')) return []
  const { mrn } = standing
  if (standing.state === 'rejected' && at === 'lodged') {
    const errors = rejectionFailures(standing)
    return [{ type: 'supplementary-rejected', data: { lrn: attempt.lrn, errors } }]
  }
  if (!wasAccepted.has(standing.state) || mrn === undefined) return []
  const accepted: readonly NewCaseEvent[] =
    at === 'lodged' ? [{ type: 'supplementary-accepted', data: { mrn } }] : []
  const end = endOf(standing)
  const isNoMore = end.some(({ type }) => type === 'supplementary-invalidated')
  return [...accepted, ...(isNoMore ? lapsed(state, standing) : []), ...end]
}

const wasAccepted: ReadonlySet<Standing['state']> = new Set([
  'accepted',
  'released',
  'cleared',
  'invalidated',
  'refused',
  'seized',
  'handled-outside',
])

/** Nobody waits any more for what was wanted of a declaration that is no more. */
function lapsed({ controls, questions }: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const isChanged = standing.results.some(({ amendments }) => amendments.length > 0)
  const wanted = [...(isChanged ? [] : standing.controls), ...standing.documentRequests]
  const ended = new Set([
    ...controls.filter(({ state }) => isDecided.has(state)).map(({ controlId }) => controlId),
    ...questions.filter(({ state }) => state !== 'asked').map(({ questionId }) => questionId),
  ])
  const open = (of: readonly StandingEvent[]): readonly string[] =>
    of.map(({ notificationId = '' }) => notificationId).filter((id) => !ended.has(id))
  return [
    ...open(wanted).map((controlId) => ({ type: 'control-lapsed', data: { controlId } }) as const),
    ...open(standing.queries).map(
      (questionId) => ({ type: 'question-lapsed', data: { questionId } }) as const,
    ),
  ]
}

const isDecided: ReadonlySet<ControlState> = new Set(['satisfied', 'not-satisfied', 'lapsed'])

function endOf(standing: Standing): readonly NewCaseEvent[] {
  switch (standing.state) {
    case 'released':
    case 'cleared':
      return [{ type: 'supplementary-cleared', data: {} }]
    case 'invalidated':
    case 'refused': {
      const reason = standing.ending?.reason ?? standing.ending?.reasonCode
      return [
        { type: 'supplementary-invalidated', data: { reason: reason ?? 'no reason was given' } },
      ]
    }
    default:
      return []
  }
}
