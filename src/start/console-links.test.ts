import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { signIn } from '../../test/signed-in.ts'
import { systemClock } from '../platform/clock.ts'
import { createLog } from '../platform/log.ts'
import { consoleLinks } from './console-links.ts'

describe('the way into the console that a start shows', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const wayIn = async () => {
    const place = {
      appUrl: api.databaseUrl,
      publicUrl: api.ports.publicUrl,
      log: createLog({ level: 'silent', name: 'test' }),
    }
    const [fact] = await consoleLinks([{ ...tenant, name: 'Shop' }], place)
    return fact![1]
  }

  const enter = (url: string) =>
    api.server.inject({
      ...{ method: 'POST', url: '/v1/session/link', payload: { token: url.split('#')[1] } },
      headers: { origin: api.ports.publicUrl },
    })

  test('stays a link for the owner where only somebody else has come in', async () => {
    await signIn(api, tenant, { role: 'operator' })
    expect(await wayIn()).toContain('/console/welcome#twl_')
  })

  test('is a link for the owner, anew at each start until somebody has come in by it', async () => {
    const first = await wayIn()
    const second = await wayIn()
    expect(first).toContain('/console/welcome#twl_')
    // A start goes by the clock of the machine.
    api.clock.set(systemClock.now())
    expect((await enter(first)).statusCode).toBe(401)
    expect((await enter(second)).statusCode).toBe(200)
    const later = await wayIn()
    expect(later).not.toContain('twl_')
    expect(later).toContain(`bin/tidewaiter person link --tenant ${tenant.tenantId}`)
  })
})
