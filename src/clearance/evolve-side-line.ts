import type { CaseEvent } from './events/case-event.ts'
import { subtract, sum, zero } from '../customs/money/money.ts'
import { withAmendment } from './evolve-decisions.ts'
import { isAboutKeptGoods, withKeptGoods } from './evolve-kept-goods.ts'
import { isAboutPenalty, withPenalty } from './evolve-penalty.ts'
import { isAboutSecurity, withSecurity } from './evolve-security.ts'
import type { CaseState, ControlStanding, DebtStanding, DocumentStanding } from './case-state.ts'
import { follow } from './life-cycle/life-cycle.ts'
import {
  assessmentLifeCycle,
  controlLifeCycle,
  debtLifeCycle,
  questionLifeCycle,
  requestLifeCycle,
  transportLifeCycle,
} from './life-cycle/side-life-cycles.ts'

/** Folds an event into the small life cycles that run beside the main line. */
export function evolveSideLine(state: CaseState, event: CaseEvent): CaseState {
  if (isAboutSecurity(event)) return withSecurity(state, event)
  if (isAboutPenalty(event)) return withPenalty(state, event)
  if (isAboutKeptGoods(event)) return withKeptGoods(state, event)
  return evolveControlsAndDebts(state, event)
}

function evolveControlsAndDebts(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'documents-requested':
    case 'goods-examined':
      return withControl(state, event.type, event.data)
    case 'examination-ordered':
    case 'control-satisfied':
    case 'control-lapsed':
    case 'documents-not-taken':
      return withControl(state, event.type, { controlId: event.data.controlId })
    case 'documents-answered':
      return withDocuments(state, event)
    case 'control-not-satisfied':
      return withControl(state, event.type, {
        controlId: event.data.controlId,
        result: event.data.why,
      })
    case 'question-asked':
    case 'question-answered':
    case 'question-closed':
    case 'question-lapsed':
      return withQuestion(state, event)
    case 'assessment-notified':
    case 'assessment-corrected':
    case 'assessment-final': {
      const { notificationId: _, ...assessment } = event.data
      const before = state.assessment?.state ?? null
      return {
        ...state,
        assessment: { ...assessment, state: follow(assessmentLifeCycle, before, event.type) },
      }
    }
    case 'debt-incurred':
    case 'debt-secured':
    case 'debt-paid':
    case 'debt-reduced':
    case 'debt-refunded':
    case 'debt-written-off':
      return withDebt(state, event)
    case 'funds-insufficient':
      return { ...state, insufficientFunds: true }
    case 'request-made':
    case 'request-granted':
    case 'request-denied':
      return withRequest(state, event)
    case 'transport-pre-advised':
    case 'goods-departed':
    case 'goods-arrived':
    case 'goods-presented':
    case 'goods-handed-over':
    case 'goods-delivered':
    case 'delivery-failed':
    case 'goods-returned':
      return { ...state, transport: follow(transportLifeCycle, state.transport, event.type) }
    default:
      return withPapers(state, event)
  }
}

function withControl(
  state: CaseState,
  event: Parameters<typeof follow<ControlName, ControlEventName>>[2],
  change: Pick<ControlStanding, 'controlId' | 'wanted' | 'result' | 'messageIds'>,
): CaseState {
  const before = state.controls.find((control) => control.controlId === change.controlId)
  const next = follow(controlLifeCycle, before?.state ?? null, event)
  return {
    ...state,
    controls: replaced(state.controls, before, { ...before, ...change, state: next }),
  }
}

function withDocuments(
  state: CaseState,
  { type, data: { controlId, messageIds } }: EventOf<'documents-answered'>,
): CaseState {
  const before = state.controls.find((control) => control.controlId === controlId)
  const all = [...(before?.messageIds ?? []), ...messageIds]
  return withControl(state, type, { controlId, messageIds: all })
}

type ControlName = CaseState['controls'][number]['state']
type ControlEventName = (typeof controlLifeCycle.transitions)[number]['event']

type EventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>

function withQuestion(
  state: CaseState,
  event: EventOf<'question-asked' | 'question-answered' | 'question-closed' | 'question-lapsed'>,
): CaseState {
  const { questionId } = event.data
  const before = state.questions.find((question) => question.questionId === questionId)
  const next = follow(questionLifeCycle, before?.state ?? null, event.type)
  const text = event.type === 'question-asked' ? event.data.text : (before?.text ?? '')
  const answer = event.type === 'question-answered' ? { answer: event.data.text } : {}
  const after = { ...before, questionId, text, ...answer, state: next }
  return { ...state, questions: replaced(state.questions, before, after) }
}

type DebtEventType =
  | 'debt-incurred'
  | 'debt-reduced'
  | 'debt-secured'
  | 'debt-paid'
  | 'debt-refunded'
  | 'debt-written-off'

function withDebt(state: CaseState, event: EventOf<DebtEventType>): CaseState {
  const before = state.debts.find((debt) => debt.debtId === event.data.debtId)
  const next = follow(debtLifeCycle, before?.state ?? null, event.type)
  const after = { ...debtFacts(event, before), state: next }
  return { ...state, debts: replaced(state.debts, before, after) }
}

function debtFacts(
  event: EventOf<DebtEventType>,
  before: DebtStanding | undefined,
): Omit<DebtStanding, 'state'> {
  if (event.type === 'debt-incurred') return event.data
  if (before === undefined) throw new RangeError(`no debt ${event.data.debtId}`)
  if (event.type === 'debt-refunded' && event.data.claim !== undefined) {
    const { claimedBack = zero(event.data.by.currency), amount } = before
    return {
      ...before,
      amount: subtract(amount, event.data.by),
      claimedBack: sum([claimedBack, event.data.by], event.data.by.currency),
    }
  }
  const lowered = event.type === 'debt-reduced' || event.type === 'debt-refunded'
  return lowered ? { ...before, amount: subtract(before.amount, event.data.by) } : before
}

function withRequest(
  state: CaseState,
  event: EventOf<'request-made' | 'request-granted' | 'request-denied'>,
): CaseState {
  const { requestId } = event.data
  const before = state.requests.find((request) => request.requestId === requestId)
  const next = follow(requestLifeCycle, before?.state ?? null, event.type)
  const { kind, about } = event.type === 'request-made' ? event.data : before!
  const proposal = event.type === 'request-made' ? event.data.proposal : undefined
  const after = {
    ...{ requestId, kind, state: next },
    ...(about && { about }),
    ...(proposal && { proposal }),
  }
  const answered = { ...state, requests: replaced(state.requests, before, after) }
  return event.type === 'request-granted' && before?.proposal !== undefined
    ? withAmendment(answered, before.proposal, about)
    : answered
}

function withPapers(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'document-attached': {
      const { attachmentId, kind } = event.data
      return { ...state, attachments: [...state.attachments, { attachmentId, kind }] }
    }
    case 'document-rendered': {
      const { document, pdfSha256 } = event.data
      return withDocument(state, document.factId, { pdfSha256 })
    }
    case 'document-issued': {
      const { draftFactId, document, contentSha256, number, issuedOn, attachmentId } = event.data
      const draft = state.documents.find((each) => each.document.factId === draftFactId)
      const draftSha256 = draft?.issued?.draftSha256 ?? draft?.contentSha256 ?? contentSha256
      const issued = { number, issuedOn, attachmentId, draftSha256 }
      return withDocument(state, draftFactId, { document, contentSha256, issued })
    }
    case 'preference-statement-signed':
      return withSignedStatement(state, event)
    case 'importers-knowledge-recorded':
      return withImportersKnowledge(state, event)
    default:
      return state
  }
}

/** A statement takes the place of an earlier one about the same purchase under the same agreement. */
function withSignedStatement(
  state: CaseState,
  { data }: EventOf<'preference-statement-signed'>,
): CaseState {
  const { document, contentSha256, ...signed } = data
  const others = state.documents.filter((standing) => !isAboutSamePurchase(standing.signed, signed))
  const statement = { kind: 'preference-statement', document, contentSha256, signed } as const
  return { ...state, documents: [...others, statement] }
}

/**
 * Sellers may have given their invoices the same number, so the first item tells the purchases apart;
 * an earlier record that does not name it is about whatever the number says.
 */
function isAboutSamePurchase(
  earlier: DocumentStanding['signed'],
  later: NonNullable<DocumentStanding['signed']>,
): boolean {
  return (
    earlier?.agreement === later.agreement &&
    earlier.invoiceNumber === later.invoiceNumber &&
    (earlier.firstItemNumber === undefined || earlier.firstItemNumber === later.firstItemNumber)
  )
}

function withImportersKnowledge(
  state: CaseState,
  { data: { agreement, goods } }: EventOf<'importers-knowledge-recorded'>,
): CaseState {
  const known = state.importersKnowledge ?? []
  const others = known.filter((knowledge) => knowledge.agreement !== agreement)
  return { ...state, importersKnowledge: [...others, { agreement, goods }] }
}

function withDocument(
  state: CaseState,
  factId: string,
  change: Partial<DocumentStanding>,
): CaseState {
  const documents = state.documents.map((standing) =>
    standing.document.factId === factId ? { ...standing, ...change } : standing,
  )
  return { ...state, documents }
}

function replaced<Item>(
  items: readonly Item[],
  before: Item | undefined,
  after: Item,
): readonly Item[] {
  return before === undefined
    ? [...items, after]
    : items.map((item) => (item === before ? after : item))
}
