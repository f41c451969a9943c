import { insertPersonalRecord } from '../../clearance/personal/personal-record.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from '../audit.ts'
import type { Role } from '../role.ts'
import { personalFieldsOfPerson, personOf, type Person } from './person.ts'

/** What an owner says of somebody who is to work with the tenant's cases. */
export interface NewPerson {
  readonly name: string
  /** For the tenant's own use: the link is handed over by whoever invites. */
  readonly email?: string
  readonly role: Role
}

/** Adds a person, who can do nothing until a sign-in link is issued and used. */
export async function invitePerson(
  transaction: TenantTransaction,
  person: NewPerson,
  context: AccessContext,
): Promise<Person> {
  const { tenantId, now } = context
  const recordId = newId('personal')
  const fields = personalFieldsOfPerson(person, recordId)
  await insertPersonalRecord(transaction, { id: recordId, tenantId, fields, at: now })
  const row = await transaction
    .insertInto('person')
    .values({
      id: newId('person'),
      tenant_id: tenantId,
      personal_record_id: recordId,
      role: person.role,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordAccessChange(
    transaction,
    { action: 'person-invited', subject: row.id, detail: { role: person.role } },
    context,
  )
  return personOf({ ...row, fields })
}
