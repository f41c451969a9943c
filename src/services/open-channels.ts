import type { Channel } from '../exchange/channel.ts'
import type { ChannelSettings } from '../exchange/channels/channel-settings.ts'
import { storedDispatchRecord } from '../exchange/channels/dispatch-record.ts'
import type { PaperFault } from '../exchange/channels/email/letters/papers-of-mail.ts'
import { openChannel } from '../exchange/channels/open-channel.ts'
import { checkUpload } from '../papers/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Environment } from '../platform/config.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'

/** What a worker has at hand when it opens the channels of its installation. */
export interface ChannelSources {
  readonly database: Database<Schema>
  /** Where secrets are looked up that settings refer to. */
  readonly environment: Environment
}

/**
 * The channels that are described in the installation's file, ready to send and collect.
 *
 * @throws Error naming each secret that cannot be read
 */
export async function openChannels(
  channels: readonly ChannelSettings[],
  { database, environment }: ChannelSources,
): Promise<readonly Channel[]> {
  const record = storedDispatchRecord(database, systemClock)
  const opened = await Promise.all(
    channels.map((settings) =>
      openChannel(settings, { record, environment, clock: systemClock, paperFault }),
    ),
  )
  const failures = opened.flatMap((one) => (one.ok ? [] : one.failures))
  if (failures.length > 0) {
    throw new Error(failures.map(({ message, mend }) => `${message} ${mend ?? ''}`).join(' '))
  }
  return opened.flatMap((one) => (one.ok ? [one.value] : []))
}

/** What comes by mail is looked into as what people upload is. */
const paperFault: PaperFault = ({ bytes, mediaType }) => {
  if (mediaType.startsWith('text/')) return undefined
  const checked = checkUpload({ bytes, declaredType: mediaType })
  return checked.ok ? undefined : checked.failures[0].message
}
