import { readTenant, type AccessContext } from '../access/index.ts'
import { systemClock } from '../platform/clock.ts'
import { isId } from '../platform/ids.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { operator, withDatabase } from './application-database.ts'
import { BadInput } from './bad-input.ts'
import type { Terminal } from './terminal.ts'

/** The tenant that a command works in. */
export interface TenantOption {
  readonly tenant: string
}

/** What the help of such a command says at its end. */
export function needsDatabase(example: string): string {
  return `\nWorks on the installation in TIDEWAITER_DATA (var/), or on DATABASE_APP_URL.\n\nExample:\n  $ bin/tidewaiter ${example}`
}

/** Runs work within one tenant, in the name of whoever has the machine. */
export function withinTenant<T>(
  terminal: Terminal,
  tenantId: string,
  work: (transaction: TenantTransaction, context: AccessContext) => Promise<T>,
): Promise<T> {
  if (!isId(tenantId)) throw noSuchTenant(tenantId)
  return withDatabase(terminal, (database) =>
    inTenant(database, tenantId, async (transaction) => {
      if ((await readTenant(transaction, tenantId)) === undefined) throw noSuchTenant(tenantId)
      return work(transaction, { tenantId, actor: operator, now: systemClock.now() })
    }),
  )
}

function noSuchTenant(tenantId: string): BadInput {
  return new BadInput(
    `--tenant: There is no tenant ${tenantId}. Use the id that tenant create has shown.`,
  )
}
