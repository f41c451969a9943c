import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import {
  acrossTenants,
  connect,
  inTenant,
  inTransaction,
  type Database,
  type Schema,
  type TenantTransaction,
} from './index.ts'

const log = createLog({ level: 'silent', name: 'test' })
let files: TestDatabase

beforeAll(async () => {
  files = await createTestDatabase()
})
afterAll(() => files.drop())

/** One connection only, so that every transaction of a test meets what the last one left behind. */
let database: Database<Schema>

beforeEach(() => {
  database = connect({ url: files.appUrl, applicationName: 'test', maxConnections: 1, log })
})
afterEach(() => database.close())

async function addTenant(): Promise<string> {
  const id = newId('tenant')
  await inTenant(database, id, (transaction) => insertTenant(transaction, id))
  return id
}

async function insertTenant(transaction: TenantTransaction, id: string): Promise<void> {
  await transaction
    .insertInto('tenant')
    .values({ id, name: id, kind: 'purchasing-agent', profile: '{}', created_at: new Date() })
    .execute()
}

async function visibleTenants(transaction: TenantTransaction): Promise<readonly string[]> {
  const rows = await transaction.selectFrom('tenant').select('id').execute()
  return rows.map(({ id }) => id)
}

describe('a transaction of a tenant', () => {
  it('sees the rows of that tenant only', async () => {
    const [one, two] = [await addTenant(), await addTenant()]
    expect(await inTenant(database, one, visibleTenants)).toEqual([one])
    expect(await inTenant(database, two, visibleTenants)).toEqual([two])
  })

  it('cannot write a row of another tenant', async () => {
    const one = await addTenant()
    const writing = inTenant(database, one, (transaction) =>
      insertTenant(transaction, newId('tenant')),
    )
    await expect(writing).rejects.toThrow(/row-level security/)
  })

  it('cannot change or delete a row of another tenant', async () => {
    const [one, two] = [await addTenant(), await addTenant()]
    const { numUpdatedRows } = await inTenant(database, one, (transaction) =>
      transaction
        .updateTable('tenant')
        .set({ name: 'taken' })
        .where('id', '=', two)
        .executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(0n)
  })

  it.each(['', 'tenant_1', `x' or 'a'='a`, `${newId('tenant')}'; drop table tenant; --`])(
    'is refused for the id %j before anything is sent',
    async (id) => {
      await expect(inTenant(database, id, visibleTenants)).rejects.toThrow(TypeError)
    },
  )

  it('keeps nothing of work that throws', async () => {
    const id = newId('tenant')
    const work = inTenant(database, id, async (transaction) => {
      await insertTenant(transaction, id)
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await inTenant(database, id, visibleTenants)).toEqual([])
  })
})

describe('a transaction without a tenant', () => {
  it('sees no row of any table that belongs to tenants', async () => {
    await addTenant()
    const tables = await tenantTables()
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) {
      const { rows } = await inTransaction(database, (transaction) =>
        sql`select 1 from ${sql.id(table)}`.execute(transaction),
      )
      expect(rows, table).toEqual([])
    }
  })

  it('cannot write a row', async () => {
    const writing = inTransaction(database, (transaction) =>
      insertTenant(transaction, newId('tenant')),
    )
    await expect(writing).rejects.toThrow(/row-level security/)
  })
})

describe('a pooled connection', () => {
  it('carries no tenant over after a commit', async () => {
    const one = await addTenant()
    await inTenant(database, one, visibleTenants)
    expect(await inTransaction(database, visibleTenants)).toEqual([])
  })

  it('carries no tenant over after work that threw', async () => {
    const one = await addTenant()
    await inTenant(database, one, () => Promise.reject(new Error('no'))).catch(() => undefined)
    expect(await inTransaction(database, visibleTenants)).toEqual([])
  })

  it('carries no tenant over after a statement that failed', async () => {
    const one = await addTenant()
    const failing = inTenant(database, one, (transaction) => sql`select 1 / 0`.execute(transaction))
    await expect(failing).rejects.toThrow(/division by zero/)
    expect(await inTransaction(database, visibleTenants)).toEqual([])
  })

  it('serves tenants in turn without mixing them', async () => {
    const tenants = await Promise.all([addTenant(), addTenant(), addTenant()])
    const rounds = Array.from({ length: 60 }, (_, round) => tenants[round % 3] ?? '')
    const seen = await Promise.all(
      rounds.map((tenant, round) =>
        round % 7 === 0
          ? inTransaction(database, visibleTenants)
          : inTenant(database, tenant, visibleTenants),
      ),
    )
    const expected = rounds.map((tenant, round) => (round % 7 === 0 ? [] : [tenant]))
    expect(seen).toEqual(expected)
  })

  it('does not lend its tenant to a transaction that is opened within the work', async () => {
    const other = connect<Schema>({
      url: files.appUrl,
      applicationName: 'test',
      maxConnections: 1,
      log,
    })
    const one = await addTenant()
    const inner = await inTenant(database, one, () => inTransaction(other, visibleTenants))
    await other.close()
    expect(inner).toEqual([])
  })
})

describe('a pick across tenants', () => {
  it('returns the ids behind a key, whichever tenant it belongs to', async () => {
    const tenant = await addTenant()
    const key = newId('key')
    await inTenant(database, tenant, (transaction) =>
      transaction
        .insertInto('api_key')
        .values({
          id: key,
          tenant_id: tenant,
          name: 'shop',
          role: 'operator',
          key_sha256: key,
          key_hint: 'tw_',
          created_at: new Date(),
        })
        .execute(),
    )
    const picked = await acrossTenants(database, 'find_api_key', [key])
    expect(picked).toEqual([{ tenant_id: tenant, api_key_id: key }])
    expect(await acrossTenants(database, 'find_api_key', ['another'])).toEqual([])
  })
})

describe('the tables', () => {
  it('enforce row-level security wherever there is a tenant, on their owner too', async () => {
    const rows = await asOwner(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as enforced
      from pg_class c
      where c.relname = any(array['${(await tenantTables()).join("','")}']) and c.relkind = 'r'`)
    expect(rows.filter(({ enforced }) => enforced !== true)).toEqual([])
  })

  it('have no policy but that of the own tenant, and those that were reviewed', async () => {
    const tables = await tenantTables()
    const policies = await policiesOf(tables)
    expect(policies.filter(({ owner }) => !owner)).toEqual(tables.map(ownRowsOnly))
    expect(policies.filter(({ owner }) => owner).map(({ words }) => words)).toEqual(reviewed)
  })

  it('are searched for policies in a way that finds one that leaks', async () => {
    const tables = await tenantTables()
    for (const leak of [
      'create policy leak on case_event using (true)',
      'create policy leak on case_event for select to public using (tenant_id is not null)',
    ]) {
      await asOwner(leak)
      const policies = await policiesOf(tables)
      await asOwner('drop policy leak on case_event')
      const others = policies.filter(({ owner }) => !owner)
      expect(others).not.toEqual(tables.map(ownRowsOnly))
      expect(others.filter(({ words }) => words.includes('.leak'))).toHaveLength(1)
    }
  })

  it('let only functions that return ids or figures run with the rights of their owner', async () => {
    const rows = await functionsOfTheOwner()
    expect(rows.length).toBeGreaterThan(0)
    for (const { name, result } of rows) {
      expect(result, String(name)).toMatch(
        /^TABLE\((?:\w+_id text(?:, |(?=\))))+\)$|^TABLE\((?:\w+_(?:count integer|seconds double precision)(?:, |(?=\))))+\)$/,
      )
    }
  })

  it('let such a function find no object but those that were reviewed', async () => {
    for (const { name, settings } of await functionsOfTheOwner()) {
      // What a session makes for itself is looked at last, where nothing is missing any more.
      expect(settings, String(name)).toEqual(['search_path=pg_catalog, public, pg_temp'])
    }
  })

  it('let nobody call such a function who was not given the right', async () => {
    for (const { name, isPublic, callers } of await functionsOfTheOwner()) {
      expect(isPublic, String(name)).toBe(false)
      expect(callers, String(name)).toMatch(/^(app|worker|app, worker)$/)
    }
  })

  it('are searched for such functions in a way that finds one that was made without care', async () => {
    const made =
      'create function careless() returns integer language sql security definer as $$ select 1 $$'
    const before = await functionsOfTheOwner()
    await asOwner(made)
    const after = await functionsOfTheOwner()
    await asOwner('drop function careless()')
    expect(after.length).toBe(before.length + 1)
    expect(after.find(({ name }) => name === 'careless')).toMatchObject({
      settings: null,
      isPublic: true,
    })
  })
})

/** Every function that runs with the rights of its owner, whichever migration has made it. */
function functionsOfTheOwner(): Promise<readonly Record<string, unknown>[]> {
  const [app, worker] = [files.appUrl, files.workerUrl].map((url) => new URL(url).username)
  return asOwner(`
    select p.proname as name, pg_get_function_result(p.oid) as result, p.proconfig as settings,
      has_function_privilege('public', p.oid, 'execute') as "isPublic",
      concat_ws(', ',
        case when has_function_privilege('${app}', p.oid, 'execute') then 'app' end,
        case when has_function_privilege('${worker}', p.oid, 'execute') then 'worker' end) as callers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
    order by p.proname`)
}

interface Policy {
  /** Table, name, kind, command, and what it shows and lets in. */
  readonly words: string
  /** Whether it is for the owner alone, as which the reviewed functions run. */
  readonly owner: boolean
}

/** Only what was uploaded for a letter about no case. */
const unsentPaper = "((case_id IS NULL) AND (kind = 'letter-paper'::text))"

/** What the owner may do with the rows of all tenants, for the functions that run with its rights. */
const reviewed: readonly string[] = [
  'api_key.reviewed_pick PERMISSIVE SELECT using true',
  `attachment.reviewed_pick PERMISSIVE SELECT using ${unsentPaper}`,
  `attachment.reviewed_removal PERMISSIVE DELETE using ${unsentPaper}`,
  'channel_share.reviewed_pick PERMISSIVE SELECT using true',
  'clearance_case.reviewed_pick PERMISSIVE SELECT using true',
  'correspondence_thread.reviewed_pick PERMISSIVE SELECT using true',
  'delivery.reviewed_pick PERMISSIVE SELECT using true',
  'exchange_attempt.reviewed_pick PERMISSIVE SELECT using true',
  'exchange_attempt.reviewed_removal PERMISSIVE DELETE using true',
  'exchange_message.reviewed_pick PERMISSIVE SELECT using true',
  'idempotency_record.reviewed_pick PERMISSIVE SELECT using true',
  'idempotency_record.reviewed_removal PERMISSIVE DELETE using true',
  'letter.reviewed_pick PERMISSIVE SELECT using true',
  'letter_attachment.reviewed_pick PERMISSIVE SELECT using true',
  'list_draft.reviewed_pick PERMISSIVE SELECT using true',
  'list_draft.reviewed_removal PERMISSIVE DELETE using true',
  'passkey.reviewed_pick PERMISSIVE SELECT using true',
  'person_session.reviewed_pick PERMISSIVE SELECT using true',
  'person_session.reviewed_removal PERMISSIVE DELETE using true',
  'sign_in_link.reviewed_pick PERMISSIVE SELECT using true',
  'sign_in_link.reviewed_removal PERMISSIVE DELETE using true',
  'tracking_link.reviewed_pick PERMISSIVE SELECT using true',
]

/** The policy that a table of tenants has; the table `tenant` knows itself by its `id`. */
function ownRowsOnly(table: string): Policy {
  const isTenant = table === 'tenant'
  const rule = `(${isTenant ? 'id' : 'tenant_id'} = current_tenant())`
  const name = `${table}.${isTenant ? 'own_row' : 'own_rows'}`
  return { words: `${name} PERMISSIVE ALL using ${rule} check ${rule}`, owner: false }
}

async function policiesOf(tables: readonly string[]): Promise<readonly Policy[]> {
  const rows = await asOwner(`
    select concat_ws(' ', tablename || '.' || policyname, permissive, cmd, 'using ' || qual,
        'check ' || with_check) as words,
      roles = array[current_user] as owner
    from pg_policies
    where schemaname = 'public' and tablename = any(array['${tables.join("','")}'])
    order by tablename collate "C", policyname collate "C"`)
  return rows.map(({ words, owner }) => ({ words: String(words), owner: owner === true }))
}

async function tenantTables(): Promise<readonly string[]> {
  const rows = await asOwner(`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id'
    union select 'tenant'`)
  return rows.map(({ name }) => String(name)).sort()
}

async function asOwner(text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: files.ownerUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}
