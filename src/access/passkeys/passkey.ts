import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from '../audit.ts'

/** A passkey as it can be shown: what its person calls it, and when it was used. */
export interface Passkey {
  readonly passkeyId: string
  readonly name: string
  readonly createdAt: Instant
  readonly lastUsedAt?: Instant
}

/** The passkeys of a person, the newest first. */
export async function listPasskeys(
  transaction: TenantTransaction,
  personId: string,
): Promise<readonly Passkey[]> {
  const rows = await passkeyRows(transaction, personId)
  return rows.map(passkeyOf)
}

/** The stored passkeys of a person, the newest first. */
export function passkeyRows(
  transaction: TenantTransaction,
  personId: string,
): Promise<readonly Row<'passkey'>[]> {
  return transaction
    .selectFrom('passkey')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute()
}

/** Takes a passkey away. Who has no other needs a link to sign in again. */
export async function removePasskey(
  transaction: TenantTransaction,
  { personId, passkeyId }: { readonly personId: string; readonly passkeyId: string },
  context: AccessContext,
): Promise<Result<Passkey>> {
  const row = await transaction
    .deleteFrom('passkey')
    .where('id', '=', passkeyId)
    .where('person_id', '=', personId)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchPasskey(passkeyId))
  await recordAccessChange(
    transaction,
    { action: 'passkey-removed', subject: personId, detail: { passkeyId } },
    context,
  )
  return success(passkeyOf(row))
}

/** The passkey in a stored row. */
export function passkeyOf(row: Row<'passkey'>): Passkey {
  return {
    passkeyId: row.id,
    name: row.name,
    createdAt: instantOf(row.created_at),
    ...(row.last_used_at !== null && { lastUsedAt: instantOf(row.last_used_at) }),
  }
}

function noSuchPasskey(passkeyId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `You have no passkey ${passkeyId}.`,
    mend: 'List your passkeys to see their ids.',
    zh: { message: `您没有通行密钥 ${passkeyId}。`, mend: '请在您的通行密钥列表中查看编号。' },
  }
}
