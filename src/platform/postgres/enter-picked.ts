import { sql, type Transaction } from 'kysely'

import { isId } from '../ids.ts'
import { callPick, type CrossTenantPick } from './across-tenants.ts'
import type { TenantTransaction } from './in-tenant.ts'
import type { Schema } from './schema.ts'

/**
 * Calls a reviewed pick across tenants within a transaction that has no tenant yet, and goes on in
 * it as the tenant that was picked: so the pick and what is done with it are one. Whoever has
 * entered a tenant cannot enter another.
 *
 * @returns the ids of the first row that was picked, or nothing where there is none
 * @throws TypeError when the transaction belongs to a tenant already, or the pick names none
 */
export async function enterPicked(
  transaction: Transaction<Schema>,
  pick: CrossTenantPick,
  parameters: readonly (string | number | Date | null)[],
): Promise<Readonly<Record<string, string>> | undefined> {
  const [picked] = await callPick(transaction, pick, parameters)
  if (picked === undefined) return undefined
  const { tenant_id: tenantId } = picked
  if (tenantId === undefined || !isId(tenantId)) throw new TypeError(`${pick} names no tenant`)
  await enter(transaction, tenantId)
  return picked
}

/** Set for the transaction only, as by `inTenant`. */
async function enter(transaction: TenantTransaction, tenantId: string): Promise<void> {
  const { rows } = await sql<{ earlier: string | null }>`
    select current_tenant() as earlier, set_config('app.tenant_id', ${tenantId}, true)
  `.execute(transaction)
  const earlier = rows[0]?.earlier ?? null
  if (earlier !== null) throw new TypeError(`this transaction belongs to ${earlier}`)
}
