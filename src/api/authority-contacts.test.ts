import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { AuthorityView } from './authorities.ts'
import type { AuthorityContactView } from './authority-contacts.ts'

const book = '/v1/authorities/uk-cds/contacts'

const officer = {
  topic: 'clearance',
  office: 'National Clearance Hub',
  desk: 'Documents',
  person: 'Ada Harrow',
  email: 'ada.harrow@example.org',
  phone: '+44 161 000 0000',
  languages: ['en', 'zh'],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
}

describe('the contact book of an authority', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    other = await api.addTenant()
  })
  afterAll(() => api.close())

  const add = (facts: object = officer, { keys }: TestTenant = tenant) =>
    ask(api, keys.broker, { method: 'POST', url: book, payload: facts })
  const added = async (facts?: object) => (await add(facts)).json<AuthorityContactView>()
  const audited = () =>
    inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction.selectFrom('audit_entry').selectAll().orderBy('id').execute(),
    )

  test('stands beside what the authority has published, with where and when that was read', async () => {
    const answer = await ask(api, tenant.keys.viewer, { url: '/v1/authorities' })
    const [hmrc] = answer.json<{ items: AuthorityView[] }>().items
    expect(hmrc?.id).toBe('uk-cds')
    const points = hmrc?.contactPoints ?? []
    expect(points.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining(['clearance', 'classification', 'corrections', 'appeals']),
    )
    for (const { id, sources, email, phone, address, website } of points) {
      expect(sources, id).not.toEqual([])
      expect([email, phone, address, website].filter(Boolean), id).not.toEqual([])
    }
  })

  test('takes whom a business knows, and shows it to nobody else', async () => {
    const contact = await added()
    expect(contact).toMatchObject({ ...officer, version: 1, changedBy: { kind: 'api-key' } })
    const listed = async ({ keys }: TestTenant) =>
      (await ask(api, keys.viewer, { url: book })).json<{ items: AuthorityContactView[] }>().items
    expect((await listed(tenant)).map(({ id }) => id)).toContain(contact.id)
    expect(await listed(other)).toEqual([])
    const stolen = await ask(api, other.keys.owner, { url: `${book}/${contact.id}` })
    expect(stolen.statusCode).toBe(404)
  })

  test('changes on the version that was read only', async () => {
    const { id } = await added()
    const url = `${book}/${id}`
    const change = (version: string | undefined, facts: object) =>
      ask(api, tenant.keys.operator, {
        ...{ method: 'PUT', url, payload: facts },
        ...(version !== undefined && { headers: { 'if-match': version } }),
      })
    const { desk, ...without } = officer
    expect(desk).toBe('Documents')
    expect((await change(undefined, without)).statusCode).toBe(428)
    const changed = await change('"1"', { ...without, role: 'Higher officer' })
    expect(changed.headers['etag']).toBe('"2"')
    expect(changed.json()).toMatchObject({ role: 'Higher officer', version: 2 })
    expect(changed.json()).not.toHaveProperty('desk')
    expect((await change('"1"', officer)).statusCode).toBe(412)
    const again = await ask(api, tenant.keys.viewer, { url, headers: { 'if-none-match': '"2"' } })
    expect(again.statusCode).toBe(304)
  })

  test.each([
    ['nobody could be reached by it', { topic: 'other', office: 'Somewhere' }, 422, ''],
    ['it ends before it begins', { ...officer, validUntil: '2025-12-31' }, 400, '/validUntil'],
    ['its day does not exist', { ...officer, validFrom: '2026-02-30' }, 400, '/validFrom'],
    ['its e-mail is none', { ...officer, email: 'ada at hub' }, 400, '/email'],
  ])('refuses a contact where %s', async (_, facts, status, path) => {
    const answer = await add(facts)
    expect(answer.statusCode).toBe(status)
    const { failures } = answer.json<{ failures: { path: string; zh?: { message: string } }[] }>()
    expect(failures[0]?.path).toBe(path)
    expect(failures[0]?.zh?.message).toMatch(/[一-鿿]/)
  })

  test('forgets a person that is removed; that it was is on record, without the name', async () => {
    const key = 'contact-to-forget-1'
    const create = () =>
      ask(api, tenant.keys.broker, {
        ...{ method: 'POST', url: book, payload: { ...officer, person: 'Jo Quayle' } },
        headers: { 'idempotency-key': key },
      })
    const { id } = (await create()).json<AuthorityContactView>()
    const removed = await ask(api, tenant.keys.broker, { method: 'DELETE', url: `${book}/${id}` })
    expect(removed.statusCode).toBe(204)
    expect((await ask(api, tenant.keys.owner, { url: `${book}/${id}` })).statusCode).toBe(404)
    const entries = (await audited()).filter(({ subject }) => subject === id)
    expect(entries.map(({ action }) => action)).toEqual(['contact-added', 'contact-removed'])
    const repeated = await create()
    expect(repeated.headers['idempotency-replayed']).toBe('true')
    expect(repeated.body).not.toContain('Quayle')
    expect(JSON.stringify(await audited())).not.toContain('Quayle')
  })

  test('is written by those who deal with customs, and read by everybody', async () => {
    const tried = await ask(api, tenant.keys.viewer, {
      ...{ method: 'POST', url: book, payload: officer },
    })
    expect(tried.statusCode).toBe(403)
    const unknown = await ask(api, tenant.keys.viewer, { url: '/v1/authorities/xx/contacts' })
    expect(unknown.statusCode).toBe(404)
  })
})
