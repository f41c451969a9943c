import { createLog } from '../platform/log.ts'
import { isErrno } from '../platform/private-file.ts'
import { connect, type Database, type Schema } from '../platform/postgres/index.ts'
import { BadInput } from './bad-input.ts'

/** A login that a command works with, and what to say where it does not open. */
export interface CommandLogin {
  readonly url: string
  readonly applicationName: string
  /** The setting that the login came from, for the one line of a refusal. */
  readonly variable: string
  readonly mend: string
}

/** The code under which PostgreSQL says that there is no such table. */
const UNDEFINED_TABLE = '42P01'

/** Runs work on a database over one connection, which is closed again whatever comes of it. */
export async function onDatabase<T>(
  { url, applicationName, variable, mend }: CommandLogin,
  work: (database: Database<Schema>) => Promise<T>,
): Promise<T> {
  const log = createLog({ level: 'silent', name: 'command-line' })
  const database = connect<Schema>({ url, applicationName, maxConnections: 1, log })
  try {
    await database.ping().catch((error: unknown) => {
      const why = error instanceof Error && error.message !== '' ? error.message : 'no connection'
      throw new BadInput(`${variable}: ${database.label} cannot be opened: ${why}. ${mend}`)
    })
    return await work(database)
  } catch (error) {
    if (!isErrno(error, UNDEFINED_TABLE)) throw error
    throw new BadInput(
      `${variable}: ${database.label} has not the tables of this program, or those of an older version. ` +
        'Name the database of an installation, or prepare it with: bin/tidewaiter migrate',
      { cause: error },
    )
  } finally {
    await database.close()
  }
}
