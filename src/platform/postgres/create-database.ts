import type { Client } from 'pg'

import { failure, success, type Result } from '../../customs/result.ts'
import { makeLogin } from './login.ts'
import {
  databaseOf,
  inSession,
  isInsufficientPrivilege,
  quoteIdentifier,
  setUpLocks,
  userOf,
} from './session.ts'

/** A database on the embedded server and its owner. */
export interface OwnedDatabaseOptions {
  readonly superuserUrl: string
  /** The name of the database and of its owner. */
  readonly name: string
  readonly dataFolder: string
  /** The right to make the roles that use the database. */
  readonly attribute?: 'createrole'
}

/**
 * Makes a database with an owner of its own on the embedded server. The owner is no superuser, so
 * what works here works on a server where we are given no more than a database.
 *
 * @returns the owner's URL
 */
export function createOwnedDatabase(options: OwnedDatabaseOptions): Promise<Result<string>> {
  const { superuserUrl, name } = options
  return inSession(superuserUrl, setUpLocks.roles, async (client) => {
    const ownerUrl = await makeLogin(client, {
      ...options,
      serverUrl: superuserUrl,
      database: name,
      role: name,
    })
    await createIfAbsent(client, name, ` owner ${quoteIdentifier(name)}`)
    await client.query(`revoke all on database ${quoteIdentifier(name)} from public`)
    return success(ownerUrl)
  })
}

/**
 * Makes a further database on a server of somebody else, under the role that we were given there.
 *
 * @returns the same login on the new database
 */
export function createSiblingDatabase(ownerUrl: string, name: string): Promise<Result<string>> {
  return inSession(ownerUrl, setUpLocks.roles, async (client) => {
    try {
      await createIfAbsent(client, name, '')
    } catch (error) {
      if (!isInsufficientPrivilege(error)) throw error
      return failure({
        code: 'database-unavailable',
        path: 'AUTHORITY_DATABASE_URL',
        message: `The role ${userOf(ownerUrl)} may not make the database ${name}.`,
        mend: `make it yourself beside ${databaseOf(ownerUrl)} and set AUTHORITY_DATABASE_URL`,
      })
    }
    const url = new URL(ownerUrl)
    url.pathname = `/${encodeURIComponent(name)}`
    return success(url.href)
  })
}

async function createIfAbsent(client: Client, name: string, options: string): Promise<void> {
  const known = await client.query('select 1 from pg_database where datname = $1', [name])
  if (known.rowCount === 0) await client.query(`create database ${quoteIdentifier(name)}${options}`)
}
