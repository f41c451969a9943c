import type { Command } from 'commander'

import { issueApiKey, listApiKeys, revokeApiKey, roles, type Role } from '../../access/index.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { BadInput } from '../bad-input.ts'
import { choice } from '../options.ts'
import { exitCodes, writeJson, type Terminal } from '../terminal.ts'
import { needsDatabase, withinTenant, type TenantOption } from '../within-tenant.ts'
import type { Finish } from './quote.ts'

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

function momentOf(text: string): Instant {
  const moment = new Date(text)
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) || Number.isNaN(moment.getTime())) {
    throw new BadInput(`--expires: ${text} is no moment. Write one such as 2027-01-01T00:00:00Z.`)
  }
  return moment.toISOString() as Instant
}
