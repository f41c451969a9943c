import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, success, type Result } from '../../customs/result.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'

/** Whose access changes, at whose word. */
export interface AccessOrder {
  /** The officer, by the name that stands in the dossiers. */
  readonly name: string
  /** Absent where software with the token orders it. */
  readonly by: string | undefined
  readonly at: Instant
}

/**
 * Closes an officer's access: sessions end, links are worth nothing, and no passkey signs in. Nobody
 * closes their own, so an office with a head never stands without one.
 */
export async function closeAccess(
  transaction: AuthorityTransaction,
  { name, by, at }: AccessOrder,
): Promise<Result<undefined>> {
  if (name === by) return ownAccess
  const id = await officerId(transaction, name)
  if (id === undefined) return noOfficer
  // Links before the officer: signing in locks them in this order too.
  await transaction
    .deleteFrom('sign_in_link')
    .where('officer_id', '=', id)
    .where('used_at', 'is', null)
    .execute()
  await transaction
    .updateTable('officer')
    .set({ access_closed_at: at, access_closed_by: by ?? null })
    .where('id', '=', id)
    .where('access_closed_at', 'is', null)
    .execute()
  await transaction
    .updateTable('officer_session')
    .set({ ended_at: at })
    .where('officer_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  return success(undefined)
}

/** Lets an officer sign in again, with a new link or a passkey of before. */
export async function openAccess(
  transaction: AuthorityTransaction,
  name: string,
): Promise<Result<undefined>> {
  const id = await officerId(transaction, name)
  if (id === undefined) return noOfficer
  await transaction
    .updateTable('officer')
    .set({ access_closed_at: null, access_closed_by: null })
    .where('id', '=', id)
    .execute()
  return success(undefined)
}

async function officerId(
  transaction: AuthorityTransaction,
  name: string,
): Promise<string | undefined> {
  const officer = await transaction
    .selectFrom('officer')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  return officer?.id
}

const ownAccess = failure({
  code: 'conflict',
  path: '/name',
  message: 'Nobody closes their own access.',
  mend: 'ask another head of the office to do it',
  zh: { message: '不能关闭自己的访问权限。', mend: '请由另一位负责人操作' },
})

const noOfficer = failure({
  code: 'not-found',
  path: '/name',
  message: 'The office knows no officer of this name.',
  zh: { message: '本关没有该姓名的关员。' },
})
