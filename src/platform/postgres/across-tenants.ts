import { sql } from 'kysely'

import { isId } from '../ids.ts'
import { openDatabase, type Database } from './connect.ts'
import type { Schema } from './schema.ts'

/**
 * The functions that may look across tenants. Each is SECURITY DEFINER, was reviewed in its
 * migration, and returns ids only: what is behind an id is read inside `inTenant`.
 */
export type CrossTenantPick =
  | 'find_api_key'
  | 'find_exchange_message'
  | 'due_exchange_messages'
  | 'find_tracking_link'
  | 'due_deliveries'

/**
 * Calls one of the reviewed picks across tenants.
 *
 * @returns one record of ids per row, under the names of the function's result columns
 * @throws TypeError when a function returns anything but ids, which is a fault of its migration
 */
export async function acrossTenants(
  database: Database<Schema>,
  pick: CrossTenantPick,
  parameters: readonly (string | number | Date | null)[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  const list = sql.join(parameters.map((parameter) => sql.val(parameter)))
  const call = sql<Record<string, string>>`select * from ${sql.id(pick)}(${list})`
  const { rows } = await call.execute(openDatabase(database).kysely)
  for (const value of rows.flatMap((row) => Object.values(row))) {
    if (!isId(value)) throw new TypeError(`${pick} must return ids only`)
  }
  return rows
}
