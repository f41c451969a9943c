import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi } from '../../../test/api.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { selectSummaries } from './case-summary.ts'

const CASES = 100_000
const page = { limit: 50 }
/** Blocks of 8 KiB that one page may touch: those of its 51 rows, and the way to them in an index. */
const BLOCKS_MAX = 80

/**
 * Two tenants whose cases come all the time, and a small one whose cases are all old: its lists are
 * slow where they are read along the cases of everybody.
 */
const INSERT = `
  insert into clearance_case
    (id, tenant_id, reference, state, waiting_for, destination, version, snapshot, opened_at, updated_at)
  select 'case_' || lpad(number::text, 26, '0'),
    case when number <= 2000 then $1 when number % 3 = 0 then $2 else $3 end, 'ORDER-' || number,
    case when number % 100 < 85 then 'delivered' when number % 100 < 99 then 'registered' else 'refused' end,
    case when number % 100 < 85 then null when number % 100 < 99 then 'arrival' else 'an-outcome' end,
    'GB', 5, jsonb_build_object('padding', repeat('x', 2000)), now(), now()
  from generate_series(1, ${CASES}) as number`

describe(`a page of a list among ${CASES} cases of several tenants`, () => {
  let api: TestApi
  let tenantIds: readonly string[]

  beforeAll(async () => {
    api = await startTestApi()
    const tenants = [await api.addTenant(), await api.addTenant(), await api.addTenant()]
    tenantIds = tenants.map(({ tenantId }) => tenantId)
    const owner = new Client({ connectionString: api.ownerDatabaseUrl })
    await owner.connect()
    // Row-level security binds the owner too; it is lifted to fill the table at once.
    await owner.query('alter table clearance_case no force row level security')
    await owner.query(INSERT, [...tenantIds])
    await owner.query('alter table clearance_case force row level security')
    await owner.query('analyze clearance_case')
    await owner.end()
  })
  afterAll(() => api.close())

  interface Plan {
    readonly 'Shared Hit Blocks': number
    readonly 'Shared Read Blocks': number
    readonly 'Actual Rows': number
  }

  const run = (tenantId: string, filter: object, before?: string): Promise<Plan> =>
    inTenant(api.database, tenantId, async (transaction) => {
      const query = selectSummaries(transaction, filter, { ...page, ...(before && { before }) })
      const [explained] = await query.explain<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        'json',
        sql`analyze, buffers`,
      )
      return explained!['QUERY PLAN'][0]!.Plan
    })

  const blocksOf = (plan: Plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']

  test.each([
    ['all', {}, [51, 51, 51]],
    ['those in a frequent state', { state: 'registered' }, [51, 51, 51]],
    ['those in a rare state', { state: 'refused' }, [20, 51, 51]],
    ['those in a state that none is in', { state: 'seized' }, [0, 0, 0]],
    ['those that wait for something frequent', { waitingFor: 'arrival' }, [51, 51, 51]],
    ['those that wait for something rare', { waitingFor: 'an-outcome' }, [20, 51, 51]],
    ['those that wait for what none waits for', { waitingFor: 'funds' }, [0, 0, 0]],
    ['the one of a reference of the old tenant', { reference: 'ORDER-7' }, [1, 0, 0]],
    ['the one of a reference and a state', { reference: 'ORDER-7', state: 'delivered' }, [1, 0, 0]],
    ['those by both', { state: 'refused', waitingFor: 'an-outcome' }, [20, 51, 51]],
  ])('of %s costs its own rows only', async (_name, filter, rows) => {
    for (const [index, tenantId] of tenantIds.entries()) {
      const plan = await run(tenantId, filter)
      expect(plan['Actual Rows']).toBe(rows[index])
      expect(blocksOf(plan), `tenant ${index + 1}`).toBeLessThan(BLOCKS_MAX)
    }
  })

  test.each([{}, { state: 'registered' }, { waitingFor: 'arrival' }])(
    'costs as little in the middle of the list of %j',
    async (filter) => {
      const before = `case_${'50000'.padStart(26, '0')}`
      const plan = await run(tenantIds[1]!, filter, before)
      expect(plan['Actual Rows']).toBe(51)
      expect(blocksOf(plan)).toBeLessThan(BLOCKS_MAX)
    },
  )
})
