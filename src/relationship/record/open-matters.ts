import { sql } from 'kysely'

import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Money } from '../../customs/money/money.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** So many are told; more than a desk can hold at a time. */
const MATTERS_MAX = 200
/** What was asked of the authority longer ago than that is not looked for. */
const REQUESTS_OF_DAYS = 366

/** Something between the business and the authority that waits for one of them. */
export interface OpenMatter {
  readonly kind:
    'documents' | 'question' | 'examination' | 'amendment' | 'invalidation' | 'security' | 'letter'
  /** Absent of letters that are about no case. */
  readonly caseId?: string
  /** Of the case. */
  readonly reference?: string
  readonly mrn?: string
  /** Only of letters: their thread. */
  readonly threadId?: string
  /** Whose turn it is. */
  readonly awaits: 'business' | 'authority'
  readonly openedAt: Instant
  /** What was asked, in the words of whoever asked it; of a thread what it is about. */
  readonly words?: string
  /** The last moment or day for an answer, as the authority has stated it. */
  readonly dueAt?: string
  /** Of a security: what of it is to be given, or is held. */
  readonly amount?: Money
}

interface MatterRow {
  readonly kind: OpenMatter['kind']
  readonly case_id: string | null
  readonly reference: string | null
  readonly mrn: string | null
  readonly opened_at: Date
  readonly answered: boolean
  readonly words: string | null
  readonly due_at: string | null
  readonly thread_id?: string
  readonly amount?: Money
}

/**
 * What is open with the authority, what waits for the business first, the most pressing first. Checks
 * and questions end with the release, so they are looked for in cases before it only.
 */
export async function readOpenMatters(
  transaction: TenantTransaction,
  now: Instant,
): Promise<readonly OpenMatter[]> {
  const rows = [
    ...(await readChecks(transaction)),
    ...(await readRequests(transaction, now)),
    ...(await readSecurities(transaction)),
    ...(await readThreads(transaction)),
  ]
  const matters = await withPersonalFields(transaction, rows.map(matterOf))
  return matters.toSorted(byPressure).slice(0, MATTERS_MAX)
}

async function readChecks(transaction: TenantTransaction): Promise<readonly MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select matter.kind, c.id as case_id, c.reference, c.mrn, matter.opened_at, matter.answered,
      matter.words, matter.due_at
    from clearance_case c cross join lateral (
      select
        case e.type when 'documents-requested' then 'documents'
          when 'question-asked' then 'question' else 'examination' end as kind,
        e.at as opened_at,
        e.type = 'examination-ordered' or exists (
          select from case_event a where a.case_id = c.id and a.sequence > e.sequence
            and (a.type = 'documents-answered' and a.data ->> 'controlId' = e.data ->> 'controlId'
                and not exists (
                  select from case_event back where back.case_id = c.id and back.sequence > a.sequence
                    and back.type = 'documents-not-taken'
                    and back.data ->> 'controlId' = e.data ->> 'controlId')
              or a.type = 'question-answered' and a.data ->> 'questionId' = e.data ->> 'questionId')
        ) as answered,
        coalesce(nullif(concat_ws(': ', e.data ->> 'wanted', e.data ->> 'reason'), ''), e.data ->> 'text')
          as words,
        e.data ->> 'dueAt' as due_at
      from case_event e
      where e.case_id = c.id and e.type in ('documents-requested', 'question-asked', 'examination-ordered')
        and not exists (
          select from case_event z where z.case_id = c.id and z.sequence > e.sequence
            and (z.type in ('control-satisfied', 'control-not-satisfied', 'control-lapsed', 'goods-examined')
                and z.data ->> 'controlId' = e.data ->> 'controlId'
              or z.type in ('question-closed', 'question-lapsed')
                and z.data ->> 'questionId' = e.data ->> 'questionId')
        )
    ) as matter
    where c.state in ('lodged', 'registered', 'accepted')
    order by matter.answered, matter.opened_at limit ${sql.lit(MATTERS_MAX)}
  `.execute(transaction)
  return rows
}

async function readRequests(
  transaction: TenantTransaction,
  now: Instant,
): Promise<readonly MatterRow[]> {
  const since = new Date(Date.parse(now) - REQUESTS_OF_DAYS * 86_400_000)
  const { rows } = await sql<MatterRow>`
    select e.data ->> 'kind' as kind, c.id as case_id, c.reference, c.mrn, e.at as opened_at,
      true as answered, e.data ->> 'reason' as words, null as due_at
    from case_event e join clearance_case c on c.id = e.case_id
    where e.type = 'request-made' and e.at >= ${since} and not exists (
      select from case_event z where z.case_id = e.case_id and z.sequence > e.sequence
        and z.type in ('request-granted', 'request-denied')
        and z.data ->> 'requestId' = e.data ->> 'requestId'
    )
    order by e.at desc limit ${sql.lit(MATTERS_MAX)}
  `.execute(transaction)
  return rows
}

/**
 * Security that is wanted before goods may go, and what the authority still holds of one that was given.
 * Amounts of one security are in one currency.
 */
async function readSecurities(transaction: TenantTransaction): Promise<readonly MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select 'security' as kind, c.id as case_id, c.reference, c.mrn, e.at as opened_at,
      held.given is not null as answered, e.data ->> 'reason' as words, null as due_at,
      jsonb_build_object(
        'amount', coalesce(held.given - held.let_go, (e.data #>> '{amount,amount}')::numeric - held.less)::text,
        'currency', e.data #>> '{amount,currency}'
      ) as amount
    from case_event e join clearance_case c on c.id = e.case_id
      cross join lateral (
        select
          sum((s.data #>> '{amount,amount}')::numeric) filter (where s.type = 'security-given') as given,
          coalesce(sum((s.data #>> '{by,amount}')::numeric), 0) as less,
          coalesce(sum((s.data #>> '{by,amount}')::numeric)
            filter (where s.type <> 'security-lowered'), 0) as let_go
        from case_event s
        where s.case_id = e.case_id and s.sequence > e.sequence
          and s.type in ('security-given', 'security-lowered', 'security-returned', 'security-taken')
          and s.data ->> 'securityId' = e.data ->> 'securityId'
      ) as held
    where e.type = 'security-required'
      and case when held.given is null
        then c.state in ('lodged', 'registered', 'accepted')
          and (e.data #>> '{amount,amount}')::numeric > held.less
        else held.given > held.let_go end
    order by e.at desc limit ${sql.lit(MATTERS_MAX)}
  `.execute(transaction)
  return rows
}

async function readThreads(transaction: TenantTransaction): Promise<readonly MatterRow[]> {
  const { rows } = await sql<MatterRow>`
    select 'letter' as kind, t.id as thread_id, t.case_id, c.reference, t.mrn, t.opened_at,
      t.awaits <> 'trader' as answered, t.subject as words, t.answer_due_on::text as due_at
    from correspondence_thread t left join clearance_case c on c.id = t.case_id
    where t.awaits is not null and t.state not in ('closed', 'refused')
    order by t.awaits desc, t.answer_due_on nulls last, t.opened_at limit ${sql.lit(MATTERS_MAX)}
  `.execute(transaction)
  return rows
}

function matterOf(row: MatterRow): OpenMatter {
  return {
    kind: row.kind,
    ...(row.case_id !== null && { caseId: row.case_id }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.mrn !== null && { mrn: row.mrn }),
    ...(row.thread_id !== undefined && { threadId: row.thread_id }),
    ...(row.amount !== undefined && { amount: row.amount }),
    awaits: row.answered ? 'authority' : 'business',
    openedAt: instantOf(row.opened_at),
    ...(row.words !== null && { words: row.words }),
    ...(row.due_at !== null && !row.answered && { dueAt: row.due_at }),
  }
}

/** Ours before theirs, what is due before what is not, the older first. */
function byPressure(left: OpenMatter, right: OpenMatter): number {
  const key = ({ awaits, dueAt = '9999', openedAt }: OpenMatter) =>
    `${awaits === 'business' ? 0 : 1} ${awaits === 'business' ? dueAt : ''} ${openedAt}`
  return key(left) < key(right) ? -1 : 1
}
