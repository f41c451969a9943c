import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { inviteWithLink } from '../../test/signed-in.ts'
import { run, type CommandEnd } from '../../test/terminal.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'
import { checkoutFolder } from '../platform/checkout.ts'
import { newId } from '../platform/ids.ts'

describe('the commands that need a running system', () => {
  let api: TestApi
  let tenant: TestTenant
  let url: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    url = await api.server.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => api.close())

  const withKey = (words: readonly string[], key = tenant.keys.operator): Promise<CommandEnd> =>
    run(words, { environment: { TIDEWAITER_URL: url, TIDEWAITER_KEY: key } })

  const onDatabase = (words: readonly string[]): Promise<CommandEnd> =>
    run(words, { environment: { DATABASE_APP_URL: api.databaseUrl } })

  const orderFile = async (changes: object = {}): Promise<string> => {
    const path = join(tmpdir(), `${newId('order')}.json`)
    await writeFile(
      path,
      JSON.stringify({ ...(await exampleOrder('marketplace-cn-gb')), ...changes }),
    )
    return path
  }

  test('order submit hands an order in once, however often it is repeated', async () => {
    const file = await orderFile()
    const first = await withKey(['order', 'submit', file])
    const again = await withKey(['order', 'submit', file])
    expect(first).toMatchObject({ exitCode: 0, stderr: '' })
    expect(first.stdout).toMatch(/"orderId":"order_.*"caseId":"case_/)
    expect(again.stdout).toBe(first.stdout)
  })

  test('order submit says why the server refuses', async () => {
    const refused = await withKey(['order', 'submit', await orderFile()], tenant.keys.viewer)
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toMatch(
      /^tidewaiter: 127\.0\.0\.1:\d+ answered 403: .*orders\.create\.\n$/,
    )
    expect(JSON.parse(refused.stdout)).toMatchObject({ type: '/problems/forbidden' })
  })

  test('order submit does not send an order that is none', async () => {
    const refused = await withKey(['order', 'submit', await orderFile({ lines: [] })])
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('/lines')
  })

  test('order cancel says what to do instead where the order is consigned', async () => {
    const submitted = await withKey(['order', 'submit', await orderFile({ reference: newId('o') })])
    const { orderId } = JSON.parse(submitted.stdout) as { orderId: string }
    const refused = await withKey(['order', 'cancel', orderId, '--reason', 'sold out'])
    expect(refused.exitCode).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ type: '/problems/illegal-transition' })
    expect(refused.stdout).toContain('/stop')
    expect((await withKey(['order', 'cancel', orderId])).exitCode).toBe(2)
  })

  test('order cancel ends an order that waits for its goods', async () => {
    const agent = await api.addTenant('purchasing-agent')
    const file = await orderFile({ reference: newId('o') })
    const submit = ['order', 'submit', file, '--fulfilment', 'warehouse']
    const submitted = await withKey(submit, agent.keys.operator)
    const { orderId } = JSON.parse(submitted.stdout) as { orderId: string }
    const words = ['order', 'cancel', orderId, '--reason', 'sold out']
    const cancelled = await withKey(words, agent.keys.operator)
    expect(cancelled).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(cancelled.stdout)).toMatchObject({ orderId, state: 'cancelled' })
  })

  test('a server that does not answer is told in one line', async () => {
    const words = [
      'order',
      'submit',
      await orderFile(),
      '--url',
      'http://127.0.0.1:1',
      '--key',
      'tw_x',
    ]
    const { exitCode, stderr } = await run(words)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^tidewaiter: --url: http:\/\/127\.0\.0\.1:1 does not answer .*\n$/)
  })

  test('tracking makes, lists and revokes a link', async () => {
    const submitted = await withKey(['order', 'submit', await orderFile()])
    const { caseId } = JSON.parse(submitted.stdout) as { caseId: string }
    const made = await withKey(['tracking', 'create', caseId])
    const { id } = JSON.parse(made.stdout) as { id: string }
    const revoked = await withKey(['tracking', 'revoke', id])
    expect(revoked.exitCode).toBe(0)
    const listed = await withKey(['tracking', 'list', caseId])
    expect(JSON.parse(listed.stdout)).toMatchObject({ items: [{ id, revokedAt: api.clock.now() }] })
  })

  test('a tenant made from the command line gets in with its key, until that is revoked', async () => {
    const profile = join(checkoutFolder, 'examples', 'trader-profile-platform.json')
    const create = ['tenant', 'create', '--name', 'Shop', '--kind', 'e-commerce-platform']
    const created = await onDatabase([...create, '--profile', profile])
    expect(created).toMatchObject({ exitCode: 0, stderr: '' })
    const { tenantId } = JSON.parse(created.stdout) as { tenantId: string }
    const ofTenant = ['--tenant', tenantId]
    const made = await onDatabase([
      'key',
      'create',
      ...ofTenant,
      '--name',
      'till',
      '--role',
      'operator',
    ])
    const { keyId, secret } = JSON.parse(made.stdout) as { keyId: string; secret: string }
    const file = await orderFile()
    expect((await withKey(['order', 'submit', file], secret)).exitCode).toBe(0)
    expect((await onDatabase(['key', 'revoke', keyId, ...ofTenant])).exitCode).toBe(0)
    api.clock.advance(5_000)
    expect((await withKey(['order', 'submit', file], secret)).exitCode).toBe(1)
    const listed = await onDatabase(['key', 'list', ...ofTenant])
    expect(listed.stdout).not.toContain(secret)
    expect(JSON.parse(listed.stdout)).toMatchObject([{ keyId }, { role: 'owner' }])
  })

  test('person link lets the owner of a tenant in, whom it adds where there is none', async () => {
    const { tenantId } = await api.addTenant()
    const link = ['person', 'link', '--tenant', tenantId]
    const nobody = await onDatabase(link)
    expect(nobody.exitCode).toBe(1)
    expect(nobody.stdout).toContain('Say the name of its first owner.')
    const first = await onDatabase([...link, '--name', 'Mei Tanaka'])
    expect(first).toMatchObject({ exitCode: 0, stderr: '' })
    const made = JSON.parse(first.stdout) as { personId: string; url: string }
    expect(made.url).toMatch(/^http:\/\/localhost:8080\/console\/welcome#twl_[\w-]{43}$/)
    const again = await onDatabase(link)
    expect(JSON.parse(again.stdout)).toMatchObject({ personId: made.personId })
    const listed = await onDatabase(['person', 'list', '--tenant', tenantId])
    expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'Mei Tanaka', role: 'owner' }])
    expect(listed.stdout).not.toContain('twl_')
    const token = (JSON.parse(again.stdout) as { url: string }).url.split('#')[1]!
    const entered = await api.server.inject({
      ...{ method: 'POST', url: '/v1/session/link', payload: { token } },
      headers: { origin: api.ports.publicUrl },
    })
    expect(entered.statusCode).toBe(200)
  })

  test('person link asks for whom where there are several owners, and refuses a stranger', async () => {
    const tenant = await api.addTenant()
    const one = await inviteWithLink(api, tenant, { name: 'One' })
    await inviteWithLink(api, tenant, { name: 'Two' })
    const link = ['person', 'link', '--tenant', tenant.tenantId]
    const unclear = await onDatabase(link)
    expect(unclear.exitCode).toBe(1)
    expect(unclear.stdout).toContain(one.personId)
    expect((await onDatabase([...link, '--person', one.personId])).exitCode).toBe(0)
    const other = await api.addTenant()
    const stranger = ['person', 'link', '--tenant', other.tenantId, '--person', one.personId]
    expect((await onDatabase(stranger)).exitCode).toBe(1)
    expect((await onDatabase(['person', 'link', '--tenant', 'x'])).exitCode).toBe(2)
    const help = await onDatabase(['person', 'link', '--help'])
    expect(help.stdout).toContain('bin/tidewaiter person link --tenant')
  })

  test('a profile that is none is bad input', async () => {
    const order = join(checkoutFolder, 'examples', 'marketplace-cn-gb.json')
    const create = ['tenant', 'create', '--name', 'Shop', '--kind', 'e-commerce-platform']
    const refused = await onDatabase([...create, '--profile', order])
    expect(refused.exitCode).toBe(2)
    expect(refused.stderr).toContain('/declarant is missing')
  })
})
