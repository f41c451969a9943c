import type { Client } from 'pg'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { makeLogin } from './login.ts'
import {
  databaseOf,
  inSession,
  isInsufficientPrivilege,
  quoteIdentifier,
  setUpLocks,
  userOf,
} from './session.ts'

/** The three logins of the application's database. */
export interface RoleUrls {
  /** Owns the tables: migrations and installation only, never at run time. */
  readonly ownerUrl: string
  /** The API: no DDL, bound by row-level security. */
  readonly appUrl: string
  /** The workers: no DDL, bound by row-level security. */
  readonly workerUrl: string
}

/** The owner's login, and the other two where they are given. */
export interface RoleOptions {
  readonly ownerUrl: string
  /** A login that was made by somebody else; absent means that we make it. */
  readonly appUrl?: string
  readonly workerUrl?: string
  /** Where the generated passwords are kept, readable by us only. */
  readonly dataFolder: string
}

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
  const loginOf = (purpose: 'app' | 'worker'): Promise<string> =>
    makeLogin(client, {
      serverUrl: ownerUrl,
      database: databaseOf(ownerUrl),
      role: `${databaseOf(ownerUrl)}_${purpose}`,
      dataFolder,
    })
  return {
    ownerUrl,
    appUrl: options.appUrl ?? (await loginOf('app')),
    workerUrl: options.workerUrl ?? (await loginOf('worker')),
  }
}

/** The role names that the migrations grant to. */
export function roleNames(urls: RoleUrls): { readonly app: string; readonly worker: string } {
  return { app: userOf(urls.appUrl), worker: userOf(urls.workerUrl) }
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
