import { join } from 'node:path'

import type { Client } from 'pg'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { newSecret } from '../ids.ts'
import { readIfThere, writePrivateFile } from '../private-file.ts'
import { databaseOf, inSession, quoteIdentifier, setUpLocks, userOf } from './session.ts'

/** The three logins of the application's database. */
export interface RoleUrls {
  /** Owns the tables: migrations and installation only, never at run time. */
  readonly ownerUrl: string
  /** The API: no DDL, bound by row-level security. */
  readonly appUrl: string
  /** The workers: no DDL, bound by row-level security. */
  readonly workerUrl: string
}

export interface RoleOptions {
  readonly ownerUrl: string
  readonly appUrl?: string
  readonly workerUrl?: string
  /** Where the generated passwords are kept, readable by us only. */
  readonly dataFolder: string
}

type Passwords = Record<string, string>

const PASSWORD_FILE = 'database-roles.json'

/**
 * Makes sure that the application and worker roles exist, may log in and may do no more than use
 * the tables that the migrations grant them. Roles given by URL are taken as they are, but checked.
 * Running it again repairs passwords and rights that have drifted.
 */
export function prepareRoles(options: RoleOptions): Promise<Result<RoleUrls>> {
  return inSession(options.ownerUrl, setUpLocks.roles, async (client) => {
    try {
      const urls = await makeRoles(client, options)
      await restrictDatabase(client, urls)
      return await refuseUnsafe(client, urls)
    } catch (error) {
      if (isInsufficientPrivilege(error)) return failure(mayNotMakeRoles(options.ownerUrl, error))
      throw error
    }
  })
}

async function makeRoles(client: Client, options: RoleOptions): Promise<RoleUrls> {
  const { ownerUrl, dataFolder } = options
  const passwords = new PasswordFile(join(dataFolder, PASSWORD_FILE))
  const database = databaseOf(ownerUrl)
  const loginOf = (role: string) => makeRole(client, { ownerUrl, role, passwords })
  return {
    ownerUrl,
    appUrl: options.appUrl ?? (await loginOf(`${database}_app`)),
    workerUrl: options.workerUrl ?? (await loginOf(`${database}_worker`)),
  }
}

/** The role names that the migrations grant to. */
export function roleNames(urls: RoleUrls): { readonly app: string; readonly worker: string } {
  return { app: userOf(urls.appUrl), worker: userOf(urls.workerUrl) }
}

interface NewRole {
  readonly ownerUrl: string
  readonly role: string
  readonly passwords: PasswordFile
}

async function makeRole(client: Client, { ownerUrl, role, passwords }: NewRole): Promise<string> {
  const url = new URL(ownerUrl)
  // The port is left out: the embedded server takes another one at each start.
  const password = await passwords.of(`${role}@${url.hostname}`)
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = known.rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${quoteIdentifier(role)} login password '${password}'`)
  url.username = encodeURIComponent(role)
  url.password = password
  return url.href
}

/** Nobody but the two roles may connect, and they may make nothing, not even a temporary table. */
async function restrictDatabase(client: Client, urls: RoleUrls): Promise<void> {
  const { app, worker } = roleNames(urls)
  const database = quoteIdentifier(databaseOf(urls.ownerUrl))
  const roles = `${quoteIdentifier(app)}, ${quoteIdentifier(worker)}`
  await client.query(`
    revoke all on database ${database} from public;
    revoke all on database ${database} from ${roles};
    grant connect on database ${database} to ${roles};
    revoke create on schema public from public;
    grant usage on schema public to ${roles}`)
}

/** A superuser, or a role with BYPASSRLS, sees every tenant's rows whatever the policies say. */
async function refuseUnsafe(client: Client, urls: RoleUrls): Promise<Result<RoleUrls>> {
  const { app, worker } = roleNames(urls)
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles
     where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolname = current_user)`,
    [[app, worker]],
  )
  const [unsafe] = rows
  if (unsafe === undefined) return success(urls)
  return failure({
    code: 'database-unavailable',
    path: unsafe.rolname === app ? 'DATABASE_APP_URL' : 'DATABASE_WORKER_URL',
    message: `The role ${unsafe.rolname} is not bound by row-level security.`,
    mend: 'use a role of its own without SUPERUSER, BYPASSRLS and CREATEROLE',
  })
}

class PasswordFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** The password of a role on a server, made when there is none yet. */
  async of(role: string): Promise<string> {
    const text = await readIfThere(this.#path)
    const passwords = text === undefined ? {} : (JSON.parse(text) as Passwords)
    const known = passwords[role]
    if (known !== undefined) return known
    // Base64url: safe in an SQL literal and in a URL alike.
    const made = newSecret(24)
    await writePrivateFile(this.#path, JSON.stringify({ ...passwords, [role]: made }))
    return made
  }
}

function mayNotMakeRoles(ownerUrl: string, error: Error): Failure {
  return {
    code: 'database-unavailable',
    path: 'DATABASE_URL',
    message: `The role ${userOf(ownerUrl)} may not prepare the database's roles: ${error.message}.`,
    mend:
      'make it the owner of the database and grant it CREATEROLE, ' +
      'or make two roles yourself and set DATABASE_APP_URL and DATABASE_WORKER_URL',
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

function isInsufficientPrivilege(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE
}
