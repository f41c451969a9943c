import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf, type Clock } from '../../platform/clock.ts'
import {
  acrossTenants,
  inTenant,
  type Database,
  type Schema,
} from '../../platform/postgres/index.ts'
import { actorOf, stateOf } from '../people/person.ts'
import type { PersonPrincipal } from '../principal.ts'
import { expiryOf, isOpen } from './session.ts'
import { isSignInSecret, signInSecretHash } from './sign-in-secret.ts'

/** A session counts as used anew after so long; noting each request would write at every turn. */
const SEEN_EVERY_MS = 5 * 60_000

/**
 * Finds who is signed in by the secret of a session; nothing for a session that has ended or expired,
 * and for a person who may not sign in any more.
 */
export async function findSession(
  database: Database<Schema>,
  secret: string,
  clock: Clock,
): Promise<PersonPrincipal | undefined> {
  if (!isSignInSecret('session', secret)) return undefined
  const [found] = await acrossTenants(database, 'find_person_session', [signInSecretHash(secret)])
  const { tenant_id: tenantId, session_id: sessionId } = found ?? {}
  if (tenantId === undefined || sessionId === undefined) return undefined
  return inTenant(database, tenantId, async (transaction) => {
    const session = await transaction
      .selectFrom('person_session')
      .selectAll()
      .where('id', '=', sessionId)
      .executeTakeFirst()
    if (session === undefined || !isOpen(session, clock.now())) return undefined
    const person = await transaction
      .selectFrom('person')
      .innerJoin('tenant', 'tenant.id', 'person.tenant_id')
      .selectAll('person')
      .select('tenant.kind')
      .where('person.id', '=', session.person_id)
      .executeTakeFirst()
    if (person === undefined || stateOf(person) !== 'active') return undefined
    return {
      tenantId,
      tenantKind: person.kind,
      actor: actorOf(person),
      role: person.role,
      session: {
        sessionId,
        lastSeenAt: instantOf(session.last_seen_at),
        expiresAt: expiryOf(session),
      },
    }
  })
}

/**
 * Notes that a session is in use, which lengthens its life. To be called for what a person does, not
 * for what an open page does by itself.
 */
export async function noteSessionSeen(
  database: Database<Schema>,
  { tenantId, session }: PersonPrincipal,
  now: Instant,
): Promise<void> {
  if (Date.parse(now) - Date.parse(session.lastSeenAt) < SEEN_EVERY_MS) return
  await inTenant(database, tenantId, (transaction) =>
    transaction
      .updateTable('person_session')
      .set({ last_seen_at: now })
      .where('id', '=', session.sessionId)
      .where('last_seen_at', '<', new Date(now))
      .execute(),
  )
}
