import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../../test/agent-orders.ts'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import { ask } from '../../../test/api-requests.ts'
import { checkoutFolder } from '../../platform/checkout.ts'

interface Term {
  readonly about: string
  readonly term: string
  readonly is_personal: boolean
}

describe('the words by which an order is found', () => {
  let api: TestApi
  let owner: Client

  beforeAll(async () => {
    api = await startTestApi()
    owner = new Client({ connectionString: api.ownerDatabaseUrl })
    await owner.connect()
    const { keys } = await api.addTenant('purchasing-agent')
    const order = agentOrder('FIND-1', 'rowan')
    const payload = {
      ...order,
      buyer: { ...order.buyer, name: '王小明 Ａshdown', email: 'rowan@post.example' },
      seller: { ...order.seller, name: '神田工房 Stationery' },
    }
    const answer = await ask(api, keys.operator, { method: 'POST', url: '/v1/orders', payload })
    expect(answer.statusCode, answer.body).toBe(201)
  })
  afterAll(async () => {
    await owner.end()
    await api.close()
  })

  const terms = async (): Promise<readonly Term[]> => {
    // Row-level security binds the owner too; it is lifted to see the rows of the tenant.
    await owner.query('alter table order_search_term no force row level security')
    const { rows } = await owner.query<Term>(
      'select about, term, is_personal from order_search_term order by about, term',
    )
    await owner.query('alter table order_search_term force row level security')
    return rows
  }

  it('are those of its reference, its buyer and its seller, and say which are of a person', async () => {
    const found = await terms()
    expect(found).toEqual(
      expect.arrayContaining([
        { about: 'reference', term: 'find', is_personal: false },
        { about: 'buyer', term: 'ashdown', is_personal: true },
        { about: 'buyer', term: '小明', is_personal: true },
        { about: 'buyer', term: 'rowan', is_personal: true },
        { about: 'seller', term: '工房', is_personal: false },
      ]),
    )
  })

  it('are the same for orders that were there before the words were kept', async () => {
    const known = await terms()
    const folder = join(checkoutFolder, 'src', 'platform', 'postgres', 'migrations')
    const migration = await readFile(join(folder, '0016-order-search.sql'), 'utf8')
    const filling = migration.slice(migration.indexOf('-- Orders that are there already.'))
    await owner.query('alter table order_search_term no force row level security')
    await owner.query('delete from order_search_term')
    await owner.query(filling)
    expect(await terms()).toEqual(known)
  })
})
