import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, testProfile, type TestApi, type TestTenant } from '../../test/api.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { mayDo, permissions, roles, type Permission } from './index.ts'

interface AuditRow {
  readonly action: string
  readonly subject: string
  readonly actor: object
}

describe('a tenant', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const change = (payload: object, version: string) =>
    ask(api, tenant.keys.owner, {
      method: 'PATCH',
      url: '/v1/tenant',
      payload,
      headers: { 'if-match': version },
    })

  const auditOf = ({ tenantId }: TestTenant): Promise<AuditRow[]> =>
    inTenant(api.database, tenantId, (transaction) =>
      transaction
        .selectFrom('audit_entry')
        .select(['action', 'subject', 'actor'])
        .orderBy('id')
        .execute(),
    )

  test('shows its standing facts', async () => {
    const answer = await ask(api, tenant.keys.viewer, { url: '/v1/tenant' })
    expect(answer.json()).toMatchObject({
      id: tenant.tenantId,
      kind: 'e-commerce-platform',
      profile: testProfile,
      declareWhenReady: false,
    })
  })

  test('changes what is named and nothing else, on its present version', async () => {
    const before = await ask(api, tenant.keys.viewer, { url: '/v1/tenant' })
    const changed = await change({ declareWhenReady: true }, String(before.headers.etag))
    expect(changed.json()).toEqual({
      ...before.json<object>(),
      declareWhenReady: true,
      version: before.json<{ version: number }>().version + 1,
    })
    const late = await change({ declareWhenReady: false }, String(before.headers.etag))
    expect(late.statusCode).toBe(412)
    const after = await ask(api, tenant.keys.viewer, { url: '/v1/tenant' })
    expect(after.json()).toMatchObject({ declareWhenReady: true })
    expect(after.headers.etag).toBe(changed.headers.etag)
  })

  test('refuses a profile that is none, and a change of nothing', async () => {
    expect((await change({ profile: {} }, '"1"')).statusCode).toBe(400)
    expect((await change({}, '"1"')).statusCode).toBe(400)
  })

  test('chooses a channel that is there, and is told which are when it is not', async () => {
    const { headers } = await ask(api, tenant.keys.viewer, { url: '/v1/tenant' })
    const refused = await change(
      { profile: { ...testProfile, channel: 'nowhere' } },
      String(headers.etag),
    )
    expect(refused.statusCode).toBe(400)
    expect(refused.body).toContain('Choose one of: uk-cds.')
  })

  test('keeps a record of every change of access, with who made it', async () => {
    const added = await api.addTenant()
    const made = await ask(api, added.keys.owner, {
      method: 'POST',
      url: '/v1/api-keys',
      payload: { name: 'till', role: 'viewer' },
    })
    const { id } = made.json<{ id: string }>()
    await ask(api, added.keys.owner, { method: 'DELETE', url: `/v1/api-keys/${id}` })
    const entries = await auditOf(added)
    expect(entries.map(({ action }) => action)).toEqual([
      'tenant-created',
      ...Array.from({ length: 5 }, () => 'key-issued'),
      'key-revoked',
    ])
    expect(entries.at(-1)).toMatchObject({ subject: id, actor: { kind: 'api-key' } })
  })

  test('cannot change or remove an entry of that record', async () => {
    const inOwn = <T>(work: (transaction: TenantTransaction) => Promise<T>) =>
      inTenant(api.database, tenant.tenantId, work)
    const altering = inOwn((transaction) =>
      transaction.updateTable('audit_entry').set({ action: 'nothing' }).execute(),
    )
    await expect(altering).rejects.toThrow(/permission denied/)
    const removing = inOwn((transaction) => transaction.deleteFrom('audit_entry').execute())
    await expect(removing).rejects.toThrow(/permission denied/)
  })

  test('keeps no secret of a key, only its hash', async () => {
    const rows = await inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction.selectFrom('api_key').selectAll().execute(),
    )
    const stored = JSON.stringify(rows)
    for (const secret of Object.values(tenant.keys)) expect(stored).not.toContain(secret)
    for (const { key_sha256 } of rows) expect(key_sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the table of rights', () => {
  const rights = Object.keys(permissions) as Permission[]

  test('gives the owner all, and the viewer only what changes nothing', () => {
    expect(rights.every((right) => mayDo('owner', right))).toBe(true)
    const ofViewer = rights.filter((right) => mayDo('viewer', right))
    expect(ofViewer.every((right) => right.endsWith('.read') || right === 'quotes.make')).toBe(true)
  })

  test('leaves access itself to owners', () => {
    for (const right of ['keys.manage', 'keys.read', 'tenant.change'] as const) {
      expect(roles.filter((role) => mayDo(role, right))).toEqual(['owner'])
    }
  })
})
