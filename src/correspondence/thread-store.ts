import { sql } from 'kysely'

import type { LocalDate } from '../customs/calendar/local-date.ts'
import type { ThreadKind } from '../exchange/letters/letter-change.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'

/** A thread as it is stored. */
export type StoredThread = Row<'correspondence_thread'>

/** A thread that nobody else changes before the transaction ends; undefined where there is none. */
export function lockThread(
  transaction: TenantTransaction,
  threadId: string,
): Promise<StoredThread | undefined> {
  return transaction
    .selectFrom('correspondence_thread')
    .selectAll()
    .where('id', '=', threadId)
    .forUpdate()
    .executeTakeFirst()
}

/** How a thread stands for whoever looks for work. */
export const threadStandings = [
  'open',
  'awaiting-us',
  'awaiting-authority',
  'overdue',
  'ended',
] as const

/** One of {@link threadStandings}; `overdue` is an answer of ours whose day is over. */
export type ThreadStanding = (typeof threadStandings)[number]

/** Which threads are wanted; what is absent narrows nothing. */
export interface ThreadFilter {
  readonly standing?: ThreadStanding
  readonly kinds?: readonly ThreadKind[]
  readonly caseId?: string
  readonly threadId?: string
  /** Appeals against what this thread tells of. */
  readonly againstThread?: string
  readonly today: LocalDate
  /** Only threads that were opened before this one. */
  readonly before?: string
  readonly atMost: number
}

/** A thread in a list, with the reference of its case and how many letters it has. */
export interface FoundThread extends StoredThread {
  readonly case_reference: string | null
  readonly letter_count: number
  /** Whether a letter of ours has not reached the authority yet, or was given up. */
  readonly under_way: 'sending' | 'given-up' | null
}

/** Finds threads, the newest first. */
export function findThreads(
  transaction: TenantTransaction,
  { standing, kinds, caseId, threadId, againstThread, today, before, atMost }: ThreadFilter,
): Promise<readonly FoundThread[]> {
  let query = transaction
    .selectFrom('correspondence_thread as thread')
    .leftJoin('clearance_case', 'clearance_case.id', 'thread.case_id')
    .selectAll('thread')
    .select([
      'clearance_case.reference as case_reference',
      sql<number>`(select count(*)::integer from letter where letter.thread_id = thread.id)`.as(
        'letter_count',
      ),
      sql<FoundThread['under_way']>`(
        select case
          when bool_or(m.state in ('dead', 'set-aside')) then 'given-up'
          when bool_or(m.state in ('due', 'sending', 'unknown')) then 'sending'
        end
        from letter join exchange_message m on m.id = letter.message_id
        where letter.thread_id = thread.id
      )`.as('under_way'),
    ])
    .orderBy('thread.id', 'desc')
    .limit(atMost)
  if (kinds !== undefined) query = query.where('thread.kind', 'in', kinds)
  if (caseId !== undefined) query = query.where('thread.case_id', '=', caseId)
  if (threadId !== undefined) query = query.where('thread.id', '=', threadId)
  if (againstThread !== undefined) {
    query = query.where(sql`thread.matter -> 'appeal' ->> 'threadId'`, '=', againstThread)
  }
  if (before !== undefined) query = query.where('thread.id', '<', before)
  if (standing !== undefined) query = query.where(standingIs(standing, today))
  return query.execute()
}

function standingIs(standing: ThreadStanding, today: LocalDate) {
  switch (standing) {
    case 'open':
      return sql<boolean>`thread.state not in ('closed', 'refused', 'decided')`
    case 'awaiting-us':
      return sql<boolean>`thread.awaits = 'trader'`
    case 'awaiting-authority':
      return sql<boolean>`thread.awaits = 'office'`
    case 'overdue':
      return sql<boolean>`thread.awaits = 'trader' and thread.answer_due_on < ${today}`
    case 'ended':
      return sql<boolean>`thread.state in ('closed', 'refused', 'decided')`
  }
}

/** A letter with what became of its sending and the papers that went with it. */
export interface FoundLetter extends Omit<Row<'letter'>, 'tenant_id'> {
  readonly message_state: Row<'exchange_message'>['state'] | null
  readonly last_error: string | null
  readonly papers: readonly LetterPaper[]
}

/** A paper of a letter, without its bytes. */
export interface LetterPaper {
  readonly attachmentId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly isErased: boolean
}

/** The letters of a thread, the oldest first. */
export function readLetters(
  transaction: TenantTransaction,
  threadId: string,
): Promise<readonly FoundLetter[]> {
  return transaction
    .selectFrom('letter')
    .leftJoin('exchange_message as message', 'message.id', 'letter.message_id')
    .select([
      ...(['letter.id', 'letter.thread_id', 'letter.written_by', 'letter.actor'] as const),
      ...(['letter.officer', 'letter.text', 'letter.message_id'] as const),
      ...(['letter.office_letter_id', 'letter.written_at', 'letter.erased_at'] as const),
      'message.state as message_state',
      'message.last_error',
      sql<readonly LetterPaper[]>`coalesce((
        select json_agg(json_build_object(
          'attachmentId', a.id, 'fileName', a.file_name, 'mediaType', a.media_type,
          'sizeBytes', a.size_bytes, 'sha256', a.sha256, 'isErased', a.erased_at is not null
        ) order by la.position)
        from letter_attachment la join attachment a on a.id = la.attachment_id
        where la.letter_id = letter.id
      ), '[]')`.as('papers'),
    ])
    .where('letter.thread_id', '=', threadId)
    .orderBy('letter.id')
    .execute()
}
