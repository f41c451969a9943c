import type { Instant } from '../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../customs/result.ts'
import { instantOf } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from './audit.ts'
import { keyHash, keyHint, newKeySecret } from './key-secret.ts'
import type { Role } from './role.ts'

/** A key as it can be shown: who it is for and what it may do, never the secret. */
export interface ApiKey {
  readonly keyId: string
  readonly name: string
  readonly role: Role
  /** The first characters of the secret. */
  readonly hint: string
  readonly createdAt: Instant
  readonly expiresAt?: Instant
  readonly revokedAt?: Instant
}

/** A key at the moment of its making, the only one at which its secret is known. */
export interface IssuedApiKey extends ApiKey {
  readonly secret: string
}

/** What the owner decides about a key before it is made; the secret is drawn, never chosen. */
export interface NewApiKey {
  /** For people, who tell by it which of their systems holds the key. */
  readonly name: string
  readonly role: Role
  /** From then on the key is refused; a key without it is good until it is revoked. */
  readonly expiresAt?: Instant
}

/** Makes a key. What is stored of the secret is its hash, so it can be shown this once only. */
export async function issueApiKey(
  transaction: TenantTransaction,
  { name, role, expiresAt }: NewApiKey,
  context: AccessContext,
): Promise<IssuedApiKey> {
  const secret = newKeySecret()
  const row = await transaction
    .insertInto('api_key')
    .values({
      id: newId('key'),
      tenant_id: context.tenantId,
      name,
      role,
      key_sha256: keyHash(secret),
      key_hint: keyHint(secret),
      created_at: context.now,
      expires_at: expiresAt ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAccessChange(
    transaction,
    { action: 'key-issued', subject: row.id, detail: { name, role, expiresAt: expiresAt ?? null } },
    context,
  )
  return { ...apiKeyOf(row), secret }
}

/** All keys of the tenant, the newest first, revoked ones included. */
export async function listApiKeys(transaction: TenantTransaction): Promise<readonly ApiKey[]> {
  const rows = await transaction.selectFrom('api_key').selectAll().orderBy('id', 'desc').execute()
  return rows.map(apiKeyOf)
}

/**
 * Ends a key. Ending it again changes nothing. The last key of an owner that is still good cannot
 * be ended, because nobody could make a new one.
 */
export async function revokeApiKey(
  transaction: TenantTransaction,
  keyId: string,
  context: AccessContext,
): Promise<Result<ApiKey>> {
  const keys = await lockKeys(transaction)
  const key = keys.find(({ id }) => id === keyId)
  if (key === undefined) return failure(noSuchKey(keyId))
  if (key.revoked_at !== null) return success(apiKeyOf(key))
  const otherOwners = keys.filter(
    (other) => other.id !== keyId && isGoodOwnerKey(other, context.now),
  )
  if (key.role === 'owner' && otherOwners.length === 0) return failure(lastOwnerKey(keyId))
  const row = await transaction
    .updateTable('api_key')
    .set({ revoked_at: context.now })
    .where('id', '=', keyId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAccessChange(transaction, { action: 'key-revoked', subject: keyId }, context)
  return success(apiKeyOf(row))
}

/** Two owners who end each other's key at the same moment have to take turns. */
function lockKeys(transaction: TenantTransaction): Promise<Row<'api_key'>[]> {
  return transaction.selectFrom('api_key').selectAll().orderBy('id').forUpdate().execute()
}

function isGoodOwnerKey(key: Row<'api_key'>, now: Instant): boolean {
  return key.role === 'owner' && isGood(key, now)
}

/** Whether a key opens anything at the given moment. */
export function isGood(
  { expires_at, revoked_at }: Pick<Row<'api_key'>, 'expires_at' | 'revoked_at'>,
  now: Instant,
): boolean {
  return revoked_at === null && (expires_at === null || instantOf(expires_at) > now)
}

function noSuchKey(keyId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no key ${keyId}.`,
    mend: 'List the keys to see their ids.',
    zh: { message: `没有密钥 ${keyId}。`, mend: '请在密钥列表中查看编号。' },
  }
}

function lastOwnerKey(keyId: string): Failure {
  return {
    code: 'conflict',
    path: '',
    message: `${keyId} is the last key of an owner; without it nobody could make another.`,
    mend: 'Make a new owner key first.',
    zh: {
      message: `${keyId} 是最后一把所有者密钥；停用后将无人能够创建新的密钥。`,
      mend: '请先创建新的所有者密钥。',
    },
  }
}

function apiKeyOf(row: Row<'api_key'>): ApiKey {
  return {
    keyId: row.id,
    name: row.name,
    role: row.role,
    hint: row.key_hint,
    createdAt: instantOf(row.created_at),
    ...(row.expires_at !== null && { expiresAt: instantOf(row.expires_at) }),
    ...(row.revoked_at !== null && { revokedAt: instantOf(row.revoked_at) }),
  }
}
