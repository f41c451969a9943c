import { sql } from 'kysely'

import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { Money } from '../../customs/money/money.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { weeksBegin } from './weeks.ts'

/** So many are told, the newest. */
const DECIDED_MAX = 200

/** What an authority has decided on a letter of the business. */
export interface DecidedLetter {
  readonly threadId: string
  readonly kind: 'voluntary-correction' | 'repayment-claim' | 'ruling-request' | 'appeal'
  readonly subject: string
  readonly caseId?: string
  /** Of the case. */
  readonly reference?: string
  readonly outcome:
    'accepted' | 'accepted-in-part' | 'refused' | 'issued' | 'upheld' | 'varied' | 'cancelled'
  /** As the authority has dated it. */
  readonly decidedOn: LocalDate
  /** Of a voluntary correction: what is due more or less by it, as the business worked it out. */
  readonly difference?: Money
}

interface DecidedRow {
  readonly thread_id: string
  readonly kind: DecidedLetter['kind']
  readonly subject: string
  readonly case_id: string | null
  readonly reference: string | null
  readonly outcome: DecidedLetter['outcome']
  readonly decided_on: LocalDate
  readonly difference: Money | null
}

/** What was decided in the last weeks on corrections, rulings and appeals, the newest first. */
export async function readDecidedLetters(
  transaction: TenantTransaction,
  { now, weeks }: { readonly now: Instant; readonly weeks: number },
): Promise<readonly DecidedLetter[]> {
  const { rows } = await sql<DecidedRow>`
    select t.id as thread_id, t.kind, t.subject, t.case_id, c.reference,
      t.decision ->> 'outcome' as outcome, t.decision ->> 'decidedOn' as decided_on,
      t.matter -> 'dutyDifference' as difference
    from correspondence_thread t left join clearance_case c on c.id = t.case_id
    where t.decision is not null
      and t.kind in ('voluntary-correction', 'repayment-claim', 'ruling-request', 'appeal')
      and t.decision ->> 'decidedOn' >= ${weeksBegin(now, weeks).slice(0, 10)}
    order by t.decision ->> 'decidedOn' desc, t.id desc limit ${sql.lit(DECIDED_MAX)}
  `.execute(transaction)
  return withPersonalFields(
    transaction,
    rows.map((row) => ({
      ...{ threadId: row.thread_id, kind: row.kind, subject: row.subject },
      ...(row.case_id !== null && { caseId: row.case_id }),
      ...(row.reference !== null && { reference: row.reference }),
      ...{ outcome: row.outcome, decidedOn: row.decided_on },
      ...(row.kind === 'voluntary-correction' &&
        row.difference !== null && { difference: row.difference }),
    })),
  )
}
