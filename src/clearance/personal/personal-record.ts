import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type PersonalFields, personalRecordIds, rejoin } from './personal-fields.ts'

/** Keeps the personal values of an order apart from the record that refers to them. */
export async function insertPersonalRecord(
  transaction: TenantTransaction,
  record: {
    readonly id: string
    readonly tenantId: string
    readonly fields: PersonalFields
    readonly at: string
  },
): Promise<void> {
  await transaction
    .insertInto('personal_record')
    .values({
      id: record.id,
      tenant_id: record.tenantId,
      fields: JSON.stringify(record.fields),
      created_at: record.at,
    })
    .execute()
}

/** The personal values behind the references in a value; erased ones are absent. */
export async function readPersonalFields(
  transaction: TenantTransaction,
  value: unknown,
): Promise<PersonalFields> {
  const ids = personalRecordIds(value)
  if (ids.length === 0) return {}
  const rows = await transaction
    .selectFrom('personal_record')
    .select('fields')
    .where('id', 'in', ids)
    .execute()
  return Object.assign({}, ...rows.map((row) => row.fields)) as PersonalFields
}

/** Reads a stored value with its personal data in place. */
export async function withPersonalFields<T>(transaction: TenantTransaction, value: T): Promise<T> {
  return rejoin(value, await readPersonalFields(transaction, value))
}
