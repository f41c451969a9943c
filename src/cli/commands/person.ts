import type { Command } from 'commander'

import { issueOwnerLink, listPeople, signInLinkUrl } from '../../access/index.ts'
import { readConfig } from '../../platform/config.ts'
import { badInput } from '../bad-input.ts'
import { exitCodes, writeJson, type Terminal } from '../terminal.ts'
import { needsDatabase, withinTenant, type TenantOption } from '../within-tenant.ts'
import type { Finish } from './quote.ts'

interface LinkOptions extends TenantOption {
  readonly person?: string
  readonly name?: string
}

/** The people of a tenant, for whoever runs the server; owners use the console. */
export function addPersonCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const person = program.command('person').summary('the people who sign in to the console')

  person
    .command('link')
    .summary('make a sign-in link')
    .description(
      'Makes a link that lets a person in once, by default the only owner, and shows it. Links that ' +
        'were made for the person before and not used end.',
    )
    .requiredOption('--tenant <id>', 'the tenant')
    .option('--person <id>', 'for whom; needed where there are several owners')
    .option('--name <name>', 'name of the first owner, where the tenant has none yet')
    .addHelpText('after', needsDatabase('person link --tenant tenant_...'))
    .action(async ({ tenant, person: personId, name }: LinkOptions) => {
      const config = readConfig(terminal.environment)
      if (!config.ok) throw badInput('environment', config.failures)
      const wanted = {
        ...(personId !== undefined && { personId }),
        ...(name !== undefined && { firstOwnerName: name }),
      }
      const link = await withinTenant(terminal, tenant, (transaction, context) =>
        issueOwnerLink(transaction, wanted, context),
      )
      if (link.ok) {
        const { personId: id, expiresAt } = link.value
        const url = signInLinkUrl(config.value.publicUrl, link.value)
        await writeJson(terminal, { personId: id, url, expiresAt })
      } else {
        await writeJson(terminal, { failures: link.failures })
        finish(exitCodes.refused)
      }
    })

  person
    .command('list')
    .summary('list the people')
    .description('Lists the people of a tenant, the newest first.')
    .requiredOption('--tenant <id>', 'the tenant')
    .addHelpText('after', needsDatabase('person list --tenant tenant_...'))
    .action(async ({ tenant }: TenantOption) => {
      await writeJson(terminal, await withinTenant(terminal, tenant, listPeople))
    })
}
