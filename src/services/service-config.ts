import { env } from 'node:process'
import type { Failure } from '../customs/result.ts'
import type { ChannelSettings } from '../exchange/channels/channel-settings.ts'
import { readChannelSettings } from '../exchange/channels/read-channel-settings.ts'
import { type Config, readConfig } from '../platform/config.ts'

/** The configuration of a service process; ends the process with what is wrong where it is not sound. */
export function serviceConfig(): Config {
  const config = readConfig(env)
  if (config.ok) return config.value
  return endWith(config.failures)
}

function endWith(failures: readonly Failure[]): never {
  for (const { message, mend } of failures) process.stderr.write(`${message} ${mend ?? ''}\n`)
  process.exit(2)
}

/**
 * The channels beside HMRC's own interface; ends the process with what is wrong in their file where it
 * is not sound.
 */
export async function serviceChannels({
  channelsFile,
}: Config): Promise<readonly ChannelSettings[]> {
  const channels = await readChannelSettings(channelsFile)
  return channels.ok ? channels.value : endWith(channels.failures)
}

/** A setting that this service cannot do without. */
export function required<Name extends keyof Config>(
  config: Config,
  name: Name,
  variable: string,
): NonNullable<Config[Name]> {
  const value = config[name]
  if (value === undefined) throw new Error(`${variable} must be set for this service`)
  return value
}
