import { Client } from 'pg'

import { failure, type Failure, type Result } from '../../customs/result.ts'
import { isErrno } from '../private-file.ts'

/**
 * Runs administrative work on one connection of its own, under an advisory lock so that two
 * processes that start together take turns. A server that cannot be reached is a failure, not a
 * crash; the connection string is not repeated, because it holds a password.
 */
export async function inSession<T>(
  url: string,
  lockKey: number,
  work: (client: Client) => Promise<Result<T>>,
): Promise<Result<T>> {
  const client = new Client({ connectionString: url, application_name: 'tidewaiter set-up' })
  // Losing the connection makes the running statement fail, which is where it is handled.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    return failure(unreachable(url, error))
  }
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether a server answers to a login now. */
export async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The keys of the advisory locks that set-up work takes, one for each kind of work. */
export const setUpLocks = { migrations: 7_433_925_001, roles: 7_433_925_002, jobs: 7_433_925_003 }

const INSUFFICIENT_PRIVILEGE = '42501'

/** Whether PostgreSQL refused a statement because the role may not run it. */
export function isInsufficientPrivilege(error: unknown): error is Error {
  return isErrno(error, INSUFFICIENT_PRIVILEGE)
}

/** A name as SQL takes it literally, whatever characters it has. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The database that a connection URL names. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** The role that a connection URL logs in. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

function unreachable(url: string, error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error)
  const place = `${databaseOf(url)} as ${userOf(url)} on ${decodeURIComponent(new URL(url).host)}`
  return {
    code: 'database-unavailable',
    path: 'DATABASE_URL',
    message: `The database ${place} cannot be opened: ${reason || 'no connection'}.`,
    mend: 'check that the server runs and that the URL names an existing database and role',
  }
}
