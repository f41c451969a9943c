import { mkdtemp, readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createEmptyTestDatabase } from '../../test/database.ts'
import { readConfig, type Config, type Environment } from './config.ts'
import { prepareDatabases, type Databases } from './databases.ts'
import { removeEmbeddedPostgres } from './embedded-postgres/index.ts'
import { defineQueue } from './jobs/index.ts'

const queues = [defineQueue('prompt')]

function configOf(environment: Environment): Config {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(config.failures[0].message)
  return config.value
}

async function prepared(environment: Environment): Promise<Databases> {
  const result = await prepareDatabases({
    config: configOf(environment),
    queues,
    tell: () => undefined,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.failures))
  return result.value
}

async function query(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

describe('the databases on the embedded server', () => {
  let dataFolder: string
  let databases: Databases

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'data-'))
    databases = await prepared({ TIDEWAITER_DATA: dataFolder })
  })
  afterAll(async () => {
    await databases.stop()
    await removeEmbeddedPostgres(dataFolder)
  })

  it('are migrated and ready for each role', async () => {
    expect(databases.applied.length).toBeGreaterThan(0)
    for (const url of [databases.ownerUrl, databases.appUrl, databases.workerUrl]) {
      expect(await query(url, 'select id from tenant')).toEqual([])
      expect(await query(url, `select name from pgboss.queue order by name`)).toHaveLength(2)
    }
  })

  it('belong to roles that are no superusers', async () => {
    for (const url of [databases.ownerUrl, databases.authorityUrl]) {
      const text = `select rolsuper, rolbypassrls from pg_roles where rolname = current_user`
      expect(await query(url, text)).toEqual([{ rolsuper: false, rolbypassrls: false }])
    }
  })

  it('keep the authority and the application out of each other', async () => {
    const from = (url: string, name: string): string =>
      Object.assign(new URL(url), { pathname: `/${name}` }).href
    const { authorityUrl, appUrl, ownerUrl } = databases
    for (const url of [
      from(authorityUrl, 'tidewaiter'),
      from(appUrl, 'tidewaiter_authority'),
      from(ownerUrl, 'tidewaiter_authority'),
    ]) {
      await expect(query(url, 'select 1')).rejects.toThrow(/permission denied for database/)
    }
  })

  it('leave nothing in the data folder that others may read', async () => {
    for (const name of await readdir(dataFolder)) {
      expect((await stat(join(dataFolder, name))).mode & 0o077, name).toBe(0)
    }
  })

  it('are found in order by the next start', async () => {
    await databases.stop()
    databases = await prepared({ TIDEWAITER_DATA: dataFolder })
    expect(databases.applied).toEqual([])
    expect(await query(databases.appUrl, 'select id from tenant')).toEqual([])
  })
})

describe('the databases on a given server', () => {
  let given: Awaited<ReturnType<typeof createEmptyTestDatabase>>
  let authority: typeof given
  let dataFolder: string

  beforeEach(async () => {
    given = await createEmptyTestDatabase()
    authority = await createEmptyTestDatabase()
    dataFolder = await mkdtemp(join(tmpdir(), 'data-'))
  })
  afterEach(async () => {
    await given.drop()
    await authority.drop()
    await removeEmbeddedPostgres(dataFolder)
  })

  it('are used as they are given, without a server of ours', async () => {
    const databases = await prepared({
      DATABASE_URL: given.ownerUrl,
      AUTHORITY_DATABASE_URL: authority.ownerUrl,
      TIDEWAITER_DATA: dataFolder,
    })
    expect(databases.embedded).toBeUndefined()
    expect(databases.authorityUrl).toBe(authority.ownerUrl)
    expect(await query(databases.appUrl, 'select id from tenant')).toEqual([])
  })

  const mayMakeDatabases = process.env.DATABASE_URL !== undefined
  it.skipIf(mayMakeDatabases)(
    'are refused where the role may not make the second one',
    async () => {
      const config = configOf({ DATABASE_URL: given.ownerUrl, TIDEWAITER_DATA: dataFolder })
      const result = await prepareDatabases({ config, queues, tell: () => undefined })
      expect(result).toMatchObject({
        ok: false,
        failures: [{ code: 'database-unavailable', path: 'AUTHORITY_DATABASE_URL' }],
      })
    },
  )
})
