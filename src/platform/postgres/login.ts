import { join } from 'node:path'

import type { Client } from 'pg'

import { newSecret } from '../ids.ts'
import { readIfThere, writePrivateFile } from '../private-file.ts'
import { quoteIdentifier } from './session.ts'

/** A role and the place where it logs in. */
export interface LoginOptions {
  /** A login on the same server; its address is taken over. */
  readonly serverUrl: string
  readonly database: string
  readonly role: string
  /** Where generated passwords are kept, readable by us only. */
  readonly dataFolder: string
  /** More than logging in: only the owner of the application's database may make roles. */
  readonly attribute?: 'createrole'
}

const PASSWORD_FILE = 'database-roles.json'

/**
 * Makes a role that may log in, or sets the password of an existing one back to the one on record.
 *
 * @returns the role's URL for the database
 */
export async function makeLogin(client: Client, options: LoginOptions): Promise<string> {
  const { role, database, dataFolder, attribute = '' } = options
  const url = new URL(options.serverUrl)
  // The port is left out: the embedded server takes another one at each start.
  const password = await passwordOf(join(dataFolder, PASSWORD_FILE), `${role}@${url.hostname}`)
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = known.rowCount === 0 ? 'create' : 'alter'
  await client.query(
    `${verb} role ${quoteIdentifier(role)} login ${attribute} password '${password}'`,
  )
  url.username = encodeURIComponent(role)
  url.password = password
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}

/** Base64url is safe in an SQL literal and in a URL alike. */
async function passwordOf(file: string, login: string): Promise<string> {
  const text = await readIfThere(file)
  const passwords = text === undefined ? {} : (JSON.parse(text) as Record<string, string>)
  const known = passwords[login]
  if (known !== undefined) return known
  const made = newSecret(24)
  await writePrivateFile(file, JSON.stringify({ ...passwords, [login]: made }))
  return made
}
