import { sql, type RawBuilder } from 'kysely'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Thread } from '../correspondence/thread.ts'
import type { Awaited, ThreadKind, ThreadStatus } from '../correspondence/thread-life-cycle.ts'
import { readThread } from './correspondence-store.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** Which letters an officer looks at: whose turn it is, what is late, or everything. */
export const threadViews = ['office', 'trader', 'overdue', 'all'] as const

/** One of {@link threadViews}. */
export type ThreadViewName = (typeof threadViews)[number]

/** One line of the list of letters. */
export interface ThreadLine {
  readonly thread: string
  readonly kind: ThreadKind
  readonly subject: string
  readonly trader: string
  readonly mrn: string | null
  readonly openedBy: 'trader' | 'office'
  readonly openedAt: Instant
  readonly status: ThreadStatus
  readonly awaits: Awaited
  readonly answerDueOn: LocalDate | null
  readonly isOverdue: boolean
  /** Of an appeal that came late and has not been looked at for that. */
  readonly isLate: boolean
  readonly outcome: string | null
}

/** Which part of the list is wanted. */
export interface ThreadPage extends ThreadFilter {
  readonly view: ThreadViewName
  /** How many lines were read before. */
  readonly offset: number
  readonly limit: number
}

/** What the list is narrowed by. */
export interface ThreadFilter {
  /** The day of the office. */
  readonly today: LocalDate
  readonly kind?: ThreadKind
  readonly mrn?: string
  /** A part of the reference, MRN, subject or the name of the trader's software. */
  readonly search?: string
}

/** The threads that wait first, by their last days. */
export async function listThreads(
  transaction: AuthorityTransaction,
  page: ThreadPage,
): Promise<readonly ThreadLine[]> {
  const { rows } = await sql<Omit<ThreadLine, 'openedAt'> & { readonly openedAt: Date }>`
    select thread.reference as thread, kind, subject, application.name as trader, lodgement.mrn,
           opened_by as "openedBy", opened_at as "openedAt", status, awaits,
           answer_due_on as "answerDueOn",
           ${isOverdue(page.today)} as "isOverdue",
           lateness is not distinct from 'pending' as "isLate", decision ->> 'outcome' as outcome
    from ${fromThreads}
    where ${wanted(page)} and ${inView(page.view, page.today)}
    order by status = 'closed', awaits <> 'office', answer_due_on nulls last, thread.reference desc
    limit ${page.limit} offset ${page.offset}`.execute(transaction)
  return rows.map((row) => ({ ...row, openedAt: instantOf(row.openedAt) }))
}

/** How many threads each view has. */
export async function countThreads(
  transaction: AuthorityTransaction,
  filter: ThreadFilter,
): Promise<Readonly<Record<ThreadViewName, number>>> {
  const countOf = (view: ThreadViewName) =>
    sql`count(*) filter (where ${inView(view, filter.today)})::integer`
  const { rows } = await sql<Record<ThreadViewName, number>>`
    select ${countOf('office')} as office, ${countOf('trader')} as trader,
           ${countOf('overdue')} as overdue, count(*)::integer as "all"
    from ${fromThreads} where ${wanted(filter)}`.execute(transaction)
  return rows[0] ?? { office: 0, trader: 0, overdue: 0, all: 0 }
}

const fromThreads = sql`correspondence_thread as thread
  join trader_application as application on application.id = thread.application_id
  left join lodgement on lodgement.id = thread.lodgement_id`

function isOverdue(today: LocalDate): RawBuilder<boolean> {
  return sql<boolean>`coalesce(awaits <> 'nobody' and answer_due_on < ${today}::date, false)`
}

function inView(view: ThreadViewName, today: LocalDate): RawBuilder<boolean> {
  switch (view) {
    case 'office':
    case 'trader':
      return sql<boolean>`awaits = ${view}`
    case 'overdue':
      return isOverdue(today)
    case 'all':
      return sql<boolean>`true`
  }
}

function wanted({ kind, mrn, search }: ThreadFilter): RawBuilder<boolean> {
  const part = `%${(search ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<boolean>`(${kind ?? null}::text is null or kind = ${kind ?? null})
    and (${mrn ?? null}::text is null or lodgement.mrn = ${mrn ?? null})
    and (${search ?? null}::text is null or thread.reference ilike ${part}
         or lodgement.mrn ilike ${part} or subject ilike ${part} or application.name ilike ${part})`
}

/** What was done in a thread, by whom, in order. */
export interface ThreadAct {
  readonly at: Instant
  readonly actor: string
  readonly what: string
}

/** The history of a thread. */
export async function listActs(
  transaction: AuthorityTransaction,
  reference: string,
): Promise<readonly ThreadAct[]> {
  const rows = await transaction
    .selectFrom('correspondence_change')
    .select(['at', 'actor', 'what'])
    .where('thread', '=', reference)
    .orderBy('number')
    .execute()
  return rows.map(({ at, ...act }) => ({ at: instantOf(at), ...act }))
}

/** Takes threads that the office has to look at, locked; what another transaction holds is passed over. */
export async function claimDueThreads(
  transaction: AuthorityTransaction,
  now: Instant,
  limit: number,
): Promise<readonly Thread[]> {
  const rows = await transaction
    .selectFrom('correspondence_thread')
    .leftJoin('lodgement', 'lodgement.id', 'correspondence_thread.lodgement_id')
    .selectAll('correspondence_thread')
    .select('lodgement.mrn')
    .where('correspondence_thread.due_at', '<=', new Date(now))
    .orderBy('correspondence_thread.due_at')
    .limit(limit)
    .forUpdate('correspondence_thread')
    .skipLocked()
    .execute()
  return rows.map(readThread)
}
