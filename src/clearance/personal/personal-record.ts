import { sql } from 'kysely'

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
export function readPersonalFields(
  transaction: TenantTransaction,
  value: unknown,
): Promise<PersonalFields> {
  return readPersonalRecords(transaction, personalRecordIds(value))
}

/** The personal values in some records; erased ones are absent. */
export async function readPersonalRecords(
  transaction: TenantTransaction,
  recordIds: readonly string[],
): Promise<PersonalFields> {
  if (recordIds.length === 0) return {}
  const rows = await transaction
    .selectFrom('personal_record')
    .select('fields')
    .where('id', 'in', recordIds)
    .execute()
  return Object.assign({}, ...rows.map((row) => row.fields)) as PersonalFields
}

/**
 * The personal values of the people in some orders; erased ones are absent. It takes one statement,
 * because the record of every case asks for them.
 */
export async function readPersonalFieldsOfOrders(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<PersonalFields> {
  const rows = await recordsOfOrders(transaction, orderIds).select('fields').execute()
  return Object.assign({}, ...rows.map((row) => row.fields)) as PersonalFields
}

/** Whether personal data of some orders were erased. */
export async function isErased(
  transaction: TenantTransaction,
  orderIds: readonly string[],
): Promise<boolean> {
  const erased = await recordsOfOrders(transaction, orderIds)
    .select('id')
    .where('erased_at', 'is not', null)
    .executeTakeFirst()
  return erased !== undefined
}

/** Finds the record that a stored order refers to; it has one for all of its people. */
const RECORD_ID = 'personal:([a-z]+_[0-9a-z]{26})#'

function recordsOfOrders(transaction: TenantTransaction, orderIds: readonly string[]) {
  return transaction.selectFrom('personal_record').where('id', 'in', (query) =>
    query
      .selectFrom('customer_order')
      .select(sql<string>`substring(data::text from ${RECORD_ID})`.as('record_id'))
      .where('id', 'in', orderIds),
  )
}

/** Reads a stored value with its personal data in place. */
export async function withPersonalFields<T>(transaction: TenantTransaction, value: T): Promise<T> {
  const recordIds = personalRecordIds(value)
  if (recordIds.length === 0) return value
  return rejoin(value, await readPersonalRecords(transaction, recordIds))
}
