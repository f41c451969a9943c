import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { prepareRoles, roleNames } from './roles.ts'

let files: TestDatabase
let folder: string

beforeAll(async () => {
  files = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'roles-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await files.drop()
})

async function run(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const purposes = ['app', 'worker'] as const
const urlOf = (purpose: (typeof purposes)[number]): string =>
  purpose === 'app' ? files.appUrl : files.workerUrl

describe.each(purposes)('the %s role', (purpose) => {
  it.each([
    'create table public.mine (id integer)',
    'create temporary table mine (id integer)',
    'create schema mine',
    'create function mine() returns integer language sql as $$ select 1 $$',
    'alter table tenant add column mine integer',
    'drop table tenant',
    'drop policy own_row on tenant',
    'alter table tenant disable row level security',
    'truncate tenant',
    'create role mine',
    "select pgboss.create_queue('mine', '{}')",
  ])('may not %s', async (statement) => {
    await expect(run(urlOf(purpose), statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('is no superuser and does not bypass row-level security', async () => {
    const [role] = await run(
      urlOf(purpose),
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
       from pg_roles where rolname = current_user`,
    )
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false])
  })

  it('gets an error rather than rows when it switches row-level security off', async () => {
    const statement = 'set row_security = off; select 1 from tenant'
    await expect(run(urlOf(purpose), statement)).rejects.toThrow(/row-level security policy/)
  })

  it('may not take on the role of the owner', async () => {
    const owner = new URL(files.ownerUrl).username
    await expect(run(urlOf(purpose), `set role "${owner}"`)).rejects.toThrow(/permission denied/)
  })

  it('may not rewrite what is recorded for good', async () => {
    for (const table of ['case_event', 'audit_entry', 'ledger_entry']) {
      const change = `update ${table} set tenant_id = tenant_id`
      await expect(run(urlOf(purpose), change), table).rejects.toThrow(/permission denied/)
      await expect(run(urlOf(purpose), `delete from ${table}`)).rejects.toThrow(/permission denied/)
    }
  })
})

describe('preparing the roles', () => {
  const prepare = async (options: { readonly ownerUrl: string; readonly appUrl?: string }) =>
    prepareRoles({ dataFolder: folder, ...options })

  it('makes the logins once and finds them the next time', async () => {
    const first = await prepare({ ownerUrl: files.ownerUrl })
    const second = await prepare({ ownerUrl: files.ownerUrl })
    if (!first.ok || !second.ok) throw new Error('expected success')
    expect(second.value).toEqual(first.value)
    await expect(run(first.value.appUrl, 'select 1')).resolves.toHaveLength(1)
  })

  it('keeps the passwords in a file that only we can read', async () => {
    const { mode } = await stat(join(folder, 'database-roles.json'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('repairs a password that was changed on the server', async () => {
    const urls = await prepare({ ownerUrl: files.ownerUrl })
    if (!urls.ok) throw new Error('expected success')
    const { app } = roleNames(urls.value)
    await run(files.ownerUrl, `alter role "${app}" password 'drifted'`)
    await expect(run(urls.value.appUrl, 'select 1')).rejects.toThrow(/password authentication/)
    await prepare({ ownerUrl: files.ownerUrl })
    await expect(run(urls.value.appUrl, 'select 1')).resolves.toHaveLength(1)
  })

  it('refuses a role for the application that owns the tables', async () => {
    const result = await prepare({ ownerUrl: files.ownerUrl, appUrl: files.ownerUrl })
    expect(result).toMatchObject({
      ok: false,
      failures: [{ code: 'database-unavailable', path: 'DATABASE_APP_URL' }],
    })
  })

  it('names a server that cannot be reached without repeating its password', async () => {
    const result = await prepare({ ownerUrl: 'postgres://owner:hunter2@127.0.0.1:1/customs' })
    expect(result).toMatchObject({ ok: false, failures: [{ path: 'DATABASE_URL' }] })
    expect(JSON.stringify(result)).toContain('customs as owner on 127.0.0.1:1')
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })
})
