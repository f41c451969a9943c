import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { migrate } from '../platform/postgres/index.ts'

const migrations = fileURLToPath(new URL('migrations', import.meta.url))
const AT = '2026-09-10T10:00:00Z'

let folder: string
let client: Client
let database: Awaited<ReturnType<typeof createEmptyTestDatabase>>

beforeAll(async () => {
  database = await createEmptyTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await rm(folder, { recursive: true })
  await database.drop()
})

async function migrateWith(name: string): Promise<void> {
  await copyFile(join(migrations, name), join(folder, name))
  const migrated = await migrate({ url: database.ownerUrl, folder, roles: {} })
  expect(migrated.ok).toBe(true)
}

it('an office with a history gets its rules weighed, its scores worked out and its first set', async () => {
  await migrateWith('0001-office.sql')
  await client.query(
    `insert into trader_application (id, client_id, name, token_sha256, created_at)
     values ('a', 'a', 'A', 'a', $1)`,
    [AT],
  )
  await client.query(
    `insert into lodgement (id, application_id, mrn, conversation_id, declared, state, received_at)
     values ('selected', 'a', '1', gen_random_uuid(), '{"items": []}', 'accepted', $1),
            ('new', 'a', '2', gen_random_uuid(), '{"items": []}', 'received', $1)`,
    [AT],
  )
  const outcomes = [
    { ruleId: 'one', hit: true, action: 'inspect' },
    { ruleId: 'two', hit: true, action: 'request-documents' },
    { ruleId: 'three', hit: false, action: 'review' },
  ]
  await client.query(
    `insert into risk_evaluation (lodgement_id, version, outcomes, at)
     values ('selected', 1, $1, $2)`,
    [JSON.stringify(outcomes), AT],
  )
  await client.query(
    `insert into risk_rule (id, data, position, enabled, changed_at, changed_by)
     values ('one', '{"id": "one", "action": "inspect"}', 1, true, $1, 'Ada')`,
    [AT],
  )

  await migrateWith('0002-desk.sql')

  const scores = await client.query('select id, risk_score from lodgement order by id')
  expect(scores.rows).toEqual([
    { id: 'new', risk_score: null },
    { id: 'selected', risk_score: 65 },
  ])
  const weights = await client.query<{ outcomes: { weight: number }[] }>(
    'select outcomes from risk_evaluation',
  )
  expect(weights.rows[0]?.outcomes.map(({ weight }) => weight)).toEqual([40, 25, 50])
  const sets = await client.query('select number, rules, changed_by, tried from risk_rule_set')
  expect(sets.rows).toEqual([
    {
      number: 1,
      rules: [{ id: 'one', action: 'inspect', weight: 40 }],
      changed_by: 'Ada',
      tried: false,
    },
  ])
})

it('an office whose officers have signed in keeps when they last did', async () => {
  await client.query(
    `insert into officer (id, name, role, created_at, created_by)
     values ('ada', 'Ada', 'head', $1, 'software'), ('joan', 'Joan', 'officer', $1, 'Ada')`,
    [AT],
  )
  await client.query(
    `insert into officer_session (id, token_sha256, officer_id, opened_at, expires_at)
     values ('one', '1', 'ada', '2026-09-08T10:00:00Z', $1),
            ('two', '2', 'ada', '2026-09-09T10:00:00Z', $1)`,
    [AT],
  )

  await migrateWith('0003-officers-access.sql')

  const officers = await client.query(
    'select name, last_signed_in_at, access_closed_at from officer order by name',
  )
  expect(officers.rows).toEqual([
    {
      name: 'Ada',
      last_signed_in_at: new Date('2026-09-09T10:00:00Z'),
      access_closed_at: null,
    },
    { name: 'Joan', last_signed_in_at: null, access_closed_at: null },
  ])
})
