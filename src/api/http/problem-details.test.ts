import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../../test/api-requests.ts'
import { bearer, startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { failureCatalogue } from '../../customs/failure-codes.ts'
import type { Problem } from './problem.ts'

describe('a request that is refused', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const quote = (payload: string, contentType = 'application/json') =>
    api.server.inject({
      method: 'POST',
      url: '/v1/quotes?on=2026-09-01',
      headers: { ...bearer(tenant.keys.viewer), 'content-type': contentType },
      payload,
    })

  test.each([
    ['no JSON', '{', 'application/json', 400, 'invalid-input'],
    ['nothing', '', 'application/json', 400, 'invalid-input'],
    ['another type', '<order/>', 'application/xml', 415, 'unsupported-type'],
    ['too much', JSON.stringify('x'.repeat(600_000)), 'application/json', 413, 'too-large'],
    ['a poisoned object', '{"__proto__":{}}', 'application/json', 400, 'invalid-input'],
  ])('for %s is answered with a problem document', async (_, ...[payload, type, status, code]) => {
    const answer = await quote(payload, type)
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.json<Problem>()).toMatchObject({
      type: `/problems/${code}`,
      title: failureCatalogue[code as keyof typeof failureCatalogue].title,
      status,
      instance: '/v1/quotes',
      requestId: answer.headers['x-request-id'],
    })
  })

  test('names all faults of a body by JSON Pointer, each with a way to mend it', async () => {
    const answer = await quote('{"reference":"","lines":[{"quantity":0}],"colour":1}')
    const { failures } = answer.json<Problem>()
    const paths = failures.map(({ path }) => path)
    for (const path of ['/reference', '/colour', '/seller', '/lines/0/quantity']) {
      expect(paths).toContain(path)
    }
    for (const failure of failures) expect(failure.mend).toMatch(/\.$/)
  })

  test('says in Chinese what a body should hold', async () => {
    const answer = await quote('{"reference":""}')
    const reference = answer.json<Problem>().failures.find(({ path }) => path === '/reference')
    expect(reference?.zh).toEqual({
      message: '/reference 格式不正确。',
      mend: '应填写：1至35个字符，不含换行。',
    })
  })

  test('for a path that leads nowhere, and for a wrong method, is answered alike', async () => {
    for (const request of [
      { url: '/v1/nothing' },
      { method: 'DELETE', url: '/v1/orders' } as const,
    ]) {
      const answer = await ask(api, tenant.keys.owner, request)
      expect(answer.statusCode).toBe(404)
      expect(answer.json<Problem>().type).toBe('/problems/not-found')
    }
  })

  test.each(['/v1/orders/%', '/v1/cases?limit=0', '/v1/cases?limit=many', '/v1/cases?state=lost'])(
    'for %s is a mistake of the sender',
    async (url) => {
      const answer = await ask(api, tenant.keys.owner, { url })
      expect(answer.statusCode).toBe(400)
      expect(answer.json<Problem>().type).toBe('/problems/invalid-input')
    },
  )

  test('keeps the id that the caller gave it, if that is usable', async () => {
    const given = await api.server.inject({
      url: '/v1/tenant',
      headers: { 'x-request-id': 'shop-4711.a' },
    })
    expect(given.headers['x-request-id']).toBe('shop-4711.a')
    expect(given.json<Problem>().requestId).toBe('shop-4711.a')
    const unusable = await api.server.inject({
      url: '/v1/tenant',
      headers: { 'x-request-id': '<script>' },
    })
    expect(unusable.headers['x-request-id']).toMatch(/^request_/)
  })

  test('every type of problem has a page, for people and for programs', async () => {
    for (const [code, { title, status }] of Object.entries(failureCatalogue)) {
      const url = `/problems/${code}`
      expect((await api.server.inject({ url })).json()).toEqual({ code, title, status })
      const page = await api.server.inject({ url, headers: { accept: 'text/html' } })
      expect(page.headers['content-type']).toMatch('text/html')
      expect(page.body).toContain(title)
    }
  })
})

describe('a fault of ours', () => {
  test('says nothing of its cause', async () => {
    const api = await startTestApi({
      authenticate: () => Promise.reject(new Error('password of the database is hunter2')),
    })
    const answer = await api.server.inject({ url: '/v1/tenant', headers: bearer('tw_x') })
    expect(answer.statusCode).toBe(500)
    expect(answer.json<Problem>()).toMatchObject({ type: 'about:blank', failures: [] })
    expect(answer.body).not.toContain('hunter2')
    await api.close()
  })

  test('a database that is away is told as such, for the request to be repeated', async () => {
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const api = await startTestApi({ authenticate: () => Promise.reject(away) })
    const answer = await api.server.inject({ url: '/v1/tenant', headers: bearer('tw_x') })
    expect(answer.statusCode).toBe(503)
    expect(answer.json<Problem>().type).toBe('/problems/database-unavailable')
    await api.close()
  })
})
