import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, evidenceForm } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { plantCase } from '../../test/planted-record.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { TrustedTraderStandingView } from './views/standing-view.ts'

const path = '/v1/authorities/uk-cds/standing'
const HOUR = 3_600
const DAY = 86_400

type CriterionView = TrustedTraderStandingView['criteria'][number]

describe('the standing of a business', () => {
  let api: TestApi

  beforeAll(async () => {
    api = await startTestApi()
  })
  afterAll(() => api.close())

  const criterion = async ({ keys }: TestTenant, wanted: string): Promise<CriterionView> => {
    const answer = await ask(api, keys.viewer, { url: path })
    const [standing] = answer.json<{ items: TrustedTraderStandingView[] }>().items
    return standing!.criteria.find(({ id }) => id === wanted)!
  }
  const attach = async (
    { keys }: TestTenant,
    fields: Readonly<Record<string, string>>,
    key = keys.broker,
  ) => {
    const form = await evidenceForm({ scheme: 'uk-aeo', ...fields })
    return ask(api, key, { method: 'POST', url: `${path}/documents`, payload: form })
  }
  const judge = ({ keys }: TestTenant, facts: object, key = keys.owner) =>
    ask(api, key, {
      ...{ method: 'POST', url: `${path}/judgements` },
      payload: { scheme: 'uk-aeo', verdict: 'met', reason: 'Three sound years.', ...facts },
    })
  const accounts = { criterion: 'solvency', document: 'annual-accounts' }

  test('a business without a record has no figures, and meets nothing', async () => {
    const tenant = await api.addTenant()
    const compliance = await criterion(tenant, 'compliance')
    expect(compliance.state).toBe('missing')
    expect(compliance.figures.map(({ unknown }) => unknown)).toEqual(Array(6).fill('no-record'))
    expect(compliance.sources.length).toBeGreaterThan(0)
  })

  test('is met once the document is there and the owner has judged, and no longer than the document holds', async () => {
    const tenant = await api.addTenant()
    const attached = await attach(tenant, { ...accounts, expiresOn: '2026-09-02' })
    expect(attached.statusCode, attached.body).toBe(201)
    expect(await criterion(tenant, 'solvency')).toMatchObject({
      ...{ state: 'cannot-be-said', reasons: [{ kind: 'to-be-judged' }] },
      documents: [{ fileName: 'accounts.pdf', expiresOn: '2026-09-02' }],
    })
    expect((await judge(tenant, { criterion: 'solvency' })).statusCode).toBe(201)
    expect(await criterion(tenant, 'solvency')).toMatchObject({
      ...{ state: 'met', reasons: [{ kind: 'judged-met' }] },
      judgements: [{ verdict: 'met', reason: 'Three sound years.', by: { kind: 'api-key' } }],
    })
    const before = api.clock.now()
    api.clock.set('2026-09-03T12:00:00.000Z' as typeof before)
    const later = await criterion(tenant, 'solvency')
    api.clock.set(before)
    expect(later).toMatchObject({
      state: 'missing',
      reasons: [{ kind: 'document-expired', document: 'annual-accounts' }],
    })
  })

  test('a document can be read, and is gone once it is withdrawn, but for its hash', async () => {
    const tenant = await api.addTenant()
    const other = await api.addTenant()
    const { id } = (await attach(tenant, accounts)).json<{ id: string }>()
    const url = `${path}/documents/${id}`
    const read = await ask(api, tenant.keys.operator, { url })
    expect(read.headers['content-type']).toContain('application/pdf')
    expect(read.body.startsWith('%PDF')).toBe(true)
    expect((await ask(api, other.keys.owner, { url })).statusCode).toBe(404)
    const withdraw = ({ keys }: TestTenant) =>
      ask(api, keys.owner, { method: 'DELETE', url: `${path}/evidence/${id}` })
    expect((await withdraw(other)).statusCode).toBe(404)
    expect((await withdraw(tenant)).statusCode).toBe(204)
    expect((await ask(api, tenant.keys.operator, { url })).statusCode).toBe(404)
    expect((await criterion(tenant, 'solvency')).documents).toEqual([])
    const kept = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction.selectFrom('attachment').select(['content', 'sha256', 'file_name']).execute(),
    )
    expect(kept).toEqual([
      { content: Buffer.alloc(0), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), file_name: '' },
    ])
  })

  test('figures are counted from the record of three years', async () => {
    const tenant = await api.addTenant()
    const late = '2026-08-30T00:00:00Z'
    await plantCase(api, tenant, {
      endedAgo: DAY,
      events: [
        ['declaration-sent', -9 * HOUR],
        ['declaration-rejected', -8 * HOUR],
        ['declaration-sent', -7 * HOUR],
        ['declaration-accepted', -6 * HOUR],
        ['documents-requested', -5 * HOUR, { controlId: 'a', wanted: 'invoice', dueAt: late }],
        ['documents-answered', -4 * HOUR, { controlId: 'a' }],
        ['documents-requested', -5 * HOUR, { controlId: 'b', dueAt: '2026-09-10T00:00:00Z' }],
        ['documents-requested', -5 * HOUR, { controlId: 'c', dueAt: 'soon' }],
        ['control-not-satisfied', -3 * HOUR, { controlId: 'a', why: 'weight' }],
        ['request-made', -2 * HOUR, { requestId: 'r', kind: 'amendment', reason: 'weight' }],
        ['request-granted', -HOUR, { requestId: 'r' }],
        ['assessment-corrected', 0, { payable: { amount: '1.00', currency: 'GBP' } }],
        ['funds-insufficient', 0],
        ['penalty-imposed', 0, { penaltyId: 'a/1' }],
        ['penalty-imposed', 0, { penaltyId: 'a/2' }],
        ['penalty-withdrawn', 0, { penaltyId: 'a/2' }],
      ],
    })
    await plantCase(api, tenant, {
      endedAgo: 4 * 366 * DAY,
      events: [
        ['declaration-sent', 0],
        ['declaration-rejected', 0],
        ['goods-seized', 0, { reason: 'x' }],
      ],
    })
    const { figures } = await criterion(tenant, 'compliance')
    expect(figures).toEqual([
      {
        ...{ name: 'declarations-rejected', count: 1, of: 2 },
        lastAt: '2026-08-31T04:00:00.000Z',
      },
      { name: 'entries-corrected', count: 1, of: 1, lastAt: '2026-08-31T11:00:00.000Z' },
      { name: 're-assessments', count: 1, of: 1, lastAt: '2026-08-31T09:00:00.000Z' },
      { name: 'answers-late', count: 1, of: 2, lastAt: '2026-08-30T00:00:00.000Z' },
      { name: 'penalties', count: 1, lastAt: '2026-08-31T12:00:00.000Z' },
      { name: 'goods-stopped', count: 0 },
    ])
  })

  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    [
      'of a criterion that does not ask for it',
      { criterion: 'security', document: 'annual-accounts' },
      404,
      '/document',
    ],
    [
      'that ends before it begins',
      { ...accounts, issuedOn: '2026-02-01', expiresOn: '2026-01-01' },
      400,
      '/expiresOn',
    ],
    ['with a day that does not exist', { ...accounts, expiresOn: '2026-02-30' }, 400, '/expiresOn'],
    ['of a scheme that does not exist', { ...accounts, scheme: 'us-ctpat' }, 404, '/scheme'],
  ])('refuses a document %s', async (_, fields, status, where) => {
    const answer = await attach(await api.addTenant(), fields)
    expect(answer.statusCode, answer.body).toBe(status)
    expect(answer.json<{ failures: { path: string }[] }>().failures[0]?.path).toBe(where)
  })

  test('brokers bring documents, owners judge, viewers see that they are there', async () => {
    const tenant = await api.addTenant()
    const { keys } = tenant
    expect((await attach(tenant, accounts, keys.viewer)).statusCode).toBe(403)
    expect((await judge(tenant, { criterion: 'solvency' }, keys.broker)).statusCode).toBe(403)
    const { id } = (await attach(tenant, accounts)).json<{ id: string }>()
    const url = `${path}/documents/${id}`
    expect((await ask(api, keys.viewer, { url })).statusCode).toBe(403)
    expect((await criterion(tenant, 'solvency')).documents).toHaveLength(1)
  })
})
