import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createEmptyTestDatabase } from '../../../test/database.ts'
import { migrate } from './migrate.ts'

let database: Awaited<ReturnType<typeof createEmptyTestDatabase>>
let folder: string

beforeEach(async () => {
  database = await createEmptyTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await write('0001-parcel.sql', 'create table parcel (id integer primary key);')
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
const run = (roles = {}) => migrate({ url: database.ownerUrl, folder, roles })

async function query(text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

describe('migrating', () => {
  it('applies every file in order to an empty database', async () => {
    await write('0002-weight.sql', 'alter table parcel add column gross_weight_kg numeric;')
    expect(await run()).toEqual({
      ok: true,
      value: [
        { version: 1, name: 'parcel' },
        { version: 2, name: 'weight' },
      ],
    })
    expect(await query('select id, gross_weight_kg from parcel')).toEqual([])
  })

  it('does nothing the second time', async () => {
    await run()
    expect(await run()).toEqual({ ok: true, value: [] })
  })

  it('brings the database of an earlier version forward and keeps its rows', async () => {
    await run()
    await query('insert into parcel values (7)')
    await write('0002-weight.sql', 'alter table parcel add column gross_weight_kg numeric;')
    expect(await run()).toEqual({ ok: true, value: [{ version: 2, name: 'weight' }] })
    expect(await query('select * from parcel')).toEqual([{ id: 7, gross_weight_kg: null }])
  })

  it('lets only one of several processes apply a file', async () => {
    const results = await Promise.all([run(), run(), run()])
    const applied = results.map((result) => (result.ok ? result.value.length : -1))
    expect(applied.sort()).toEqual([0, 0, 1])
  })

  it('refuses a file that was changed after it had been applied', async () => {
    await run()
    await write('0001-parcel.sql', 'create table parcel (id bigint primary key);')
    const result = await run()
    expect(!result.ok && result.failures[0].message).toContain('0001-parcel.sql was changed')
  })

  it('refuses a database that a newer version has used', async () => {
    await write('0002-weight.sql', 'alter table parcel add column gross_weight_kg numeric;')
    await run()
    await rm(join(folder, '0002-weight.sql'))
    const result = await run()
    expect(!result.ok && result.failures[0].message).toContain('0002-weight.sql')
  })

  it('keeps nothing of a file that fails halfway, and says which one it was', async () => {
    await write('0002-broken.sql', 'create table half (id integer); select nonsense;')
    await expect(run()).rejects.toThrow('0002-broken.sql failed')
    expect(await query("select to_regclass('half') as half")).toEqual([{ half: null }])
    expect(await query('select version from schema_migration')).toEqual([{ version: 1 }])
  })

  it('puts the role names in place of their marks', async () => {
    const owner = new URL(database.ownerUrl).username
    await write('0002-grant.sql', 'grant select on parcel to {{reader}};')
    expect(await run({ reader: owner })).toMatchObject({ ok: true })
  })

  it('refuses a mark without a role', async () => {
    await write('0002-grant.sql', 'grant select on parcel to {{reader}};')
    await expect(run()).rejects.toThrow('{{reader}}')
  })

  it('refuses a folder with a gap in its numbers', async () => {
    await write('0003-late.sql', 'select 1;')
    await expect(run()).rejects.toThrow('0002-some-name.sql')
  })
})
