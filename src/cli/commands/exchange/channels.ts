import type { Command } from 'commander'

import { readConfig } from '../../../platform/config.ts'
import { systemClock } from '../../../platform/clock.ts'
import { type HealthStep, readChannelHealth } from '../../../exchange/channel-health.ts'
import { readChannelUse } from '../../../exchange/channel-use.ts'
import { channelNames, limitOfChannel } from '../../../exchange/channels.ts'
import { readChannelSettings } from '../../../exchange/channels/read-channel-settings.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { badInput } from '../../bad-input.ts'
import { choice } from '../../options.ts'
import { needsOwner, withOwnerDatabase } from '../../owner-database.ts'
import { type Terminal, writeLine } from '../../terminal.ts'

/** How the channels do, of all tenants together. */
export function addChannelsCommand(exchange: Command, terminal: Terminal): void {
  exchange
    .command('channels')
    .summary('show how the channels do')
    .description(
      'Shows for each channel, one line of JSON each: its breaker, what waits, attempts and latency in ' +
        'steps of time, the latest errors and the use of the limit, of all tenants together.',
    )
    .addOption(choice('--by <step>', 'steps of time', ['minute', 'hour']).default('minute'))
    .addHelpText('after', needsOwner('exchange channels --by hour'))
    .action(async ({ by }: { readonly by: HealthStep }) => {
      const config = readConfig(terminal.environment)
      if (!config.ok) throw badInput('environment', config.failures)
      const { channelLimitPerSecond, channelsFile } = config.value
      const settings = await readChannelSettings(channelsFile)
      if (!settings.ok) throw badInput('TIDEWAITER_CHANNELS', settings.failures)
      const channels = settings.value
      await withOwnerDatabase(terminal, async (database) => {
        for (const channel of channelNames(channels)) {
          const now = systemClock.now()
          const health = await inTransaction(database, (transaction) =>
            readChannelHealth(transaction, { channel, now, by }),
          )
          const limitPerSecond = limitOfChannel(channel, channelLimitPerSecond, channels)
          const use = await readChannelUse(database, { channel, now, limitPerSecond })
          await writeLine(terminal.stdout, JSON.stringify({ ...health, use }))
        }
      })
    })
}
