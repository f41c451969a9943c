import { type RawBuilder, sql } from 'kysely'

import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type ResponseSpan, type ResponseSpanId, responseSpans } from './response-spans.ts'
import { weeksBegin } from './weeks.ts'

/**
 * Of one week and one span no more than so many are measured, the newest: a business with hundreds of
 * thousands of cases is told within the same time as one with few, and its median is as good.
 */
const MEASURED_MAX = 500

/** How long something took in one time. */
export interface Durations {
  /** How many were measured, at most 500 of a week. */
  readonly count: number
  /** Half took no longer, in seconds. Absent where nothing was measured. */
  readonly medianSeconds?: number
  /** Nine of ten took no longer. */
  readonly p90Seconds?: number
}

/** The same of one week, by when it began; weeks in which nothing was measured are absent. */
export interface DurationsOfWeek extends Durations {
  readonly from: Instant
}

/** What the messages to an authority were first answered with is measured beside the spans of cases. */
export type ResponseTimeId =
  ResponseSpanId | 'first-answer' | 'letter-answered' | 'enquiry-answered'

/** How long one thing took, over all weeks and week by week. */
export interface ResponseTime extends Durations {
  readonly id: ResponseTimeId
  readonly whose: ResponseSpan['whose']
  readonly weeks: readonly DurationsOfWeek[]
}

/** Of which channels, and how far back. */
export interface ResponseQuestion {
  /** The channels of the authority. */
  readonly channels: readonly string[]
  readonly now: Instant
  readonly weeks: number
}

/**
 * How long answers of an authority took, and our own to it, as they were recorded here: a
 * notification counts from when it was stored. What has not ended yet is not measured.
 *
 * Every case of this program is declared in the one format there is, so its events are those with the
 * one authority; where there is another, its cases have to be told apart here.
 */
export async function readResponseTimes(
  transaction: TenantTransaction,
  question: ResponseQuestion,
): Promise<readonly ResponseTime[]> {
  const answers = await readWeeks(transaction, question, firstAnswers(question))
  const measured: ResponseTime[] = [{ id: 'first-answer', whose: 'authority', ...answers }]
  for (const span of responseSpans) {
    const times = await readWeeks(transaction, question, endingsOf(span))
    measured.push({ id: span.id, whose: span.whose, ...times })
  }
  measured.push(
    {
      ...{ id: 'letter-answered', whose: 'authority' },
      ...(await readWeeks(transaction, question, threadsOpenedBy('trader'))),
    },
    {
      ...{ id: 'enquiry-answered', whose: 'business' },
      ...(await readWeeks(transaction, question, threadsOpenedBy('office'))),
    },
  )
  return measured
}

/** What ended, within a row of `week`, and how long a row of that took. */
interface Measure {
  readonly ended: RawBuilder<unknown>
  readonly seconds: RawBuilder<unknown>
}

function firstAnswers({ channels, now }: ResponseQuestion): Measure {
  return {
    ended: sql`
      select m.id, m.sent_at from exchange_message m
      where m.channel = any(${[...channels]}::text[])
        and m.sent_at >= week.begins and m.sent_at < week.ends and m.sent_at <= ${now}
      order by m.sent_at desc limit ${sql.lit(MEASURED_MAX)}`,
    // An answer may be stored before the sender has noted that its message is out.
    seconds: sql`
      select greatest(0, extract(epoch from min(n.received_at) - ended.sent_at))
      from exchange_notification n where n.message_id = ended.id having min(n.received_at) is not null`,
  }
}

/** From the letter that opened a thread to the first answer of the other side. */
function threadsOpenedBy(opener: 'trader' | 'office'): Measure {
  return {
    ended: sql`
      select t.opened_at, t.first_answer_at from correspondence_thread t
      where t.opened_by = ${sql.lit(opener)}
        and t.first_answer_at >= week.begins and t.first_answer_at < week.ends
      order by t.first_answer_at desc limit ${sql.lit(MEASURED_MAX)}`,
    seconds: sql`
      select greatest(0, extract(epoch from ended.first_answer_at - ended.opened_at))`,
  }
}

/** Types are written out, because the index knows only those of some types. */
function endingsOf({ from, until, same }: ResponseSpan): Measure {
  const thing = (alias: string) =>
    same === undefined
      ? sql``
      : sql`and ${sql.ref(`${alias}.data`)} ->> ${sql.lit(same)} = ended.data ->> ${sql.lit(same)}`
  const ofTypes = (alias: string, types: readonly string[]) =>
    sql`${sql.ref(`${alias}.type`)} in (${sql.join(types.map((type) => sql.lit(type)))})`
  return {
    ended: sql`
      select e.case_id, e.sequence, e.at, e.data from case_event e
      where ${ofTypes('e', until)} and e.at >= week.begins and e.at < week.ends
      order by e.at desc limit ${sql.lit(MEASURED_MAX)}`,
    // The first ending counts: goods that were examined are not examined once more by their release.
    seconds: sql`
      select extract(epoch from ended.at - begun.at) from (
        select b.sequence, b.at from case_event b
        where b.case_id = ended.case_id and b.sequence < ended.sequence
          and ${ofTypes('b', from)} ${thing('b')}
        order by b.sequence desc limit 1
      ) as begun
      where not exists (
        select from case_event f
        where f.case_id = ended.case_id and f.sequence > begun.sequence
          and f.sequence < ended.sequence and ${ofTypes('f', until)} ${thing('f')}
      )`,
  }
}

interface WeekRow {
  /** Null for all weeks together. */
  readonly begins: Date | null
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

async function readWeeks(
  transaction: TenantTransaction,
  { now, weeks }: ResponseQuestion,
  { ended, seconds }: Measure,
): Promise<Durations & { readonly weeks: readonly DurationsOfWeek[] }> {
  const { rows } = await sql<WeekRow>`
    with week as (
      select begins, begins + interval '168 hours' as ends
      from generate_series(
        ${weeksBegin(now, weeks)}::timestamptz, ${now}::timestamptz, interval '168 hours'
      ) as begins
    )
    select week.begins, count(*)::integer as count,
      percentile_disc(0.5) within group (order by took.seconds)::float8 as median,
      percentile_disc(0.9) within group (order by took.seconds)::float8 as p90
    from week
      cross join lateral (${ended}) as ended
      cross join lateral (${seconds}) as took (seconds)
    group by grouping sets ((week.begins), ())
    order by week.begins
  `.execute(transaction)
  const all = rows.find(({ begins }) => begins === null)
  return {
    ...durationsOf(all),
    weeks: rows.flatMap((row) =>
      row.begins === null ? [] : [{ from: instantOf(row.begins), ...durationsOf(row) }],
    ),
  }
}

function durationsOf(row: WeekRow | undefined): Durations {
  if (row === undefined || row.median === null || row.p90 === null) return { count: 0 }
  const { count, median, p90 } = row
  return { count, medianSeconds: Math.round(median), p90Seconds: Math.round(p90) }
}
