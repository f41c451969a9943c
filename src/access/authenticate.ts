import type { Clock } from '../platform/clock.ts'
import { acrossTenants, inTenant, type Database, type Schema } from '../platform/postgres/index.ts'
import { isGood } from './api-keys.ts'
import { isKeySecret, keyHash } from './key-secret.ts'
import type { Principal } from './principal.ts'

/**
 * Finds in whose name a request is made.
 *
 * @param header the value of `Authorization`
 * @returns nothing for a missing, malformed, unknown, expired or revoked key: which of these it is
 *   would only help somebody who guesses
 */
export type Authenticate = (header: string | undefined) => Promise<Principal | undefined>

/** How long a key that was found good is believed without asking again: a revocation works by then. */
const BELIEVED_MS = 3_000
const MOST_BELIEVED = 10_000

interface Believed {
  readonly principal: Principal
  readonly until: number
}

/** Makes the check of keys against the database, with a short memory for the good ones. */
export function keyAuthentication(database: Database<Schema>, clock: Clock): Authenticate {
  const believed = new Map<string, Believed>()
  return async (header) => {
    const secret = bearerToken(header)
    if (secret === undefined || !isKeySecret(secret)) return undefined
    const hash = keyHash(secret)
    const now = Date.parse(clock.now())
    const known = believed.get(hash)
    if (known !== undefined && now < known.until) return known.principal
    believed.delete(hash)
    const principal = await findPrincipal(database, hash, clock)
    if (principal === undefined) return undefined
    // Only good keys are remembered, so guesses cannot fill the memory; many good ones just start anew.
    if (believed.size >= MOST_BELIEVED) believed.clear()
    believed.set(hash, { principal, until: now + BELIEVED_MS })
    return principal
  }
}

function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
}

async function findPrincipal(
  database: Database<Schema>,
  hash: string,
  clock: Clock,
): Promise<Principal | undefined> {
  const [found] = await acrossTenants(database, 'find_api_key', [hash])
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
