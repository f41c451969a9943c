import { readConfig, type Config } from '../../platform/config.ts'
import { isInstalled, onInstalledDatabase } from '../../platform/installed-database.ts'
import type { Database, Schema } from '../../platform/postgres/index.ts'
import { allQueues } from '../../services/all-queues.ts'
import { BadInput, badInput } from '../bad-input.ts'
import { onDatabase } from '../on-database.ts'
import { writeLine, type Terminal } from '../terminal.ts'

/** `read` is what the application may do; editions are written by the owner alone. */
export type TariffAccess = 'read' | 'write'

/**
 * Runs work on the database that holds the editions: the one that the environment names, or the
 * embedded one of the data folder, which is started for the work where no installation runs.
 */
export async function withTariffDatabase<T>(
  terminal: Terminal,
  access: TariffAccess,
  work: (database: Database<Schema>) => Promise<T>,
): Promise<T> {
  const config = readConfig(terminal.environment)
  if (!config.ok) throw badInput('environment', config.failures)
  const url = givenUrl(config.value, access)
  const onUrl = (found: string): Promise<T> =>
    onDatabase(
      {
        url: found,
        applicationName: 'tariff command',
        variable: 'DATABASE_URL',
        mend: 'Check that the server runs and the login is right.',
      },
      work,
    )
  if (url !== undefined) return onUrl(url)
  const told: Promise<void>[] = []
  const done = await onInstalledDatabase(
    {
      config: config.value,
      queues: allQueues,
      login: access === 'write' ? 'owner' : 'app',
      tell: (line) => told.push(writeLine(terminal.stderr, line)),
    },
    onUrl,
  )
  await Promise.all(told)
  if (!done.ok) throw badInput('database', done.failures)
  return done.value
}

/** Whether there is any database to read from; looking must not make one. */
export function hasTariffDatabase({ environment }: Terminal): boolean {
  const config = readConfig(environment)
  if (!config.ok) throw badInput('environment', config.failures)
  return givenUrl(config.value, 'read') !== undefined || isInstalled(config.value.dataFolder)
}

function givenUrl(
  { databaseUrl, databaseAppUrl }: Config,
  access: TariffAccess,
): string | undefined {
  if (access === 'read') return databaseAppUrl ?? databaseUrl
  if (databaseUrl === undefined && databaseAppUrl !== undefined) {
    throw new BadInput(
      "DATABASE_URL: It is not set. Editions are written by the owner alone: set it to the owner's login.",
    )
  }
  return databaseUrl
}
