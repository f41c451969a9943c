import type { Command } from 'commander'

import {
  issueApiKey,
  listApiKeys,
  readTenant,
  revokeApiKey,
  roles,
  type AccessContext,
  type Role,
} from '../../access/index.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { systemClock } from '../../platform/clock.ts'
import { isId } from '../../platform/ids.ts'
import { inTenant, type TenantTransaction } from '../../platform/postgres/index.ts'
import { operator, withDatabase } from '../application-database.ts'
import { BadInput } from '../bad-input.ts'
import { choice } from '../options.ts'
import { exitCodes, writeJson, type Terminal } from '../terminal.ts'
import type { Finish } from './quote.ts'

interface TenantOption {
  readonly tenant: string
}

interface CreateOptions extends TenantOption {
  readonly name: string
  readonly role: Role
  readonly expires?: string
}

/** The keys of a tenant, for whoever runs the server; owners use the API. */
export function addKeyCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const key = program.command('key').summary('the API keys of a tenant')

  key
    .command('create')
    .summary('make a key and show it')
    .description('Makes a key and shows it, which cannot be done again.')
    .requiredOption('--tenant <id>', 'the tenant')
    .requiredOption('--name <name>', 'who or what uses the key')
    .addOption(choice('--role <role>', 'what the key may do', roles))
    .option('--expires <moment>', 'from when on it no longer works, such as 2027-01-01T00:00:00Z')
    .addHelpText(
      'after',
      needsDatabase('key create --tenant tenant_... --name shop --role operator'),
    )
    .action(async ({ tenant, name, role, expires }: CreateOptions) => {
      const expiry = expires === undefined ? {} : { expiresAt: momentOf(expires) }
      const issued = await withinTenant(terminal, tenant, (transaction, context) =>
        issueApiKey(transaction, { name, role, ...expiry }, context),
      )
      await writeJson(terminal, issued)
    })

  key
    .command('list')
    .summary('list the keys')
    .description('Lists the keys of a tenant without their secrets, the newest first.')
    .requiredOption('--tenant <id>', 'the tenant')
    .addHelpText('after', needsDatabase('key list --tenant tenant_...'))
    .action(async ({ tenant }: TenantOption) => {
      await writeJson(terminal, await withinTenant(terminal, tenant, listApiKeys))
    })

  key
    .command('revoke <keyId>')
    .summary('end a key')
    .description('Ends a key; it stops working within a few seconds.')
    .requiredOption('--tenant <id>', 'the tenant')
    .addHelpText('after', needsDatabase('key revoke key_... --tenant tenant_...'))
    .action(async (keyId: string, { tenant }: TenantOption) => {
      const revoked = await withinTenant(terminal, tenant, (transaction, context) =>
        revokeApiKey(transaction, keyId, context),
      )
      await writeJson(terminal, revoked.ok ? revoked.value : { failures: revoked.failures })
      finish(revoked.ok ? exitCodes.success : exitCodes.refused)
    })
}

function needsDatabase(example: string): string {
  return `\nWorks on the installation in TIDEWAITER_DATA (var/), or on DATABASE_APP_URL.\n\nExample:\n  $ bin/tidewaiter ${example}`
}

function withinTenant<T>(
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

function momentOf(text: string): Instant {
  const moment = new Date(text)
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) || Number.isNaN(moment.getTime())) {
    throw new BadInput(`--expires: ${text} is no moment. Write one such as 2027-01-01T00:00:00Z.`)
  }
  return moment.toISOString() as Instant
}
