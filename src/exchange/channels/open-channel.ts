import { type Result, success } from '../../customs/result.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Environment } from '../../platform/config.ts'
import type { Channel } from '../channel.ts'
import type { ChannelSettings, FolderSettings, SftpSettings } from './channel-settings.ts'
import type { DispatchRecord } from './dispatch-record.ts'
import { fileChannel } from './file-channel.ts'
import type { FilePlace } from './file-place.ts'
import { folderPlace } from './folder-place.ts'

/** What a channel needs beside its settings. */
export interface ChannelMeans {
  readonly record: DispatchRecord
  /** Where secrets are looked up that settings refer to. */
  readonly environment: Environment
  readonly clock: Clock
}

const SIZE_MAX_BYTES = 1_048_576
const COLLECT_FILES_EVERY_SECONDS = 5
const SETTLE_SECONDS = 2

/** Opens one channel by its settings; a secret that cannot be read is named. */
export async function openChannel(
  settings: ChannelSettings,
  means: ChannelMeans,
): Promise<Result<Channel>> {
  switch (settings.transport) {
    case 'folder':
      return success(channelAt(folderPlace, settings, means))
    default:
      return Promise.reject(new RangeError(`no transport ${settings.transport}`))
  }
}

function channelAt(
  place: FilePlace,
  settings: FolderSettings | SftpSettings,
  { record, clock }: ChannelMeans,
): Channel {
  const { name, outgoing, outgoingTaken, incoming } = settings
  const { limitPerSecond = 'off' } = settings
  const channel = fileChannel({
    ...{ name, place, record },
    folders: {
      ...{ outgoing, incoming },
      ...(outgoingTaken !== undefined && { outgoingTaken }),
      taken: settings.taken ?? `${incoming}/taken`,
      aside: settings.aside ?? `${incoming}/aside`,
    },
    sizeMaxBytes: settings.sizeMaxBytes ?? SIZE_MAX_BYTES,
    settleSeconds: settings.settleSeconds ?? SETTLE_SECONDS,
    collectEverySeconds: settings.collectEverySeconds ?? COLLECT_FILES_EVERY_SECONDS,
    now: () => Date.parse(clock.now()),
  })
  return { ...channel, limitPerSecond }
}
