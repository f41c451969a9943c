import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Problem } from './problem.ts'

describe('what is no HTTP request', () => {
  let api: TestApi
  let port: number

  beforeAll(async () => {
    api = await startTestApi()
    port = Number(new URL(await api.server.listen({ host: '127.0.0.1', port: 0 })).port)
  })
  afterAll(() => api.close())

  const say = async (words: string): Promise<{ head: string; problem: Problem }> => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(words)
    const answer = await text(socket)
    const [head, body] = answer.split('\r\n\r\n')
    return { head: head!, problem: JSON.parse(body!) as Problem }
  }

  it.each([
    ['a malformed header', 'Bad Header : x', 400, 'invalid-input'],
    ['a header without end', `X-Long: ${'x'.repeat(20_000)}`, 431, 'too-large'],
  ])('such as %s is answered with a problem document', async (_what, header, status, code) => {
    const { head, problem } = await say(
      `GET /v1/cases HTTP/1.1\r\nHost: localhost\r\n${header}\r\n\r\n`,
    )
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head).toContain('Content-Type: application/problem+json')
    expect(head).toContain(`X-Request-Id: ${problem.requestId}`)
    expect(problem).toMatchObject({ type: `/problems/${code}`, status, failures: [{ code }] })
  })
})
