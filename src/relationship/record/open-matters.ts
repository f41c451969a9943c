import { sql } from 'kysely'

import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** So many are told; more than a desk can hold at a time. */
const MATTERS_MAX = 200
/** What was asked of the authority longer ago than that is not looked for. */
const REQUESTS_OF_DAYS = 366

/** Something between the business and the authority that waits for one of them. */
export interface OpenMatter {
  readonly kind: 'documents' | 'question' | 'examination' | 'amendment' | 'invalidation'
  readonly caseId: string
  readonly reference: string
  readonly mrn?: string
  /** Whose turn it is. */
  readonly awaits: 'business' | 'authority'
  readonly openedAt: Instant
  /** What was asked, in the words of whoever asked it. */
  readonly words?: string
  /** The last moment for an answer, as the authority has stated it. */
  readonly dueAt?: string
}

interface MatterRow {
  readonly kind: OpenMatter['kind']
  readonly case_id: string
  readonly reference: string
  readonly mrn: string | null
  readonly opened_at: Date
  readonly answered: boolean
  readonly words: string | null
  readonly due_at: string | null
}

/**
 * What is open with the authority, what waits for the business first, the most pressing first. Checks
 * and questions end with the release, so they are looked for in cases before it only.
 */
export async function readOpenMatters(
  transaction: TenantTransaction,
  now: Instant,
): Promise<readonly OpenMatter[]> {
  const rows = [...(await readChecks(transaction)), ...(await readRequests(transaction, now))]
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
              or a.type = 'question-answered' and a.data ->> 'questionId' = e.data ->> 'questionId')
        ) as answered,
        coalesce(nullif(concat_ws(': ', e.data ->> 'wanted', e.data ->> 'reason'), ''), e.data ->> 'text')
          as words,
        e.data ->> 'dueAt' as due_at
      from case_event e
      where e.case_id = c.id and e.type in ('documents-requested', 'question-asked', 'examination-ordered')
        and not exists (
          select from case_event z where z.case_id = c.id and z.sequence > e.sequence
            and (z.type in ('control-satisfied', 'control-not-satisfied', 'goods-examined')
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

function matterOf(row: MatterRow): OpenMatter {
  return {
    ...{ kind: row.kind, caseId: row.case_id, reference: row.reference },
    ...(row.mrn !== null && { mrn: row.mrn }),
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
