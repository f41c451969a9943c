import { changeCase } from '../clearance/commands/change-case.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { type Failure, type Result, success } from '../customs/result.ts'
import type { RefusalError } from '../exchange/channel.ts'
import type { OutboxMessage } from '../exchange/outbox.ts'
import type { MessageObserver } from '../exchange/send-message.ts'
import { setMessageAside } from '../exchange/set-message-aside.ts'
import type { RowChange, TenantTransaction } from '../platform/postgres/index.ts'
import type { CorrespondencePorts } from './correspondence-ports.ts'
import { aboutCase } from './take-in-change.ts'
import { lockThread, type StoredThread } from './thread-store.ts'

/** What the record of a case is kept with. */
interface CaseRecorder {
  readonly clearance: Pick<ClearancePorts, 'tell'>
}

/** Keeps threads, and the records of their cases, in step with what becomes of our letters. */
export function letterObserver(ports: CorrespondencePorts): MessageObserver {
  return {
    delivered: async (transaction, message, conversationId) => {
      const { thread, context } = await threadOf(ports, transaction, message)
      if (thread.state === 'written') {
        // By mail nobody gives it a reference; then it is known by ours.
        const officeReference = conversationId ?? message.lrn
        await change(transaction, thread, context, {
          ...{ state: 'open', office_reference: officeReference },
        })
      }
      const { messageId, kind } = message
      await record(ports, transaction, { context, thread }, [
        { type: 'message-delivered', data: { messageId, kind } },
      ])
    },
    refused: (transaction, message, errors) => refuse(ports, transaction, message, errors),
    // What is in doubt goes again under the same reference; the attempts tell of it.
    unknown: () => Promise.resolve(),
    dead: async (transaction, message, why) => {
      const { thread, context } = await threadOf(ports, transaction, message)
      const { messageId } = message
      await record(ports, transaction, { context, thread }, [
        { type: 'message-dead', data: { messageId, why } },
      ])
    },
  }
}

/** Tells letters from the other messages, each with its own observer. */
export function observerOf(letters: MessageObserver, others: MessageObserver): MessageObserver {
  const of = (message: OutboxMessage): MessageObserver =>
    message.kind === 'letter' ? letters : others
  return {
    delivered: (transaction, message, id) => of(message).delivered(transaction, message, id),
    refused: (transaction, message, errors) => of(message).refused(transaction, message, errors),
    unknown: (transaction, message, why) => of(message).unknown(transaction, message, why),
    dead: (transaction, message, why) => of(message).dead(transaction, message, why),
  }
}

/**
 * Sets a letter aside that was given up. One that was to open a thread leaves it as if it had been
 * refused; in a thread that is there it is our turn again.
 */
export async function setLetterAside(
  ports: CaseRecorder,
  transaction: TenantTransaction,
  { messageId, reason }: { readonly messageId: string; readonly reason: string },
  context: ChangeContext,
): Promise<Result<{ readonly messageId: string; readonly caseId?: string }>> {
  const { tenantId } = context
  const aside = await setMessageAside(transaction, { tenantId, messageId, reason }, context)
  if (!aside.ok) return aside
  const thread = await threadOfMessage(transaction, messageId)
  const error = { code: 'set-aside', message: reason }
  await change(transaction, thread, context, withoutLetter(thread, [error]))
  await record(ports, transaction, { context, thread }, [
    { type: 'message-set-aside', data: { messageId, reason } },
  ])
  return success({ messageId, ...(thread.case_id !== null && { caseId: thread.case_id }) })
}

async function refuse(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  message: OutboxMessage,
  errors: readonly RefusalError[],
): Promise<void> {
  const { thread, context } = await threadOf(ports, transaction, message)
  // By mail it is known only later that the letter which opened it has not arrived.
  const isOpening = message.lrn === thread.reference && thread.state === 'open'
  const before = isOpening ? { ...thread, state: 'written' as const } : thread
  await change(transaction, thread, context, withoutLetter(before, errors))
  const about = await aboutCase(transaction, thread)
  const { id: threadId, kind } = thread
  const letterId = await letterOf(transaction, message.messageId)
  const data = { threadId, kind, letterId, errors: errors.map(refusalFailure) }
  await record(ports, transaction, { context, thread }, [{ type: 'letter-refused', data }])
  const news = { type: 'correspondence.refused', threadId, kind, ...(about && { about }) } as const
  await ports.tellOfThread(transaction, news, context)
}

function withoutLetter(
  { state }: StoredThread,
  errors: readonly RefusalError[],
): RowChange<'correspondence_thread'> {
  const refusal = JSON.stringify(errors)
  if (state === 'written') return { state: 'refused', awaits: null, remind_on: null, refusal }
  return state === 'closed' ? {} : { awaits: 'trader' }
}

interface Found {
  readonly thread: StoredThread
  readonly context: ChangeContext
}

async function threadOf(
  { clearance }: CorrespondencePorts,
  transaction: TenantTransaction,
  { messageId, tenantId }: OutboxMessage,
): Promise<Found> {
  const thread = await threadOfMessage(transaction, messageId)
  return {
    thread,
    context: {
      ...{ tenantId, now: clearance.clock.now() },
      actor: { kind: 'worker', id: 'exchange' },
      cause: { kind: 'message', id: messageId },
    },
  }
}

async function threadOfMessage(
  transaction: TenantTransaction,
  messageId: string,
): Promise<StoredThread> {
  const { thread_id: threadId } = await transaction
    .selectFrom('letter')
    .select('thread_id')
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
  const thread = await lockThread(transaction, threadId)
  if (thread === undefined) throw new RangeError(`letter ${messageId} has no thread`)
  return thread
}

async function letterOf(transaction: TenantTransaction, messageId: string): Promise<string> {
  const { id } = await transaction
    .selectFrom('letter')
    .select('id')
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
  return id
}

async function change(
  transaction: TenantTransaction,
  { id }: StoredThread,
  { now }: ChangeContext,
  set: RowChange<'correspondence_thread'>,
): Promise<void> {
  await transaction
    .updateTable('correspondence_thread')
    .set({ ...set, updated_at: now })
    .where('id', '=', id)
    .execute()
}

async function record(
  { clearance }: CaseRecorder,
  transaction: TenantTransaction,
  { context, thread }: Found,
  events: readonly NewCaseEvent[],
): Promise<void> {
  const { id, case_id: caseId } = thread
  if (caseId === null) return
  const changed = await changeCase(clearance, transaction, caseId, {
    context,
    decide: () => success(events),
  })
  if (!changed.ok) throw new RangeError(`thread ${id} has no case ${caseId}`)
}

function refusalFailure({ code, message }: RefusalError): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${code}: ${message}`,
    zh: { message: `海关未受理信函：${code}: ${message}` },
  }
}
