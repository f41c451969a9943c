import type { Clock } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { seal, type SealingKey, unseal } from '../../platform/sealed-secret.ts'

/** Whose permission is meant: that of one business with the authority of one channel. */
export interface GrantPlace {
  readonly tenantId: string
  readonly channel: string
}

/** What is shown to the authority, and with what it is renewed. */
export interface GrantTokens {
  readonly accessToken: string
  /** Good once. */
  readonly refreshToken: string
}

/** A permission in force, opened. */
export interface OpenGrant {
  readonly grantId: string
  readonly tokens: GrantTokens
  readonly accessExpiresAt: Date
  readonly expiresAt: Date
}

/** A permission as people may see it: since when, until when, and how it ended. */
export interface GrantRecord {
  readonly grantId: string
  readonly grantedAt: Date
  readonly expiresAt: Date
  readonly refreshedAt?: Date
  readonly scopes: readonly string[]
  readonly ended?: { readonly at: Date; readonly why: GrantEnd }
}

/**
 * Why a permission is over: we were told to disconnect, another took its place, its time was up, or the
 * authority would not renew it, which is how a withdrawal at its own page shows.
 */
export type GrantEnd = NonNullable<Row<'authority_grant'>['ended_why']>

/** A permission that has just been given. */
export interface NewGrant {
  readonly tokens: GrantTokens
  readonly scopes: string
  readonly accessExpiresAt: Date
  readonly grantedAt: Date
  readonly expiresAt: Date
  readonly actor: { readonly kind: string; readonly id: string }
}

/**
 * Opens the permission in force.
 *
 * @param lock `for-renewal` keeps every other node from it until the transaction ends: a refresh token
 *   that is shown twice is worth nothing
 */
export async function openGrant(
  transaction: TenantTransaction,
  sealingKey: SealingKey,
  { channel }: GrantPlace,
  lock: 'none' | 'for-renewal' = 'none',
): Promise<OpenGrant | undefined> {
  const query = transaction
    .selectFrom('authority_grant')
    .select(['id', 'sealed_tokens', 'access_expires_at', 'expires_at'])
    .where('channel', '=', channel)
    .where('ended_at', 'is', null)
  const row = await (lock === 'none' ? query : query.forUpdate()).executeTakeFirst()
  if (row?.sealed_tokens == null) return undefined
  return {
    grantId: row.id,
    tokens: JSON.parse(unseal(sealingKey, row.sealed_tokens, row.id)) as GrantTokens,
    accessExpiresAt: row.access_expires_at,
    expiresAt: row.expires_at,
  }
}

/** Keeps a new permission; one that was in force gives way to it. */
export async function keepGrant(
  transaction: TenantTransaction,
  sealingKey: SealingKey,
  { tenantId, channel }: GrantPlace,
  grant: NewGrant,
): Promise<string> {
  await endGrant(transaction, { tenantId, channel }, { why: 'replaced', at: grant.grantedAt })
  const id = newId('grant')
  await transaction
    .insertInto('authority_grant')
    .values({
      id,
      tenant_id: tenantId,
      channel,
      sealed_tokens: seal(sealingKey, JSON.stringify(grant.tokens), id),
      scopes: grant.scopes,
      access_expires_at: grant.accessExpiresAt,
      granted_at: grant.grantedAt,
      expires_at: grant.expiresAt,
      actor: JSON.stringify(grant.actor),
    })
    .execute()
  return id
}

/** Keeps the tokens that have come for those of a permission in force. */
export async function keepRenewed(
  transaction: TenantTransaction,
  sealingKey: SealingKey,
  grantId: string,
  renewed: { readonly tokens: GrantTokens; readonly accessExpiresAt: Date; readonly at: Date },
): Promise<void> {
  await transaction
    .updateTable('authority_grant')
    .set({
      sealed_tokens: seal(sealingKey, JSON.stringify(renewed.tokens), grantId),
      access_expires_at: renewed.accessExpiresAt,
      refreshed_at: renewed.at,
    })
    .where('id', '=', grantId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends the permission in force and forgets its tokens. @returns the id of what was ended */
export async function endGrant(
  transaction: TenantTransaction,
  { channel }: GrantPlace,
  { why, at }: { readonly why: GrantEnd; readonly at: Date },
): Promise<string | undefined> {
  const ended = await transaction
    .updateTable('authority_grant')
    .set({ sealed_tokens: null, ended_at: at, ended_why: why })
    .where('channel', '=', channel)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended?.id
}

/** The latest permission, in force or over; nothing where none was ever given. */
export async function readLatestGrant(
  transaction: TenantTransaction,
  { channel }: GrantPlace,
): Promise<GrantRecord | undefined> {
  const row = await transaction
    .selectFrom('authority_grant')
    .select(['id', 'granted_at', 'expires_at', 'refreshed_at', 'scopes', 'ended_at', 'ended_why'])
    .where('channel', '=', channel)
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { ended_at: at, ended_why: why } = row
  return {
    grantId: row.id,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    ...(row.refreshed_at !== null && { refreshedAt: row.refreshed_at }),
    scopes: row.scopes.split(' ').filter((scope) => scope !== ''),
    ...(at !== null && why !== null && { ended: { at, why } }),
  }
}

/** What keeping and opening permissions takes. */
export interface GrantPorts {
  readonly clock: Clock
  readonly sealingKey: SealingKey
}
