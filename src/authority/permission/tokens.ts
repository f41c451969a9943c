import type { Instant } from '../../customs/calendar/local-date.ts'
import { newId, newSecret, sha256Hex } from '../../platform/ids.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { terms } from './terms.ts'

/** Tokens as they go out, once; the office keeps only their digests. */
export interface IssuedTokens {
  readonly accessToken: string
  readonly refreshToken?: string
  readonly scopes: string
}

/** Software that has shown its client id and secret. */
export interface KnownApplication {
  readonly id: string
}

const SECRET_BYTES = 24

/** Notes that a business has permitted something. @returns the code for the browser to carry back */
export async function issueCode(
  transaction: AuthorityTransaction,
  { id }: KnownApplication,
  wanted: { readonly scopes: string; readonly redirectUrl: string; readonly now: Instant },
): Promise<string> {
  const code = newSecret(SECRET_BYTES)
  await transaction
    .deleteFrom('permission_code')
    .where('expires_at', '<=', new Date(wanted.now))
    .execute()
  await transaction
    .insertInto('permission_code')
    .values({
      code_sha256: sha256Hex(code),
      application_id: id,
      scopes: wanted.scopes,
      redirect_url: wanted.redirectUrl,
      expires_at: secondsAfter(wanted.now, terms.codeSeconds),
    })
    .execute()
  return code
}

/** Exchanges a code for tokens, once. */
export async function redeemCode(
  transaction: AuthorityTransaction,
  { id }: KnownApplication,
  shown: { readonly code: string; readonly redirectUrl: string; readonly now: Instant },
): Promise<IssuedTokens | undefined> {
  const { now } = shown
  const taken = await transaction
    .deleteFrom('permission_code')
    .where('code_sha256', '=', sha256Hex(shown.code))
    .where('application_id', '=', id)
    .where('redirect_url', '=', shown.redirectUrl)
    .where('expires_at', '>', new Date(now))
    .returning('scopes')
    .executeTakeFirst()
  if (taken === undefined) return undefined
  const permissionId = newId('permission')
  const refreshToken = newSecret(SECRET_BYTES)
  await transaction
    .insertInto('permission')
    .values({
      ...{ id: permissionId, application_id: id, scopes: taken.scopes, granted_at: now },
      refresh_sha256: sha256Hex(refreshToken),
      ends_at: monthsAfter(now, terms.permissionMonths),
    })
    .execute()
  const { scopes } = taken
  const accessToken = await issueAccess(transaction, {
    applicationId: id,
    permissionId,
    scopes,
    now,
  })
  return { accessToken, refreshToken, scopes }
}

/**
 * Renews a permission: the refresh token that was shown is used up, and the access token that came with it
 * is let go at once.
 */
export async function renew(
  transaction: AuthorityTransaction,
  { id }: KnownApplication,
  shown: { readonly refreshToken: string; readonly now: Instant },
): Promise<IssuedTokens | undefined> {
  const { now } = shown
  const refreshToken = newSecret(SECRET_BYTES)
  const renewed = await transaction
    .updateTable('permission')
    .set({ refresh_sha256: sha256Hex(refreshToken) })
    .where('refresh_sha256', '=', sha256Hex(shown.refreshToken))
    .where('application_id', '=', id)
    .where('ends_at', '>', new Date(now))
    .returning(['id', 'scopes'])
    .executeTakeFirst()
  if (renewed === undefined) return undefined
  const { id: permissionId, scopes } = renewed
  await transaction.deleteFrom('access_token').where('permission_id', '=', permissionId).execute()
  const accessToken = await issueAccess(transaction, {
    applicationId: id,
    permissionId,
    scopes,
    now,
  })
  return { accessToken, refreshToken, scopes }
}

/** A token of the application itself, for what it does in nobody's name. */
export async function issueForApplication(
  transaction: AuthorityTransaction,
  { id }: KnownApplication,
  now: Instant,
): Promise<IssuedTokens> {
  const accessToken = await issueAccess(transaction, { applicationId: id, scopes: '', now })
  return { accessToken, scopes: '' }
}

interface NewAccess {
  readonly applicationId: string
  readonly permissionId?: string
  readonly scopes: string
  readonly now: Instant
}

async function issueAccess(
  transaction: AuthorityTransaction,
  { applicationId, permissionId, scopes, now }: NewAccess,
): Promise<string> {
  const token = newSecret(SECRET_BYTES)
  await transaction.deleteFrom('access_token').where('expires_at', '<=', new Date(now)).execute()
  await transaction
    .insertInto('access_token')
    .values({
      token_sha256: sha256Hex(token),
      application_id: applicationId,
      permission_id: permissionId ?? null,
      scopes,
      expires_at: secondsAfter(now, terms.accessSeconds),
    })
    .execute()
  return token
}

function monthsAfter(now: Instant, months: number): string {
  const end = new Date(now)
  end.setUTCMonth(end.getUTCMonth() + months)
  return end.toISOString()
}
