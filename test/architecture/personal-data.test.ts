import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { checkoutFolder } from '../../src/platform/checkout.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

describe('the list of places where personal data lie', () => {
  let database: TestDatabase
  let text: string
  beforeAll(async () => {
    database = await createTestDatabase()
    text = await readFile(join(checkoutFolder, 'docs', 'personal-data.md'), 'utf8')
  })
  afterAll(() => database.drop())

  const tables = async (): Promise<readonly string[]> => {
    const client = new Client({ connectionString: database.ownerUrl })
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    await client.end()
    return rows.map(({ name }) => name)
  }

  const listed = (): readonly string[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!))

  it('names every table of the database, once', async () => {
    expect(listed().toSorted()).toEqual((await tables()).toSorted())
  })
})
