import type { Instant } from '../../customs/calendar/local-date.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** Ends every session of a person and every link that was not used yet. */
export async function shutOut(
  transaction: TenantTransaction,
  personId: string,
  now: Instant,
): Promise<void> {
  await transaction
    .updateTable('person_session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  await endUnusedLinks(transaction, personId, now)
}

/** Ends the links of a person that were not used yet. */
export async function endUnusedLinks(
  transaction: TenantTransaction,
  personId: string,
  now: Instant,
): Promise<void> {
  await transaction
    .updateTable('sign_in_link')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .execute()
}
