import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startTestApi, testSecurityToken, type TestApi } from '../../test/api.ts'
import type { IncomingNotification } from '../exchange/inbox.ts'

describe('the push of the UK authority', () => {
  const received: IncomingNotification[] = []
  let api: TestApi

  beforeAll(async () => {
    api = await startTestApi({
      inbox: {
        ukCdsSecurityToken: testSecurityToken,
        receive: (notification) => {
          received.push(notification)
          return Promise.resolve('stored')
        },
      },
    })
  })
  afterAll(() => api.close())

  const push = (headers: Record<string, string>, payload: string | Buffer = '<MetaData/>') =>
    api.server.inject({
      method: 'POST',
      url: '/exchange/uk-cds/notifications',
      headers: { 'content-type': 'application/xml; charset=UTF-8', ...headers },
      payload,
    })

  test('is taken in with its exact bytes and conversation', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x3c, 0x61, 0x2f, 0x3e, 0x0d, 0x0a])
    const headers = { authorization: testSecurityToken, 'x-conversation-id': 'conversation-1' }
    const answer = await push(headers, bytes)
    expect(answer.statusCode).toBe(204)
    expect(received.at(-1)).toEqual({
      channel: 'uk-cds',
      conversationId: 'conversation-1',
      bytes,
    })
  })

  test.each([[{}], [{ authorization: 'Basic of-somebody-else' }], [{ authorization: '' }]])(
    'is refused with %j, unread',
    async (headers) => {
      const before = received.length
      expect((await push(headers)).statusCode).toBe(401)
      expect(received).toHaveLength(before)
    },
  )

  test('is refused when it is larger than any notification', async () => {
    const answer = await push({ authorization: testSecurityToken }, 'x'.repeat(1024 * 1024 + 1))
    expect(answer.statusCode).toBe(413)
  })

  test('what cannot be read is answered with success and kept', async () => {
    const real = await startTestApi()
    const answer = await real.server.inject({
      method: 'POST',
      url: '/exchange/uk-cds/notifications',
      headers: { 'content-type': 'application/xml', authorization: testSecurityToken },
      payload: 'no XML at all',
    })
    expect(answer.statusCode).toBe(204)
    await real.close()
  })
})
