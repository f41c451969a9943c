import { readConfig } from '../platform/config.ts'
import { findLogin } from '../platform/left-logins.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import { BadInput, badInput } from './bad-input.ts'
import { onDatabase } from './on-database.ts'
import type { Terminal } from './terminal.ts'

/** What the help of a command says at its end that works for the whole installation. */
export function needsOwner(example: string): string {
  return `\nWorks on the installation in TIDEWAITER_DATA (var/), or on DATABASE_URL, as its owner.\n\nExample:\n  $ bin/tidewaiter ${example}`
}

/**
 * Runs work on the database in the role of its owner, who sees the messages of all tenants: for what
 * whoever has the machine does, and no business may.
 */
export async function withOwnerDatabase<T>(
  { environment }: Terminal,
  work: (database: Database<Schema>) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment)
  if (!config.ok) throw badInput('environment', config.failures)
  const { databaseUrl, dataFolder } = config.value
  const url = databaseUrl ?? (await findLogin(dataFolder, 'owner'))
  if (url === undefined) {
    throw new BadInput(
      `DATABASE_URL: It is not set, and ${dataFolder} holds no installation that runs. Run npm start ` +
        "first, set TIDEWAITER_DATA to its data folder, or set DATABASE_URL to the owner's login.",
    )
  }
  return onDatabase(
    {
      url,
      applicationName: 'command line',
      variable: 'DATABASE_URL',
      mend: 'Check that the server runs (npm start) and the login is right.',
    },
    work,
  )
}
