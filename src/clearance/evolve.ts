import type { CaseEvent } from './events/case-event.ts'
import type { CaseState, DeclarationStanding, DocumentStanding } from './case-state.ts'
import { follow, GuardNotMet } from './life-cycle/life-cycle.ts'
import { missingFor } from './life-cycle/main-guards.ts'
import { mainLifeCycle, type MainEvent } from './life-cycle/main-life-cycle.ts'
import { evolveSupplementary } from './evolve-supplementary.ts'
import { evolveSideLine } from './evolve-side-line.ts'

const mainEvents: ReadonlySet<string> = new Set(mainLifeCycle.transitions.map((edge) => edge.event))

/** The state of a case from the whole record of its events. */
export function replay(events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | undefined>(evolve, undefined)
  if (state === undefined) throw new RangeError('a case has at least the event that opened it')
  return state
}

/**
 * One step of the fold. Every change of the main line goes through the transition table and its
 * guards; an event that they do not allow is a broken record and throws.
 */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'case-opened') return openedCase(state, event)
  if (state === undefined) throw new RangeError(`${event.type} cannot be the first event of a case`)
  if (event.sequence !== state.version + 1) {
    throw new RangeError(`event ${event.sequence} does not follow ${state.version}`)
  }
  const missing = missingFor(state, event)
  if (missing !== undefined) throw new GuardNotMet(event.type, missing)
  const moved: CaseState = {
    ...state,
    version: event.sequence,
    updatedAt: event.at,
    main: mainEvents.has(event.type)
      ? follow(mainLifeCycle, state.main, event.type as MainEvent)
      : state.main,
  }
  return evolveSupplementary(evolveSideLine(evolveMainLine(moved, event), event), event)
}

function openedCase(
  state: CaseState | undefined,
  event: Extract<CaseEvent, { type: 'case-opened' }>,
): CaseState {
  if (state !== undefined) throw new RangeError('a case opens once')
  const { reference, destination, orderIds, consignment, returnOf } = event.data
  return {
    caseId: event.caseId,
    reference,
    destination,
    orderIds,
    consignment,
    version: event.sequence,
    main: follow(mainLifeCycle, null, 'case-opened'),
    openedAt: event.at,
    updatedAt: event.at,
    documents: [],
    attachments: [],
    findings: [],
    obstacles: [],
    earlierLrns: [],
    controls: [],
    questions: [],
    debts: [],
    insufficientFunds: false,
    requests: [],
    transport: null,
    fileClosed: false,
    notificationIds: [],
    ...(returnOf && { returnOf }),
  }
}

function evolveMainLine(state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'preparation-started':
    case 'case-reopened':
      return { ...state, obstacles: [] }
    case 'preparation-failed':
      return { ...state, obstacles: [...state.obstacles, ...event.data.failures] }
    case 'lane-decided':
      return { ...state, lane: event.data }
    case 'parties-decided':
      return { ...state, parties: event.data }
    case 'quote-made':
      return { ...state, quote: event.data }
    case 'documents-listed':
      return { ...state, requiredDocuments: event.data.list }
    case 'documents-prepared':
      return {
        ...state,
        documents: [
          ...event.data.documents.map((prepared) => issuedFrom(state, prepared) ?? prepared),
          ...signedDocuments(state),
        ],
      }
    case 'checks-completed': {
      const { findings, failures: obstacles, warnings } = event.data
      const { warnings: _before, ...others } = state
      return { ...others, findings, obstacles, ...(warnings && { warnings }) }
    }
    case 'goods-data-changed':
      return { ...state, consignment: event.data.consignment, obstacles: [] }
    case 'case-stopped':
      return { ...state, obstacles: event.data.reasons }
    case 'notification-received':
      return { ...state, notificationIds: [...state.notificationIds, event.data.notificationId] }
    case 'goods-exited':
      return { ...state, exit: event.data }
    case 'return-opened':
      return { ...state, returns: [...(state.returns ?? []), event.data] }
    case 'file-closed':
      return { ...state, fileClosed: true, insufficientFunds: false }
    case 'declaration-filled':
      return withNewDeclaration(state, event.data)
    case 'declaration-rejected':
      return { ...state, obstacles: event.data.errors }
    case 'declaration-expired':
    case 'declaration-invalidated':
    case 'entry-refused':
    case 'goods-seized':
    case 'goods-destroyed':
    case 'goods-abandoned':
    case 'goods-restored':
    case 'goods-forfeited':
      return { ...state, outcomeReason: event.data.reason }
    case 'goods-released':
      return evolveDeclaration({ ...state, insufficientFunds: false }, event)
    default:
      return evolveDeclaration(state, event)
  }
}

/** An issued certificate stays as long as it speaks of the same goods as the application made anew. */
function issuedFrom(
  { documents }: CaseState,
  { contentSha256 }: { readonly contentSha256: string },
): DocumentStanding | undefined {
  return documents.find(({ issued }) => issued?.draftSha256 === contentSha256)
}

/** What somebody has signed stays as it was signed, however often the other papers are made anew. */
function signedDocuments({ documents }: CaseState): CaseState['documents'] {
  return documents.filter(({ signed }) => signed !== undefined)
}

function withNewDeclaration(
  state: CaseState,
  filled: Pick<DeclarationStanding, 'declaration' | 'origins' | 'lrn' | 'ducr'>,
): CaseState {
  const earlier = state.declaration === undefined ? [] : [state.declaration.lrn]
  return {
    ...state,
    declaration: { ...filled, outcomeUnknown: false },
    earlierLrns: [...state.earlierLrns, ...earlier],
  }
}

function evolveDeclaration(state: CaseState, event: CaseEvent): CaseState {
  if (state.declaration === undefined) return state
  const change = declarationChange(event, state)
  if (change === undefined) return state
  return { ...state, declaration: { ...state.declaration, ...change } }
}

function declarationChange(
  event: CaseEvent,
  { supplementary }: CaseState,
): Partial<DeclarationStanding> | undefined {
  switch (event.type) {
    case 'declaration-sent':
      return { messageId: event.data.messageId, additionalType: event.data.additionalType }
    case 'message-delivered':
      return event.data.kind === 'declaration' ? delivered(event.data.conversationId) : undefined
    case 'message-outcome-unknown':
      // The supplementary declaration has a doubt of its own.
      return event.data.messageId === supplementary?.attempt?.messageId
        ? undefined
        : { outcomeUnknown: true }
    case 'declaration-registered':
      return { mrn: event.data.mrn, outcomeUnknown: false }
    case 'declaration-accepted': {
      const { mrn, acceptedAt } = event.data
      return { mrn, outcomeUnknown: false, ...(acceptedAt === undefined ? {} : { acceptedAt }) }
    }
    case 'goods-released':
      return event.data.releasedAt === undefined ? {} : { releasedAt: event.data.releasedAt }
    case 'declaration-facts-learned':
      return event.data
    case 'arrival-notified':
      return { arrivalMessageId: event.data.messageId }
    default:
      return undefined
  }
}

function delivered(conversationId: string | undefined): Partial<DeclarationStanding> {
  return { outcomeUnknown: false, ...(conversationId === undefined ? {} : { conversationId }) }
}
