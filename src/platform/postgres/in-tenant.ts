import type { Transaction } from 'kysely'

import { isId } from '../ids.ts'
import type { Database } from './connect.ts'
import { inTransaction } from './in-transaction.ts'
import type { Schema } from './schema.ts'

/** A transaction in which exactly one tenant's rows exist. */
export type TenantTransaction = Transaction<Schema>

/**
 * Runs work in one transaction that sees and writes the rows of one tenant. The tenant is set for
 * the transaction only, so a pooled connection carries nothing over to its next user.
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
  return inTransaction(database, work, `begin; set local app.tenant_id = '${tenantId}'`)
}
