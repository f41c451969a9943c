import { sql, type Transaction } from 'kysely'

import { isId } from '../ids.ts'
import { openDatabase, withOpeningStatement, type Database } from './connect.ts'
import type { Schema } from './schema.ts'

/** A transaction in which exactly one tenant's rows exist. */
export type TenantTransaction = Transaction<Schema>

type AfterCommit = (database: Database<unknown>) => void

const afterCommit = new WeakMap<object, AfterCommit[]>()

/**
 * Runs work in one transaction that sees and writes the rows of one tenant. The tenant is set for
 * the transaction only, so a pooled connection carries nothing over to its next user. When the work
 * throws, everything that it wrote is rolled back, jobs included.
 *
 * @throws TypeError when the tenant's id does not have the form of an id
 */
export async function inTenant<T>(
  database: Database<Schema>,
  tenantId: string,
  work: (transaction: TenantTransaction) => Promise<T>,
): Promise<T> {
  if (!isId(tenantId)) throw new TypeError(`not a tenant's id: ${JSON.stringify(tenantId)}`)
  // The strict form of an id, checked above, makes it safe to write it into the statement.
  const opening = `set local app.tenant_id = '${tenantId}'`
  return withOpeningStatement(opening, () => inTransaction(database, work))
}

/**
 * Runs work in one transaction of a database without tenants, such as the sandbox authority's own.
 * In the application's database no tenant is set, so only tables without tenants show rows.
 */
export async function inTransaction<Tables, T>(
  database: Database<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const actions: AfterCommit[] = []
  const result = await openDatabase(database)
    .kysely.transaction()
    .execute((transaction) => {
      afterCommit.set(transaction, actions)
      return work(transaction)
    })
  for (const action of actions) action(database as Database<unknown>)
  return result
}

/** Runs an action once the transaction has been committed, and never when it was rolled back. */
export function onCommit<Tables>(transaction: Transaction<Tables>, action: AfterCommit): void {
  const actions = afterCommit.get(transaction)
  if (actions === undefined)
    throw new TypeError('this transaction was not opened by inTransaction()')
  actions.push(action)
}

/**
 * The functions that may look across tenants. Each is SECURITY DEFINER, was reviewed in its
 * migration, and returns ids only: what is behind an id is read inside {@link inTenant}.
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
