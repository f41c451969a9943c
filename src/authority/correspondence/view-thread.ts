import { sql, type Selectable } from 'kysely'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { CorrespondenceChangeTable } from '../store/correspondence-tables.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { Matter } from './letter.ts'
import type { OfficeNotice } from './office-notice.ts'
import type { Thread, ThreadDecision } from './thread.ts'
import type { Awaited, ThreadKind, ThreadStatus } from './thread-life-cycle.ts'

/** A file of a letter, whose bytes are read by its id. */
export interface AttachmentView {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** One letter of a thread. */
export interface MessageView {
  readonly id: string
  readonly at: Instant
  readonly from: 'trader' | 'office'
  /** The officer; absent where the trader wrote, or the office by itself. */
  readonly by?: string
  readonly text: string
  readonly attachments: readonly AttachmentView[]
}

/** A thread with all its letters. */
export interface ThreadView extends Matter {
  readonly thread: string
  readonly kind: ThreadKind
  readonly subject: string
  readonly mrn?: string
  readonly openedBy: 'trader' | 'office'
  readonly openedAt: Instant
  readonly status: ThreadStatus
  readonly awaits: Awaited
  readonly answerDueOn?: LocalDate
  readonly messages: readonly MessageView[]
  readonly decision?: ThreadDecision
}

/** One change of a thread, as a trader's software reads it. */
export interface ChangeView {
  /** Cursor: reading on after it misses nothing. */
  readonly change: string
  readonly at: Instant
  readonly thread: string
  readonly kind: ThreadKind
  readonly subject: string
  readonly mrn?: string
  readonly openedBy: 'trader' | 'office'
  readonly status: ThreadStatus
  readonly awaits: Awaited
  readonly answerDueOn?: LocalDate
  /** A letter of the office that came with it. */
  readonly message?: MessageView
  readonly decision?: ThreadDecision
  /** What it does besides its words. */
  readonly notice?: OfficeNotice
}

/** A thread as its trader sees it. */
export async function viewThread(
  transaction: AuthorityTransaction,
  thread: Thread,
): Promise<ThreadView> {
  const rows = await transaction
    .selectFrom('correspondence_message')
    .select('id')
    .where('thread', '=', thread.reference)
    .execute()
  const messages = await loadMessages(
    transaction,
    rows.map(({ id }) => id),
  )
  return {
    thread: thread.reference,
    kind: thread.kind,
    subject: thread.subject,
    ...(thread.mrn !== undefined && { mrn: thread.mrn }),
    openedBy: thread.openedBy,
    openedAt: thread.openedAt,
    status: thread.status,
    awaits: thread.awaits,
    ...(thread.answerDueOn !== undefined && { answerDueOn: thread.answerDueOn }),
    ...thread.matter,
    messages: [...messages.values()],
    ...(thread.decision !== undefined && { decision: thread.decision }),
  }
}

/** Letters with what came with them, in the order in which they came. */
async function loadMessages(
  transaction: AuthorityTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MessageView>> {
  if (ids.length === 0) return new Map()
  const attachments = await loadAttachments(transaction, ids)
  const rows = await transaction
    .selectFrom('correspondence_message')
    .select(['id', 'at', 'sent_by', 'officer', 'text'])
    .where('id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ id, at, sent_by: from, officer, text }) => [
      id,
      {
        id,
        at: instantOf(at),
        from,
        ...(officer !== null && { by: officer }),
        text,
        attachments: attachments.get(id) ?? [],
      },
    ]),
  )
}

async function loadAttachments(
  transaction: AuthorityTransaction,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AttachmentView[]>> {
  const rows = await transaction
    .selectFrom('correspondence_attachment')
    .select(['id', 'message_id', 'name', 'media_type', 'size_bytes', 'sha256'])
    .where('message_id', 'in', [...messageIds])
    .orderBy('message_id')
    .orderBy('position')
    .execute()
  const byMessage = new Map<string, AttachmentView[]>()
  for (const { id, message_id: messageId, name, media_type, size_bytes, sha256 } of rows) {
    const view = { id, name, mediaType: media_type, size: size_bytes, sha256 }
    byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), view])
  }
  return byMessage
}

/** The changes of a trader's threads after a cursor, in order; each is given again to who asks again. */
export async function viewChanges(
  transaction: AuthorityTransaction,
  asked: { readonly applicationId: string; readonly after: string; readonly limit: number },
): Promise<{ readonly changes: readonly ChangeView[]; readonly next: string }> {
  const { rows } = await sql<ChangeRow>`
    select change.number, change.at, change.thread, thread.kind, thread.subject, lodgement.mrn,
           thread.opened_by, change.status, change.awaits, change.answer_due_on, change.message_id,
           change.decision, change.notice
    from correspondence_change as change
    join correspondence_thread as thread on thread.reference = change.thread
    left join lodgement on lodgement.id = thread.lodgement_id
    where change.application_id = ${asked.applicationId} and change.number > ${asked.after}::bigint
    order by change.number
    limit ${asked.limit}`.execute(transaction)
  const messages = await loadMessages(
    transaction,
    rows.flatMap(({ message_id: id }) => id ?? []),
  )
  const changes = rows.map((row) => viewChange(row, messages))
  return { changes, next: changes.at(-1)?.change ?? asked.after }
}

interface ChangeRow extends Pick<
  Selectable<CorrespondenceChangeTable>,
  | 'number'
  | 'at'
  | 'thread'
  | 'status'
  | 'awaits'
  | 'answer_due_on'
  | 'message_id'
  | 'decision'
  | 'notice'
> {
  readonly kind: ThreadKind
  readonly subject: string
  readonly mrn: string | null
  readonly opened_by: 'trader' | 'office'
}

function viewChange(row: ChangeRow, messages: ReadonlyMap<string, MessageView>): ChangeView {
  const message = row.message_id === null ? undefined : messages.get(row.message_id)
  return {
    change: row.number,
    at: instantOf(row.at),
    thread: row.thread,
    kind: row.kind,
    subject: row.subject,
    ...(row.mrn !== null && { mrn: row.mrn }),
    openedBy: row.opened_by,
    status: row.status,
    awaits: row.awaits,
    ...(row.answer_due_on !== null && { answerDueOn: row.answer_due_on as LocalDate }),
    ...(message !== undefined && { message }),
    ...(row.decision !== null && { decision: row.decision }),
    ...(row.notice !== null && { notice: row.notice }),
  }
}
