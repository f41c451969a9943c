import type { Command } from 'commander'

import { createTenant } from '../../access/index.ts'
import { chooseChannel } from '../../clearance/declaring/choose-channel.ts'
import { readTraderProfile } from '../../customs/parties/read-trader-profile.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { readChannelSettings } from '../../exchange/channels/read-channel-settings.ts'
import { readConfig } from '../../platform/config.ts'
import { systemClock } from '../../platform/clock.ts'
import { operator, withDatabase } from '../application-database.ts'
import { badInput } from '../bad-input.ts'
import { readJson } from '../read-input.ts'
import { writeJson, type Terminal } from '../terminal.ts'
import { choice } from '../options.ts'

const kinds = ['purchasing-agent', 'e-commerce-platform'] as const

interface CreateOptions {
  readonly name: string
  readonly kind: (typeof kinds)[number]
  readonly profile: string
  readonly declareWhenReady?: boolean
}

/**
 * The command that lets a business in. It works on the database and not through the interface,
 * since before the first tenant there is no key to ask with.
 */
export function addTenantCommands(program: Command, terminal: Terminal): void {
  const tenant = program.command('tenant').summary('the businesses that clear goods')

  tenant
    .command('create')
    .summary('create a tenant and its first key')
    .description('Creates a tenant and shows the key of its owner, which cannot be shown again.')
    .requiredOption('--name <name>', 'name of the business')
    .addOption(choice('--kind <kind>', 'what kind of business it is', kinds))
    .requiredOption('--profile <file>', 'its standing facts before customs, as JSON')
    .option('--declare-when-ready', 'declare each case as soon as it is ready')
    .addHelpText(
      'after',
      `
Works on the installation in TIDEWAITER_DATA (var/), or on DATABASE_APP_URL.

Example:
  $ bin/tidewaiter tenant create --name "Harbour Shop" --kind e-commerce-platform \\
      --profile examples/trader-profile-platform.json`,
    )
    .action(async ({ name, kind, profile: file, declareWhenReady = false }: CreateOptions) => {
      const profile = readTraderProfile(await readJson(terminal, file))
      if (!profile.ok) throw badInput(file, profile.failures)
      await refuseUnknownChannel(terminal, file, profile.value)
      const created = await withDatabase(terminal, (database) =>
        createTenant(
          database,
          { name, kind, profile: profile.value, declareWhenReady },
          { actor: operator, now: systemClock.now() },
        ),
      )
      const { tenantId } = created.tenant
      await writeJson(terminal, { tenantId, key: created.ownerKey.secret })
    })
}

/** A business that is not there yet can choose from the channels that are open to any. */
async function refuseUnknownChannel(
  { environment }: Terminal,
  file: string,
  profile: TraderProfile,
): Promise<void> {
  const config = readConfig(environment)
  if (!config.ok) throw badInput('environment', config.failures)
  const channels = await readChannelSettings(config.value.channelsFile)
  if (!channels.ok) throw badInput('TIDEWAITER_CHANNELS', channels.failures)
  const chosen = chooseChannel({ tenantId: '', profile, channels: channels.value })
  if (!chosen.ok) throw badInput(file, chosen.failures)
}
