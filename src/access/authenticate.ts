import type { Clock } from '../platform/clock.ts'
import { acrossTenants, inTenant, type Database, type Schema } from '../platform/postgres/index.ts'
import { isGood } from './api-keys.ts'
import { believing } from './believing.ts'
import { isKeySecret, keyHash } from './key-secret.ts'
import type { KeyPrincipal, Principal } from './principal.ts'
import { findSession } from './sessions/authenticate-session.ts'

/** What a request shows of itself; a key counts before a session. */
export interface ShownCredentials {
  /** The value of `Authorization`. */
  readonly authorization: string | undefined
  /** The secret in the cookie of a session. */
  readonly sessionSecret: string | undefined
}

/**
 * Finds in whose name a request is made.
 *
 * @returns nothing for a missing, malformed, unknown, expired or revoked key or session: which of
 *   these it is would only help somebody who guesses
 */
export type Authenticate = (
  shown: ShownCredentials,
) => Principal | undefined | Promise<Principal | undefined>

/** Makes the check of keys and sessions against the database, with a short memory for good ones. */
export function authentication(database: Database<Schema>, clock: Clock): Authenticate {
  const findByKey = believing(clock, (secret) => findKey(database, secret, clock))
  const findBySession = believing(clock, (secret) => findSession(database, secret, clock))
  return ({ authorization, sessionSecret }) => {
    if (authorization !== undefined) {
      const secret = bearerToken(authorization)
      return secret === undefined || !isKeySecret(secret) ? undefined : findByKey(secret)
    }
    return sessionSecret === undefined ? undefined : findBySession(sessionSecret)
  }
}

function bearerToken(header: string): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header)?.[1]
}

async function findKey(
  database: Database<Schema>,
  secret: string,
  clock: Clock,
): Promise<KeyPrincipal | undefined> {
  const [found] = await acrossTenants(database, 'find_api_key', [keyHash(secret)])
  const { tenant_id: tenantId, api_key_id: keyId } = found ?? {}
  if (tenantId === undefined || keyId === undefined) return undefined
  return inTenant(database, tenantId, async (transaction) => {
    const key = await transaction
      .selectFrom('api_key')
      .innerJoin('tenant', 'tenant.id', 'api_key.tenant_id')
      .select(['api_key.name', 'role', 'expires_at', 'revoked_at', 'tenant.kind'])
      .where('api_key.id', '=', keyId)
      .executeTakeFirst()
    if (key === undefined || !isGood(key, clock.now())) return undefined
    const actor = { kind: 'api-key', id: keyId, name: key.name } as const
    return { tenantId, tenantKind: key.kind, actor, role: key.role }
  })
}
