import type { Failure } from '../../customs/result.ts'
import { success } from '../../customs/result.ts'
import type { RefusalError } from '../../exchange/channel.ts'
import type { OutboxMessage } from '../../exchange/outbox.ts'
import type { MessageObserver } from '../../exchange/send-message.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { changeCase } from './change-case.ts'

/** Keeps the record of a case in step with what becomes of its messages. */
export function messageObserver(ports: ClearancePorts): MessageObserver {
  const record = async (
    transaction: TenantTransaction,
    message: OutboxMessage,
    decide: (state: CaseState) => readonly NewCaseEvent[],
  ): Promise<void> => {
    const { messageId, caseId, tenantId } = message
    if (caseId === null) throw new RangeError(`message ${messageId} is about no case`)
    const recorded = await changeCase(ports, transaction, caseId, {
      context: {
        tenantId,
        actor: { kind: 'worker', id: 'exchange' },
        cause: { kind: 'message', id: messageId },
        now: ports.clock.now(),
      },
      decide: (state) => success(decide(state)),
    })
    if (!recorded.ok) throw new RangeError(`message ${messageId} has no case ${caseId}`)
  }
  return {
    delivered: (transaction, message, conversationId) =>
      record(transaction, message, () => [deliveredEvent(message, conversationId)]),
    refused: (transaction, message, errors) =>
      record(transaction, message, (state) => refusedEvents(state, message, errors)),
    unknown: (transaction, message, why) =>
      record(transaction, message, (state) => unknownOnce(state, message, why)),
    dead: (transaction, message, why) =>
      record(transaction, message, () => [
        { type: 'message-dead', data: { messageId: message.messageId, why } },
      ]),
  }
}

function deliveredEvent(
  { messageId, kind }: OutboxMessage,
  conversationId: string | undefined,
): NewCaseEvent {
  const conversation = conversationId === undefined ? {} : { conversationId }
  return { type: 'message-delivered', data: { messageId, kind, ...conversation } }
}

/** Doubt is noted once; the attempts that follow are counted in the outbox. */
function unknownOnce(
  state: CaseState,
  { messageId, kind }: OutboxMessage,
  why: string,
): readonly NewCaseEvent[] {
  const { declaration, supplementary } = state
  const about = kind === 'supplementary' ? supplementary?.attempt : declaration
  const noted = about?.outcomeUnknown ?? false
  return noted ? [] : [{ type: 'message-outcome-unknown', data: { messageId, why } }]
}

/** A declaration that the authority will not even take in is back in preparation, its errors shown. */
function refusedEvents(
  state: CaseState,
  { messageId, kind, lrn }: OutboxMessage,
  refusals: readonly RefusalError[],
): readonly NewCaseEvent[] {
  const errors = refusals.map(refusalFailure)
  const refused: NewCaseEvent = { type: 'message-refused', data: { messageId, errors } }
  const rejected =
    kind === 'declaration' && state.main === 'lodged' && state.declaration?.lrn === lrn
  if (rejected) return [refused, { type: 'declaration-rejected', data: { lrn, errors } }]
  if (isAttempt(state, { kind, lrn })) {
    return [refused, { type: 'supplementary-rejected', data: { lrn, errors } }]
  }
  // A request that was never taken in gets no answer; it is as good as denied.
  const asked = state.requests.find(({ requestId }) => requestId === lrn)
  if (asked?.state !== 'requested') return [refused]
  const why = errors.map(({ message }) => message).join(' ')
  return [refused, { type: 'request-denied', data: { requestId: lrn, why } }]
}

/** Whether a message carries the supplementary declaration that the case waits for an answer to. */
export function isAttempt(
  { supplementary }: CaseState,
  { kind, lrn }: Pick<OutboxMessage, 'kind' | 'lrn'>,
): boolean {
  const isWaiting = supplementary?.state === 'lodged' && supplementary.attempt?.lrn === lrn
  return kind === 'supplementary' && isWaiting
}

function refusalFailure({ code, message }: RefusalError): Failure {
  return {
    code: 'declaration-invalid',
    path: '',
    message: `${code}: ${message}`,
    zh: { message: `海关拒收报文：${code}: ${message}` },
  }
}
