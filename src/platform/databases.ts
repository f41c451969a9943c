import { mkdir } from 'node:fs/promises'

import { success, type Result } from '../customs/result.ts'
import {
  applicationMigrations,
  prepareApplicationDatabase,
  type ApplicationDatabase,
} from './application-database.ts'
import type { Config } from './config.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/index.ts'
import type { AnyQueue } from './jobs/index.ts'
import { createOwnedDatabase, createSiblingDatabase } from './postgres/create-database.ts'
import { databaseOf } from './postgres/session.ts'

/** The databases of one installation, ready for its processes. */
export interface Databases extends ApplicationDatabase {
  /** The owner's login of the sandbox authority's database, which the authority migrates itself. */
  readonly authorityUrl: string
  /** The server of ours, absent where `DATABASE_URL` names another. */
  readonly embedded?: EmbeddedPostgres
  /** Stops the embedded server. To be called after everything that uses it has ended. */
  readonly stop: () => Promise<void>
}

/** What the databases of an installation are made from. */
export interface PrepareDatabasesOptions {
  /** Says where the data lies and whether a server was given. */
  readonly config: Config
  /** Every queue of the application. */
  readonly queues: readonly AnyQueue[]
  /** Told one line at a time what a person at the terminal should know. */
  readonly tell: (line: string) => void
}

/** The logins of the two owners, before anything is in their databases. */
interface OwnerUrls {
  readonly ownerUrl: string
  readonly authorityUrl: string
}

/** On the embedded server, a database and its owner have the same name. */
const DATABASE = 'tidewaiter'
const AUTHORITY_DATABASE = 'tidewaiter_authority'

/**
 * Makes everything that the processes need from PostgreSQL: the server, unless `DATABASE_URL` names
 * one, the two databases, the roles, the tables and the queues. The data folder must be locked by
 * the caller. Running it again changes nothing that is in order.
 */
export async function prepareDatabases(
  options: PrepareDatabasesOptions,
): Promise<Result<Databases>> {
  const { config, tell } = options
  await mkdir(config.dataFolder, { recursive: true })
  if (config.databaseUrl !== undefined) {
    const prepared = await prepareAll(
      options,
      await ownersOnGivenServer(config, config.databaseUrl),
    )
    return prepared.ok ? success({ ...prepared.value, stop: () => Promise.resolve() }) : prepared
  }
  const server = await startEmbeddedPostgres({ dataFolder: config.dataFolder, tell })
  if (!server.ok) return server
  const embedded = server.value
  return orStop(embedded, async () => {
    const prepared = await prepareAll(options, await ownersOnEmbeddedServer(config, embedded))
    if (!prepared.ok) return prepared
    return success({ ...prepared.value, embedded, stop: embedded.stop })
  })
}

/** The server runs in a process group of its own, so nothing else would end it after a failure. */
async function orStop<T>(
  embedded: EmbeddedPostgres,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  let result: Result<T> | undefined
  try {
    result = await work()
    return result
  } finally {
    if (result?.ok !== true) await embedded.stop()
  }
}

/** Roles, tables and queues are the same whoever runs the server. */
async function prepareAll(
  { config, queues }: PrepareDatabasesOptions,
  owners: Result<OwnerUrls>,
): Promise<Result<OwnerUrls & ApplicationDatabase>> {
  if (!owners.ok) return owners
  const { databaseAppUrl, databaseWorkerUrl, dataFolder } = config
  const application = await prepareApplicationDatabase({
    ownerUrl: owners.value.ownerUrl,
    ...(databaseAppUrl === undefined ? {} : { appUrl: databaseAppUrl }),
    ...(databaseWorkerUrl === undefined ? {} : { workerUrl: databaseWorkerUrl }),
    dataFolder,
    migrations: applicationMigrations,
    queues,
  })
  return application.ok ? success({ ...owners.value, ...application.value }) : application
}

/** The application's owner makes two roles more; the authority's needs nobody but itself. */
async function ownersOnEmbeddedServer(
  { dataFolder, authorityDatabaseUrl }: Config,
  { superuserUrl }: EmbeddedPostgres,
): Promise<Result<OwnerUrls>> {
  const owner = await createOwnedDatabase({
    superuserUrl,
    name: DATABASE,
    dataFolder,
    attribute: 'createrole',
  })
  if (!owner.ok) return owner
  const authority =
    authorityDatabaseUrl === undefined
      ? await createOwnedDatabase({ superuserUrl, name: AUTHORITY_DATABASE, dataFolder })
      : success(authorityDatabaseUrl)
  return authority.ok
    ? success({ ownerUrl: owner.value, authorityUrl: authority.value })
    : authority
}

/** On a server of somebody else we have one login, and both databases belong to it. */
async function ownersOnGivenServer(
  { authorityDatabaseUrl }: Config,
  ownerUrl: string,
): Promise<Result<OwnerUrls>> {
  const authority =
    authorityDatabaseUrl === undefined
      ? await createSiblingDatabase(ownerUrl, `${databaseOf(ownerUrl)}_authority`)
      : success(authorityDatabaseUrl)
  return authority.ok ? success({ ownerUrl, authorityUrl: authority.value }) : authority
}
