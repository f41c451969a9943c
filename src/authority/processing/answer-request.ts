import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal, isZero, type DecimalText } from '../../customs/money/decimal.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { NotificationContent } from '../notification/content.ts'
import { pointer, type DeclarationError } from '../rules/declaration-error.ts'
import { negated } from './account-book.ts'
import {
  amend,
  move,
  note,
  notify,
  unchanged,
  wakeAt,
  type LodgementChange,
  type OutgoingNotification,
} from './change.ts'
import { secondsAfter } from './instant.ts'
import type { HeldSecurity } from '../security/security.ts'
import type { Lodgement, OpenControl } from './lodgement.ts'

/** A message that is answered by itself, under its own LRN and conversation. */
export interface ReceivedRequest {
  readonly applicationId: string
  readonly conversationId: string
  readonly lrn?: string
  readonly mrn?: string
  readonly reason?: string
}

/** The answer to one request: a request has no life cycle, it is answered once and done. */
export interface RequestAnswer {
  /** For the register: how the request ended. */
  readonly outcome: string
  readonly notifications: readonly OutgoingNotification[]
  /** What the request does to the declaration, if anything. */
  readonly change?: LodgementChange
}

/** The answer, or the moment when the request can be answered. */
export type Answered = RequestAnswer | { readonly askAgainAt: Instant }

/** How soon a request is taken up again whose declaration has not been examined yet. */
export const ASK_AGAIN_SECONDS = 0.2

/**
 * A second declaration under a used LRN is rejected by itself; the first stays as it is.
 *
 * @param mrn of the rejected message, which is no lodgement and is in no register
 */
export function answerDuplicate(request: ReceivedRequest, mrn: string): RequestAnswer {
  const error: DeclarationError = {
    code: 'CDS12003',
    pointer: pointer('42A/D026'),
    reason: `The LRN ${request.lrn ?? ''} has been used by this declarant; the first lodgement stands.`,
  }
  return rejected({ ...request, mrn }, error, 'duplicate LRN')
}

/** The goods of a pre-lodged declaration have arrived: 02 for the message, then acceptance. */
export function answerArrival(
  request: ReceivedRequest,
  lodgement: Lodgement | undefined,
  now: Instant,
): Answered {
  if (lodgement?.state === 'received') {
    return { askAgainAt: secondsAfter(now, ASK_AGAIN_SECONDS) }
  }
  if (lodgement === undefined) return rejected(request, unknownDeclaration, 'unknown MRN')
  if (lodgement.state !== 'registered' || lodgement.arrivedAt !== undefined) {
    return rejected(request, notPreLodged, `the declaration is ${lodgement.state}`)
  }
  const arrived = amend(unchanged(lodgement), { arrivedAt: now })
  const noted = note(arrived, { actor: 'trader', what: 'arrival notified', detail: request })
  return {
    outcome: 'taken',
    notifications: [toRequest(request, lodgement.version, { code: '02' })],
    change: wakeAt(noted, now),
  }
}

/** What is open and paid on a declaration that the trader wants to cancel. */
export interface CancellationFacts {
  readonly openControls: readonly OpenControl[]
  readonly cashPaidGbp: DecimalText
  readonly securities: readonly HeldSecurity[]
}

/** Granted as long as the goods are not released; the answer is 11, and 10 (`R3`) when granted. */
export function answerCancellation(
  request: ReceivedRequest,
  lodgement: Lodgement | undefined,
  { now, ...facts }: CancellationFacts & { readonly now: Instant },
): Answered {
  if (lodgement?.state === 'received') {
    return { askAgainAt: secondsAfter(now, ASK_AGAIN_SECONDS) }
  }
  if (lodgement === undefined) return rejected(request, unknownDeclaration, 'unknown MRN')
  const receipt = toRequest(request, lodgement.version, { code: '02' })
  if (!nextState(lodgement.state, 'cancel').ok) {
    const reason = `The declaration is ${lodgement.state} and can no longer be cancelled.`
    const denial = toRequest(request, lodgement.version, { code: '11', answer: '41', reason })
    return { outcome: 'denied', notifications: [receipt, denial] }
  }
  const grant = toRequest(request, lodgement.version, { code: '11', answer: '39' })
  return {
    outcome: 'granted',
    notifications: [receipt, grant],
    change: cancel(lodgement, { ...facts, now, reason: request.reason ?? 'Cancelled on request.' }),
  }
}

function cancel(
  lodgement: Lodgement,
  { now, reason, ...facts }: CancellationFacts & { now: Instant; reason: string },
): LodgementChange {
  const cancelled = move(unchanged(lodgement), 'cancel', { endedAt: now })
  const told = notify(cancelled, { code: '10', statementCode: 'R3', reason })
  const ended = endOpenMatters(told, { ...facts, actor: 'trader' })
  return note(ended, { actor: 'trader', what: 'cancelled on request', detail: { reason } })
}

/**
 * Closes what is open on an entry that ends without release, and pays back what was paid in cash;
 * security is charged with the release and so was never given.
 */
export function endOpenMatters(
  change: LodgementChange,
  facts: CancellationFacts & { readonly actor: string },
): LodgementChange {
  const closed = facts.openControls.map((control) => ({
    id: control.id,
    closedBy: facts.actor,
    outcome: { result: 'ended with the entry' },
  }))
  const repayments = isZero(facts.cashPaidGbp)
    ? []
    : [{ method: 'A', amountGbp: negated(facts.cashPaidGbp), reference: 'repayment' }]
  return {
    ...change,
    closedControls: [...change.closedControls, ...closed],
    decidedSecurities: facts.securities.map(({ id }) => ({
      ...{ id, state: 'released', takenGbp: decimal('0.00') },
      ...{ decidedBy: facts.actor, reason: 'ended with the entry' },
    })),
    charges: [...change.charges, ...repayments],
  }
}

/** The request speaks of an entry that is not its sender's. */
export const unknownDeclaration: DeclarationError = {
  code: 'CDS12015',
  pointer: pointer('42A/D014'),
  reason: 'The MRN does not name a declaration of this trader.',
}

const notPreLodged: DeclarationError = {
  code: 'CDS12014',
  pointer: pointer('42A/D013'),
  reason: 'An arrival can only be notified once, for a pre-lodged declaration.',
}

/** A request that is not taken: 03 under its own LRN, and nothing else happens. */
export function rejected(
  request: ReceivedRequest,
  error: DeclarationError,
  outcome: string,
): RequestAnswer {
  return { outcome, notifications: [toRequest(request, 1, { code: '03', errors: [error] })] }
}

/** A notification under the LRN and conversation of the request. */
export function toRequest(
  request: ReceivedRequest,
  version: number,
  content: NotificationContent,
): OutgoingNotification {
  const { applicationId, conversationId, lrn, mrn } = request
  return {
    applicationId,
    conversationId,
    ...(lrn === undefined ? {} : { lrn }),
    ...(mrn === undefined ? {} : { mrn }),
    version,
    content,
  }
}
