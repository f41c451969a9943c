import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi } from '../../../test/api.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import type { CaseFilter } from './case-filter.ts'
import type { CasePlace, CaseSort } from './case-order.ts'
import { selectSummaries } from './case-summary.ts'

const CASES = 100_000
/** Blocks of 8 KiB that one page may touch: those of its 51 rows, and the way to them in an index. */
const BLOCKS_MAX = 80

/**
 * Two tenants whose cases come all the time, and a small one whose cases are all old: its lists are
 * slow where they are read along the cases of everybody.
 */
const INSERT = `
  insert into clearance_case
    (id, tenant_id, reference, state, waiting_for, destination, value_amount, value_currency,
      waiting_since, version, snapshot, opened_at, updated_at)
  select 'case_' || lpad(number::text, 26, '0'),
    case when number <= 2000 then $1 when number % 3 = 0 then $2 else $3 end, 'ORDER-' || number,
    case when number % 100 < 85 then 'delivered' when number % 100 < 99 then 'registered' else 'refused' end,
    case when number % 100 < 85 then null when number % 100 < 99 then 'arrival' else 'an-outcome' end,
    'GB', number % 1000, 'GBP',
    case when number % 100 >= 85 then now() - make_interval(mins => number % 5000) end,
    5, jsonb_build_object('padding', repeat('x', 2000)), now(), now()
  from generate_series(1, ${CASES}) as number`

/** A word of every case, one of every thousandth, and one of a single case. */
const INSERT_TERMS = `
  insert into case_search_term (tenant_id, case_id, about, term)
  select tenant_id, id, 'goods', term from clearance_case, lateral (
    values ('cotton'),
      (case when right(id, 3) = '007' then 'porcelain' end),
      (case when reference = 'ORDER-7' then 'zither' end)
  ) as word (term) where term is not null`

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
    await owner.query('alter table case_search_term no force row level security')
    await owner.query(INSERT_TERMS)
    await owner.query('alter table case_search_term force row level security')
    await owner.query('alter table clearance_case force row level security')
    await owner.query('analyze clearance_case')
    await owner.query('analyze case_search_term')
    await owner.end()
  })
  afterAll(() => api.close())

  interface Plan {
    readonly 'Shared Hit Blocks': number
    readonly 'Shared Read Blocks': number
    readonly 'Actual Rows': number
  }

  interface Wanted {
    readonly filter?: CaseFilter
    readonly sort?: CaseSort
    readonly after?: CasePlace
  }

  const run = (tenantId: string, wanted: Wanted): Promise<Plan> =>
    inTenant(api.database, tenantId, async (transaction) => {
      const now = api.clock.now()
      const request = { filter: {}, sort: 'newest', limit: 50, now, ...wanted } as const
      const query = selectSummaries(transaction, request)
      const [explained] = await query.explain<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        'json',
        sql`analyze, buffers`,
      )
      return explained!['QUERY PLAN'][0]!.Plan
    })

  const blocksOf = (plan: Plan) => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']

  test.each<[string, CaseFilter, readonly number[]]>([
    ['all', {}, [51, 51, 51]],
    ['those in a frequent state', { state: ['registered'] }, [51, 51, 51]],
    ['those in a rare state', { state: ['refused'] }, [20, 51, 51]],
    ['those in a state that none is in', { state: ['seized'] }, [0, 0, 0]],
    ['those that wait for something frequent', { waitingFor: ['arrival'] }, [51, 51, 51]],
    ['those that wait for something rare', { waitingFor: ['an-outcome'] }, [20, 51, 51]],
    ['those that wait for what none waits for', { waitingFor: ['funds'] }, [0, 0, 0]],
    ['those where it is the turn of the carrier', { whose: ['carrier'] }, [51, 51, 51]],
    ['the one of a reference of the old tenant', { reference: 'ORDER-7' }, [1, 0, 0]],
    [
      'the one of a reference and a state',
      { reference: 'ORDER-7', state: ['delivered'] },
      [1, 0, 0],
    ],
    ['those by both', { state: ['refused'], waitingFor: ['an-outcome'] }, [20, 51, 51]],
    ['the one that holds a word', { search: 'zither' }, [1, 0, 0]],
    ['those of a value', { currency: 'GBP', valueFrom: '7', valueTo: '7' }, [2, 33, 51]],
  ])('of %s costs its own rows only', async (_name, filter, rows) => {
    for (const [index, tenantId] of tenantIds.entries()) {
      const plan = await run(tenantId, { filter })
      expect(plan['Actual Rows']).toBe(rows[index])
      expect(blocksOf(plan), `tenant ${index + 1}`).toBeLessThan(BLOCKS_MAX)
    }
  })

  test.each<[string, Wanted, number]>([
    ['with a word that many have', { filter: { search: 'cott' } }, 400],
    ['with a word that a few have', { filter: { search: 'porcelain' } }, 800],
    ['that wait the longest', { sort: 'longest-waiting' }, BLOCKS_MAX],
    ['of the highest value', { sort: 'highest-value' }, BLOCKS_MAX],
    ['by reference', { sort: 'reference' }, BLOCKS_MAX],
  ])('of those %s costs little', async (_name, wanted, blocksMax) => {
    for (const tenantId of tenantIds.slice(1)) {
      expect(blocksOf(await run(tenantId, wanted))).toBeLessThan(blocksMax)
    }
  })

  const middle = `case_${'50000'.padStart(26, '0')}`

  test.each<[string, Wanted]>([
    ['all', { after: { id: middle, key: '' } }],
    ['a state', { filter: { state: ['registered'] }, after: { id: middle, key: '' } }],
    [
      'something waited for',
      { filter: { waitingFor: ['arrival'] }, after: { id: middle, key: '' } },
    ],
    ['values', { sort: 'highest-value', after: { id: middle, key: 'GBP00000000000500.000000' } }],
    ['references', { sort: 'reference', after: { id: middle, key: 'ORDER-50000' } }],
  ])('costs as little in the middle of the list of %s', async (_name, wanted) => {
    const plan = await run(tenantIds[1]!, wanted)
    expect(plan['Actual Rows']).toBe(51)
    expect(blocksOf(plan)).toBeLessThan(BLOCKS_MAX)
  })
})
