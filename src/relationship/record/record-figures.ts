import { sql } from 'kysely'

import type { Instant } from '../../customs/calendar/local-date.ts'
import type { RecordFigure } from '../../customs/trusted-trader/assess-standing.ts'
import type { RecordFigureName } from '../../customs/trusted-trader/trusted-trader-scheme.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

interface Counted {
  readonly count: number
  readonly last_at: Date | null
}

/**
 * What the record says beside the criteria of a trusted trader, since a moment. A business that has
 * lodged nothing has no record, which is not the same as a good one.
 */
export async function readRecordFigures(
  transaction: TenantTransaction,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<readonly RecordFigure[]> {
  const lodged = await countTypes(transaction, ['declaration-sent'], since)
  if (lodged.count === 0)
    return figureNames.map((name) => ({ name, count: 0, unknown: 'no-record' }))
  const accepted = await countTypes(transaction, ['declaration-accepted'], since)
  const late = await countLateAnswers(transaction, { since, now })
  const against = (name: RecordFigureName, { count, last_at }: Counted, of?: number) => ({
    ...{ name, count },
    ...(of !== undefined && { of }),
    ...(last_at !== null && { lastAt: instantOf(last_at) }),
  })
  return [
    { name: 'declarations-lodged', count: lodged.count },
    against(
      'declarations-rejected',
      await countTypes(transaction, ['declaration-rejected'], since),
      lodged.count,
    ),
    against('entries-corrected', await countAmendments(transaction, since), accepted.count),
    against('re-assessments', await countReassessments(transaction, since), accepted.count),
    against('answers-late', late, late.asked),
    against('funds-insufficient', await countTypes(transaction, ['funds-insufficient'], since)),
    against('penalties', await countPenalties(transaction, since)),
    against(
      'goods-stopped',
      await countTypes(transaction, ['entry-refused', 'goods-seized'], since),
    ),
  ]
}

const figureNames: readonly RecordFigureName[] = [
  'declarations-lodged',
  'declarations-rejected',
  'entries-corrected',
  're-assessments',
  'answers-late',
  'funds-insufficient',
  'penalties',
  'goods-stopped',
]

/** Types are written out, because the index knows only those of some types. */
async function countTypes(
  transaction: TenantTransaction,
  types: readonly string[],
  since: Instant,
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::integer as count, max(e.at) as last_at from case_event e
    where e.type in (${sql.join(types.map((type) => sql.lit(type)))}) and e.at >= ${since}
  `.execute(transaction)
  return rows[0]!
}

/** Penalties that were imposed and stand, lowered or not; a warning is none. */
async function countPenalties(transaction: TenantTransaction, since: Instant): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(*)::integer as count, max(e.at) as last_at from case_event e
    where e.type = 'penalty-imposed' and e.at >= ${since} and not exists (
      select from case_event fell
      where fell.case_id = e.case_id and fell.type = 'penalty-withdrawn'
        and fell.data ->> 'penaltyId' = e.data ->> 'penaltyId'
    )
  `.execute(transaction)
  return rows[0]!
}

/** Entries that were amended because the business asked for it. */
async function countAmendments(transaction: TenantTransaction, since: Instant): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(distinct e.case_id)::integer as count, max(e.at) as last_at from case_event e
    where e.type = 'request-granted' and e.at >= ${since} and exists (
      select from case_event asked
      where asked.case_id = e.case_id and asked.sequence < e.sequence and asked.type = 'request-made'
        and asked.data ->> 'kind' = 'amendment' and asked.data ->> 'requestId' = e.data ->> 'requestId'
    )
  `.execute(transaction)
  return rows[0]!
}

/** Entries that customs has changed, or assessed anew before anything was amended. */
async function countReassessments(
  transaction: TenantTransaction,
  since: Instant,
): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select count(distinct e.case_id)::integer as count, max(e.at) as last_at from case_event e
    where e.type in ('control-not-satisfied', 'assessment-corrected') and e.at >= ${since}
      and (e.type = 'control-not-satisfied' or not exists (
        select from case_event amended
        where amended.case_id = e.case_id and amended.type = 'request-granted' and amended.at <= e.at
      ))
  `.execute(transaction)
  return rows[0]!
}

/** Requests for documents with a last moment, and those that were answered after it or not at all. */
async function countLateAnswers(
  transaction: TenantTransaction,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<Counted & { readonly asked: number }> {
  const { rows } = await sql<Counted & { readonly asked: number }>`
    select count(*)::integer as asked,
      count(*) filter (where coalesce(ended.at, ${now}) > asked.due_at)::integer as count,
      max(asked.due_at) filter (where coalesce(ended.at, ${now}) > asked.due_at) as last_at
    from (
      select e.case_id, e.sequence, e.data ->> 'controlId' as control_id,
        -- As the authority wrote it; what is no moment is no limit.
        case when e.data ->> 'dueAt' ~ '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:?\\d{2})?$'
          then (e.data ->> 'dueAt')::timestamptz end as due_at
      from case_event e
      where e.type = 'documents-requested' and e.at >= ${since}
    ) as asked left join lateral (
      select min(a.at) as at from case_event a
      where a.case_id = asked.case_id and a.sequence > asked.sequence
        and a.type in ('documents-answered', 'control-satisfied', 'control-not-satisfied', 'control-lapsed')
        and a.data ->> 'controlId' = asked.control_id
        -- What was not taken is no answer.
        and not (a.type = 'documents-answered' and exists (
          select from case_event back where back.case_id = a.case_id and back.sequence > a.sequence
            and back.type = 'documents-not-taken' and back.data ->> 'controlId' = asked.control_id))
    ) as ended on true
    where asked.due_at is not null
  `.execute(transaction)
  return rows[0]!
}
