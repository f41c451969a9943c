import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from '../audit.ts'
import { shutOut } from '../sessions/shut-out.ts'
import { lockPeople, noSuchPerson, personOf, stateOf, type Person } from './person.ts'

/**
 * Erases the name and the address of a person who is disabled, with their passkeys and what their
 * sessions told of their devices. What they did stays on record, by somebody whose name is gone.
 */
export async function erasePerson(
  transaction: TenantTransaction,
  personId: string,
  context: AccessContext,
): Promise<Result<Person>> {
  const row = (await lockPeople(transaction)).find(({ id }) => id === personId)
  if (row === undefined) return failure(noSuchPerson(personId))
  if (stateOf(row) === 'erased') return success(personOf(row))
  if (stateOf(row) !== 'disabled') return failure(notDisabled)
  const { now } = context
  await shutOut(transaction, personId, now)
  await transaction.deleteFrom('passkey').where('person_id', '=', personId).execute()
  await transaction
    .updateTable('person_session')
    .set({ device: null })
    .where('person_id', '=', personId)
    .execute()
  await transaction
    .updateTable('personal_record')
    .set({ fields: '{}', erased_at: now })
    .where('id', '=', row.personal_record_id)
    .execute()
  const erased = await transaction
    .updateTable('person')
    .set({ erased_at: now, version: row.version + 1 })
    .where('id', '=', personId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAccessChange(
    transaction,
    { action: 'personal-data-erased', subject: personId },
    context,
  )
  return success(personOf({ ...erased, fields: {} }))
}

const notDisabled: Failure = {
  code: 'conflict',
  path: '',
  message: 'The person can still sign in.',
  mend: 'Disable the person first.',
  zh: { message: '该人员仍可登录。', mend: '请先停用该人员。' },
}
