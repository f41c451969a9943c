import { sql } from 'kysely'

import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { HISTORY_DAYS, type StepHistory } from './expected-time.ts'
import type { NextStep } from './next-step.ts'

/** The newest cases tell enough, and a tracking page must not read the record of thousands. */
const CASES_READ = 400

/**
 * How long a step has taken in the tenant's own newest cases, from their recorded events; nothing
 * where none has gone through it. Cases that still wait are not counted, so a sudden delay shows
 * only once the first of the delayed have come through.
 */
export async function readStepHistory(
  transaction: TenantTransaction,
  { from, to }: NextStep,
  now: Instant,
): Promise<StepHistory | undefined> {
  const since = instantOf(new Date(Date.parse(now) - HISTORY_DAYS * 86_400_000))
  const { rows } = await sql<{
    cases: number
    median: number | null
    ninetieth: number | null
  }>`
    with recent as (
      select id from (
        select id, opened_at from clearance_case order by id desc limit ${CASES_READ}::integer
      ) newest where opened_at >= ${since}::timestamptz
    ), ended as (
      select event.case_id, max(event.sequence) as sequence
      from case_event event join recent on recent.id = event.case_id
      where event.type = any(${to}::text[]) group by event.case_id
    ), waits as (
      select extract(epoch from ${momentOf('ending')} - ${momentOf('beginning')})
        ::double precision as seconds
      from ended
      join case_event ending
        on ending.case_id = ended.case_id and ending.sequence = ended.sequence
      join lateral (
        select * from case_event earlier
        where earlier.case_id = ended.case_id and earlier.sequence < ended.sequence
          and earlier.type = any(${from}::text[])
        order by earlier.sequence desc limit 1
      ) beginning on true
    )
    select count(*)::integer as cases,
      percentile_disc(0.5) within group (order by seconds) as median,
      percentile_disc(0.9) within group (order by seconds) as ninetieth
    from waits where seconds >= 0`.execute(transaction)
  const { cases, median, ninetieth } = rows[0]!
  if (median === null || ninetieth === null) return undefined
  return { cases, medianSeconds: median, ninetiethSeconds: ninetieth }
}

/**
 * When an event happened: as it says, else when it was recorded. Where it says no moment there is
 * none, and its case drops out of the history: what is recorded cannot be mended, and a tracking
 * page must not fail because of another parcel.
 */
function momentOf(event: 'beginning' | 'ending') {
  const stated = sql`${sql.ref(`${event}.data`)} ->> 'occurredAt'`
  return sql`case
    when ${stated} is null then ${sql.ref(`${event}.at`)}
    when pg_input_is_valid(${stated}, 'timestamptz') then (${stated})::timestamptz
  end`
}
