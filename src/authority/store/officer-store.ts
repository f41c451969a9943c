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
  /** Since when they cannot sign in; absent while they can. */
  readonly accessClosedAt: Instant | null
}

/** Everybody who may or might sign in at the desk, by name. */
export async function listOfficers(transaction: AuthorityTransaction): Promise<readonly Officer[]> {
  const rows = await transaction
    .selectFrom('officer')
    .select(['name', 'role', 'created_at', 'last_signed_in_at', 'access_closed_at'])
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    role: row.role,
    since: instantOf(row.created_at),
    lastSignedInAt: row.last_signed_in_at === null ? null : instantOf(row.last_signed_in_at),
    accessClosedAt: row.access_closed_at === null ? null : instantOf(row.access_closed_at),
  }))
}
