import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { OfficerRole } from './desk-tables.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** An officer as colleagues see them. */
export interface Officer {
  readonly name: string
  readonly role: OfficerRole
  readonly since: Instant
  /** When they last opened a session; absent before the first. */
  readonly lastSignedInAt: Instant | null
}

/** Everybody who may sign in at the desk, by name. */
export async function listOfficers(transaction: AuthorityTransaction): Promise<readonly Officer[]> {
  const rows = await transaction
    .selectFrom('officer')
    .leftJoin('officer_session', 'officer_session.officer_id', 'officer.id')
    .select(['name', 'role', 'created_at'])
    .select(({ fn }) => fn.max('opened_at').as('last_opened_at'))
    .groupBy('officer.id')
    .orderBy('name')
    .execute()
  return rows.map((row) => {
    const last = row.last_opened_at
    return {
      name: row.name,
      role: row.role,
      since: instantOf(row.created_at),
      lastSignedInAt: last === null ? null : instantOf(last),
    }
  })
}
