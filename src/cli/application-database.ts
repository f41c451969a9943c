import type { Actor } from '../clearance/events/actor.ts'
import { readConfig } from '../platform/config.ts'
import { findLogin } from '../platform/left-logins.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import { BadInput, badInput } from './bad-input.ts'
import { onDatabase } from './on-database.ts'
import type { Terminal } from './terminal.ts'

/** Who stands in the record of what is done from the command line. */
export const operator: Actor = { kind: 'operator', id: 'command-line' }

/** Runs work on the application's database, in the role that the API has as well. */
export async function withDatabase<T>(
  { environment }: Terminal,
  work: (database: Database<Schema>) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment)
  if (!config.ok) throw badInput('environment', config.failures)
  const { databaseAppUrl, dataFolder } = config.value
  const url = databaseAppUrl ?? (await findLogin(dataFolder, 'app'))
  if (url === undefined) {
    throw new BadInput(
      `DATABASE_APP_URL: It is not set, and ${dataFolder} holds no installation. Run npm start ` +
        'first, set TIDEWAITER_DATA to its data folder, or set DATABASE_APP_URL.',
    )
  }
  return onDatabase(
    {
      url,
      applicationName: 'command line',
      variable: 'DATABASE_APP_URL',
      mend: 'Check that the server runs (npm start) and the login is right.',
    },
    work,
  )
}
