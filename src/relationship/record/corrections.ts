import { sql } from 'kysely'

import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { add, type Money, zero } from '../../customs/money/money.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type Correction, type CorrectionEvent, correctionsOfCase } from './corrections-of-case.ts'
import { groupedBy } from './grouped-by.ts'
import { weeksBegin } from './weeks.ts'

/** So many cases with corrections are looked at, the newest: enough for what a person reads. */
const CASES_MAX = 500

/** A correction with its case. */
export interface CorrectionOfCase extends Correction {
  readonly caseId: string
  readonly reference: string
}

/** How many corrections of a kind there were, and what they came to in each currency. */
export interface CorrectionSum {
  readonly kind: Correction['kind']
  readonly outcome: Correction['outcome']
  readonly count: number
  /** Differences of what is due, one sum for each currency. */
  readonly differences: readonly Money[]
}

/** What was corrected since a day. */
export interface Corrections {
  readonly since: Instant
  readonly sums: readonly CorrectionSum[]
  /** The newest first. */
  readonly items: readonly CorrectionOfCase[]
  /** Whether there were cases with corrections beyond those that were looked at. */
  readonly hasMore: boolean
}

/** What the business and the authority have corrected in the last weeks. */
export async function readCorrections(
  transaction: TenantTransaction,
  { now, weeks }: { readonly now: Instant; readonly weeks: number },
): Promise<Corrections> {
  const since = weeksBegin(now, weeks)
  const rows = await readCorrectionEvents(transaction, since)
  const cases = groupedBy(rows, ({ case_id }) => case_id)
  const recorded = [...cases].flatMap(([caseId, events]) =>
    correctionsOfCase(events.flatMap(correctionEventOf))
      .filter(({ at }) => at >= since)
      .map((correction) => ({ ...correction, caseId, reference: events[0]!.reference })),
  )
  const items = recorded.toSorted((left, right) => (left.at < right.at ? 1 : -1))
  return {
    since,
    sums: sumsOf(items),
    items: await withPersonalFields(transaction, items),
    hasMore: cases.size >= CASES_MAX,
  }
}

interface EventRow {
  readonly case_id: string
  readonly reference: string
  readonly sequence: number
  readonly type: string
  readonly at: Date
  readonly request_id: string | null
  readonly request_kind: string | null
  readonly reason: string | null
  readonly version_id: string | null
  readonly payable: Money | null
}

async function readCorrectionEvents(
  transaction: TenantTransaction,
  since: Instant,
): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    with corrected as (
      select e.case_id, max(e.at) as at from case_event e
      where e.type in ('request-granted', 'request-denied', 'assessment-corrected',
          'control-not-satisfied', 'debt-reduced', 'debt-refunded')
        and e.at >= ${since}
      group by e.case_id order by max(e.at) desc limit ${sql.lit(CASES_MAX)}
    )
    select e.case_id, c.reference, e.sequence, e.type, e.at,
      e.data ->> 'requestId' as request_id, e.data ->> 'kind' as request_kind,
      e.data ->> 'reason' as reason, e.data ->> 'versionId' as version_id, e.data -> 'payable' as payable
    from corrected join clearance_case c on c.id = corrected.case_id
      join case_event e on e.case_id = corrected.case_id
    where e.type in ('request-made', 'request-granted', 'request-denied',
      'assessment-notified', 'assessment-corrected', 'assessment-final')
    order by e.case_id, e.sequence
  `.execute(transaction)
  return rows
}

function correctionEventOf(row: EventRow): readonly CorrectionEvent[] {
  const { sequence, request_id: requestId, version_id: versionId, payable } = row
  const at = instantOf(row.at)
  if (payable !== null && versionId !== null) {
    return [{ kind: 'assessed', sequence, at, versionId, payable }]
  }
  if (requestId === null) return []
  if (row.type === 'request-granted') return [{ kind: 'granted', sequence, at, requestId }]
  if (row.type === 'request-denied') return [{ kind: 'denied', sequence, at, requestId }]
  if (row.request_kind !== 'amendment') return []
  return [{ kind: 'asked', sequence, at, requestId, reason: row.reason ?? '' }]
}

function sumsOf(items: readonly Correction[]): readonly CorrectionSum[] {
  const kinds = groupedBy(items, ({ kind, outcome }) => `${kind} ${outcome}`)
  return [...kinds.values()].map((alike) => {
    const { kind, outcome } = alike[0]!
    const changes = alike.flatMap(({ due }) => due?.difference ?? [])
    const differences = [...groupedBy(changes, ({ currency }) => currency)].map(
      ([currency, amounts]) => amounts.reduce(add, zero(currency)),
    )
    return { kind, outcome, count: alike.length, differences }
  })
}
