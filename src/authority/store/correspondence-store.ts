import { sql, type Selectable } from 'kysely'
import { localDate, type Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Attachment } from '../correspondence/read-attachments.ts'
import type { OfficeNotice } from '../correspondence/office-notice.ts'
import type { Thread, ThreadDecision } from '../correspondence/thread.ts'
import type { CorrespondenceThreadTable } from './correspondence-tables.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

type ThreadRow = Selectable<CorrespondenceThreadTable> & { readonly mrn: string | null }

/** A letter that is written with a change. */
export interface NewMessage {
  readonly id: string
  readonly sentBy: 'trader' | 'office'
  /** Absent where the trader wrote, or the office by itself. */
  readonly officer?: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** Under which a repeated letter of a trader is known, and what it is answered. */
  readonly known?: {
    readonly reference: string
    readonly requestSha256: string
    readonly answer: object
  }
}

/** What one step does to a thread: as it stands afterwards, with the letter and the decision that came with it. */
export interface ThreadChange {
  readonly thread: Thread
  readonly message?: NewMessage
  readonly decision?: ThreadDecision
  /** What it does besides its words, for the trader's software. */
  readonly notice?: OfficeNotice
  /** An officer, the trader, or the office where nobody decided. */
  readonly actor: string
  /** What was done, for the history of the thread and of the dossier. */
  readonly what: string
}

/** The next reference of the office. */
export async function nextThreadReference(
  transaction: AuthorityTransaction,
  now: Instant,
): Promise<string> {
  const { rows } = await sql<{ next: string }>`
    select nextval('correspondence_number') as next`.execute(transaction)
  return `COR-${now.slice(0, 4)}-${String(rows[0]?.next).padStart(6, '0')}`
}

/** Takes a thread for change, waiting until nobody else has it. */
export async function lockThread(
  transaction: AuthorityTransaction,
  reference: string,
): Promise<Thread | undefined> {
  const row = await transaction
    .selectFrom('correspondence_thread')
    .selectAll('correspondence_thread')
    .select((thread) =>
      thread
        .selectFrom('lodgement')
        .select('mrn')
        .whereRef('lodgement.id', '=', 'correspondence_thread.lodgement_id')
        .as('mrn'),
    )
    .where('reference', '=', reference)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : readThread(row)
}

/** A thread by its row and the MRN of its declaration. */
export function readThread(row: ThreadRow): Thread {
  const { lodgement_id: lodgementId, mrn, answer_due_on: answerDueOn, decide_by: decideBy } = row
  const { matter, appealed, lateness, decision, due_at: dueAt } = row
  return {
    reference: row.reference,
    applicationId: row.application_id,
    kind: row.kind,
    subject: row.subject,
    openedBy: row.opened_by,
    openedAt: instantOf(row.opened_at),
    status: row.status,
    awaits: row.awaits,
    ...(lodgementId !== null && { lodgementId }),
    ...(mrn !== null && { mrn }),
    ...(answerDueOn !== null && { answerDueOn: localDate(answerDueOn) }),
    ...(decideBy !== null && { decideBy: localDate(decideBy) }),
    ...(matter !== null && { matter }),
    ...(appealed !== null && { appealed }),
    ...(lateness !== null && { lateness }),
    ...(decision !== null && { decision }),
    ...(dueAt !== null && { dueAt: instantOf(dueAt) }),
  }
}

/** Writes down what a step has done, and puts it where the trader's software reads on. */
export async function writeThreadChange(
  transaction: AuthorityTransaction,
  change: ThreadChange,
  now: Instant,
): Promise<void> {
  await writeThread(transaction, change.thread)
  if (change.message !== undefined) await writeMessage(transaction, change, now)
  await tellChange(transaction, change, now)
  await noteInDossier(transaction, change, now)
}

/** Writes a thread as it stands; what is to be told goes by {@link writeThreadChange}. */
export async function writeThread(
  transaction: AuthorityTransaction,
  thread: Thread,
): Promise<void> {
  const changing = {
    status: thread.status,
    awaits: thread.awaits,
    answer_due_on: thread.answerDueOn ?? null,
    decide_by: thread.decideBy ?? null,
    lateness: thread.lateness ?? null,
    decision: thread.decision === undefined ? null : JSON.stringify(thread.decision),
    due_at: thread.dueAt ?? null,
  }
  await transaction
    .insertInto('correspondence_thread')
    .values({
      reference: thread.reference,
      application_id: thread.applicationId,
      kind: thread.kind,
      subject: thread.subject,
      lodgement_id: thread.lodgementId ?? null,
      opened_by: thread.openedBy,
      opened_at: thread.openedAt,
      matter: thread.matter === undefined ? null : JSON.stringify(thread.matter),
      appealed: thread.appealed === undefined ? null : JSON.stringify(thread.appealed),
      ...changing,
    })
    .onConflict((conflict) => conflict.column('reference').doUpdateSet(changing))
    .execute()
}

async function writeMessage(
  transaction: AuthorityTransaction,
  { thread, message }: ThreadChange,
  now: Instant,
): Promise<void> {
  if (message === undefined) return
  const { id, sentBy, officer, text, attachments, known } = message
  await transaction
    .insertInto('correspondence_message')
    .values({
      id,
      thread: thread.reference,
      application_id: thread.applicationId,
      sent_by: sentBy,
      officer: officer ?? null,
      text,
      at: now,
      sender_reference: known?.reference ?? null,
      request_sha256: known?.requestSha256 ?? null,
      answer: known === undefined ? null : JSON.stringify(known.answer),
    })
    .execute()
  // One at a time: together they could be larger than one statement takes.
  for (const [position, { name, mediaType, sha256, content }] of attachments.entries()) {
    await transaction
      .insertInto('correspondence_attachment')
      .values({
        id: newId('attachment'),
        message_id: id,
        position,
        name,
        media_type: mediaType,
        size_bytes: content.length,
        sha256,
        content,
      })
      .execute()
  }
}

/** The count is locked until the commit, so no reader sees a number before all that are smaller. */
async function tellChange(
  transaction: AuthorityTransaction,
  { thread, message, decision, notice, actor, what }: ThreadChange,
  now: Instant,
): Promise<void> {
  const { changes: number } = await transaction
    .insertInto('correspondence_count')
    .values({ application_id: thread.applicationId, changes: 1 })
    .onConflict((conflict) =>
      conflict
        .column('application_id')
        .doUpdateSet({ changes: sql<string>`correspondence_count.changes + 1` }),
    )
    .returning('changes')
    .executeTakeFirstOrThrow()
  await transaction
    .insertInto('correspondence_change')
    .values({
      application_id: thread.applicationId,
      number,
      thread: thread.reference,
      at: now,
      status: thread.status,
      awaits: thread.awaits,
      answer_due_on: thread.answerDueOn ?? null,
      message_id: message?.sentBy === 'office' ? message.id : null,
      decision: decision === undefined ? null : JSON.stringify(decision),
      notice: notice === undefined ? null : JSON.stringify(notice),
      actor,
      what,
    })
    .execute()
}

async function noteInDossier(
  transaction: AuthorityTransaction,
  { thread, actor, what }: ThreadChange,
  now: Instant,
): Promise<void> {
  if (thread.lodgementId === undefined) return
  await transaction
    .insertInto('dossier_entry')
    .values({
      lodgement_id: thread.lodgementId,
      at: now,
      actor,
      what: `letters: ${what}`,
      detail: JSON.stringify({ thread: thread.reference, kind: thread.kind }),
    })
    .execute()
}

/** What a letter was answered that came under the same reference, and what it asked. */
export async function findKnownLetter(
  transaction: AuthorityTransaction,
  { applicationId, reference }: { readonly applicationId: string; readonly reference: string },
): Promise<{ readonly requestSha256: string; readonly answer: object } | undefined> {
  // Two deliveries of one letter at the same moment wait for each other here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letter ${applicationId} ${reference}`}, 0))`.execute(
    transaction,
  )
  const row = await transaction
    .selectFrom('correspondence_message')
    .select(['request_sha256', 'answer'])
    .where('application_id', '=', applicationId)
    .where('sender_reference', '=', reference)
    .executeTakeFirst()
  return row === undefined || row.request_sha256 === null || row.answer === null
    ? undefined
    : { requestSha256: row.request_sha256, answer: row.answer }
}

/** The thread, neither refused as late nor closed undecided, in which a decision is or was under review. */
export async function findReview(
  transaction: AuthorityTransaction,
  by: { readonly dossierEntry?: string; readonly thread?: string },
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('correspondence_thread')
    .select('reference')
    .where('kind', '=', 'appeal')
    .where(sql<boolean>`appealed @> ${JSON.stringify(by)}::jsonb`)
    .where(sql<boolean>`lateness is distinct from 'refused'`)
    .where(sql<boolean>`(status <> 'closed' or decision is not null)`)
    .executeTakeFirst()
  return row?.reference
}
