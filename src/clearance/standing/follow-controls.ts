import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { CaseState, ControlStanding } from '../case-state.ts'

/** Controls and questions that the authority has opened, answered by results or by the release. */
export function followControls(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  return [...openedBy(state, standing), ...examined(state, standing), ...questions(state, standing)]
}

type OpeningEvent = Extract<NewCaseEvent, { type: 'examination-ordered' | 'documents-requested' }>

function openedBy(state: CaseState, standing: Standing): readonly OpeningEvent[] {
  const known = new Set(state.controls.map((control) => control.controlId))
  const examinations = standing.controls.map(({ notificationId = '' }): OpeningEvent => ({
    type: 'examination-ordered',
    data: { controlId: notificationId },
  }))
  const requests = standing.documentRequests.map(
    ({ notificationId = '', text, code, reason, limitAt }): OpeningEvent => ({
      type: 'documents-requested',
      data: {
        controlId: notificationId,
        wanted: text ?? code ?? 'documents',
        ...(reason === undefined ? {} : { reason }),
        ...(limitAt === undefined ? {} : { dueAt: limitAt }),
      },
    }),
  )
  return [...examinations, ...requests].filter((event) => !known.has(event.data.controlId))
}

/**
 * A result (07) examines every open examination; one that changed the declaration leaves the
 * control not satisfied. Release closes whatever is still open as satisfied.
 */
function examined(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const result =
    standing.results.find((found) => found.amendments.length > 0) ?? standing.results[0]
  const outcome = { result, released: standing.releasedAt !== undefined }
  const opened = openedBy(state, standing).map(openedControl)
  return [...state.controls, ...opened].flatMap((control) => closing(control, standing, outcome))
}

type OpenControl = Pick<ControlStanding, 'controlId' | 'state'>

function openedControl(event: OpeningEvent): OpenControl {
  return {
    controlId: event.data.controlId,
    state: event.type === 'examination-ordered' ? event.type : 'documents-requested',
  }
}

interface Outcome {
  readonly result: Notification | undefined
  readonly released: boolean
}

function closing(
  { controlId, state }: OpenControl,
  standing: Standing,
  { result, released }: Outcome,
): readonly NewCaseEvent[] {
  const isExamination = standing.controls.some((known) => known.notificationId === controlId)
  const examination = isExamination ? examinationEvents({ controlId, state }, result) : []
  const decided =
    ['satisfied', 'not-satisfied', 'lapsed'].includes(state) ||
    examination.some((event) => event.type === 'control-not-satisfied')
  const satisfied: NewCaseEvent = { type: 'control-satisfied', data: { controlId } }
  return released && !decided ? [...examination, satisfied] : examination
}

function examinationEvents(
  { controlId, state }: OpenControl,
  result: Notification | undefined,
): readonly NewCaseEvent[] {
  if (result === undefined) return []
  const text = resultText(result)
  const changed = result.amendments.length > 0
  const examined = state === 'examination-ordered' || (state === 'satisfied' && changed)
  const notSatisfied = changed && (examined || state === 'examined')
  return [
    ...(examined
      ? [{ type: 'goods-examined', data: { controlId, result: text } } satisfies NewCaseEvent]
      : []),
    ...(notSatisfied
      ? [{ type: 'control-not-satisfied', data: { controlId, why: text } } satisfies NewCaseEvent]
      : []),
  ]
}

function resultText(result: Notification): string {
  const texts = result.statements.map((statement) => statement.description ?? '').filter(Boolean)
  const changed = result.amendedValues.map(({ path, value }) => `${path}: ${value}`)
  return [...texts, ...changed].join('; ') || 'the authority recorded a result'
}

function questions(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  const known = new Map(state.questions.map((question) => [question.questionId, question.state]))
  return standing.queries.flatMap(
    ({ notificationId = '', text, code }): readonly NewCaseEvent[] => {
      const data = { questionId: notificationId }
      const asked: NewCaseEvent = {
        type: 'question-asked',
        data: { ...data, text: text ?? code ?? 'question without text' },
      }
      const at = known.get(notificationId)
      return [
        ...(at === undefined ? [asked] : []),
        ...(standing.releasedAt === undefined ? [] : endOfQuestion(data.questionId, at ?? 'asked')),
      ]
    },
  )
}

/** With the release an answered question is closed, one that was left open has lapsed. */
function endOfQuestion(
  questionId: string,
  at: CaseState['questions'][number]['state'],
): readonly NewCaseEvent[] {
  if (at === 'answered') return [{ type: 'question-closed', data: { questionId } }]
  if (at === 'asked' || at === 'reminded')
    return [{ type: 'question-lapsed', data: { questionId } }]
  return []
}
