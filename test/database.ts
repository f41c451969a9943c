import { Client } from 'pg'
import { inject } from 'vitest'

import type { Result } from '../src/customs/result.ts'
import {
  applicationMigrations,
  prepareApplicationDatabase,
} from '../src/platform/application-database.ts'
import { newId, sha256Hex } from '../src/platform/ids.ts'
import type { AnyQueue } from '../src/platform/jobs/index.ts'
import {
  createOwnedDatabase,
  createSiblingDatabase,
} from '../src/platform/postgres/create-database.ts'
import { prepareRoles, type RoleUrls } from '../src/platform/postgres/roles.ts'
import { userOf } from '../src/platform/postgres/session.ts'
import type { TestServer } from './test-server.ts'

/** A freshly migrated database of one test file. */
export interface TestDatabase extends RoleUrls {
  /** Removes the database, ending whatever is still connected to it. */
  drop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** The folder of migrations; the application's own unless told otherwise. */
  readonly migrations?: string
  readonly queues?: readonly AnyQueue[]
}

const TEMPLATE_LOCK = 7_433_925_010

/**
 * Gives a migrated database with nothing in it, as a copy of one that is migrated once in a run. To
 * be called in `beforeAll` and dropped in `afterAll`.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await askForServer()
  const name = newId(server.prefix)
  const template = await asAdmin(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const urls = await prepareTemplate(server, options)
    await client.query(
      `create database "${name}" template "${templateName(server, options)}" owner "${userOf(urls.ownerUrl)}"`,
    )
    return urls
  })
  const { dataFolder } = server
  const ownerUrl = onDatabase(template.ownerUrl, name)
  const appUrl = onDatabase(template.appUrl, name)
  const workerUrl = onDatabase(template.workerUrl, name)
  // The rights on a database itself are not copied with it.
  const urls = expectSuccess(await prepareRoles({ ownerUrl, appUrl, workerUrl, dataFolder }))
  return { ...urls, drop: () => dropDatabase(server, name) }
}

/** An empty database of a single owner, as the sandbox authority has. */
export async function createEmptyTestDatabase(): Promise<Pick<TestDatabase, 'ownerUrl' | 'drop'>> {
  const server = await askForServer()
  const name = newId(server.prefix)
  const ownerUrl = expectSuccess(await createDatabase(server, name))
  return { ownerUrl, drop: () => dropDatabase(server, name) }
}

async function askForServer(): Promise<TestServer> {
  const answer = await fetch(inject('testServerUrl'))
  if (!answer.ok) throw new Error(`no database for the tests: ${await answer.text()}`)
  return (await answer.json()) as TestServer
}

/** Preparing again finds everything in order, so it does not matter which test comes first. */
async function prepareTemplate(
  server: TestServer,
  options: TestDatabaseOptions,
): Promise<RoleUrls> {
  const { migrations = applicationMigrations, queues = [] } = options
  const ownerUrl = expectSuccess(await createDatabase(server, templateName(server, options)))
  const { dataFolder } = server
  return expectSuccess(
    await prepareApplicationDatabase({ ownerUrl, dataFolder, migrations, queues }),
  )
}

function templateName({ prefix }: TestServer, options: TestDatabaseOptions): string {
  return `${prefix}_${sha256Hex(JSON.stringify(options)).slice(0, 12)}`
}

function createDatabase(server: TestServer, name: string): Promise<Result<string>> {
  const { adminUrl, dataFolder } = server
  return server.isOurs
    ? createOwnedDatabase({ superuserUrl: adminUrl, name, dataFolder, attribute: 'createrole' })
    : createSiblingDatabase(adminUrl, name)
}

function dropDatabase(server: TestServer, name: string): Promise<void> {
  return asAdmin(server, async (client) => {
    await client.query(`drop database "${name}" with (force)`)
  })
}

async function asAdmin<T>(server: TestServer, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function onDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

function expectSuccess<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}
