import { env } from 'node:process'
import { type Config, readConfig } from '../platform/config.ts'

/** The configuration of a service process; ends the process with what is wrong where it is not sound. */
export function serviceConfig(): Config {
  const config = readConfig(env)
  if (config.ok) return config.value
  for (const { message, mend } of config.failures) {
    process.stderr.write(`${message} ${mend ?? ''}\n`)
  }
  process.exit(2)
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
