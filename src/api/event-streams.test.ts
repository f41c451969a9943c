import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase } from '../../test/api-requests.ts'
import { bearer, startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { askSignedIn, signIn } from '../../test/signed-in.ts'
import { exampleOrder } from '../../test/shipped-examples.ts'

interface Message {
  readonly id: number
  readonly event: string
  readonly data: { readonly sequence: number; readonly type: string }
}

describe('the stream of the events of a case', () => {
  let api: TestApi
  let tenant: TestTenant
  let caseId: string
  let origin: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    caseId = await openPreparedCase(
      api,
      tenant.keys.operator,
      await exampleOrder('marketplace-cn-gb'),
    )
    origin = await api.server.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => api.close())

  const follow = (headers: Record<string, string> = {}) =>
    fetch(`${origin}/v1/cases/${caseId}/events/stream`, {
      headers: { ...bearer(tenant.keys.viewer), ...headers },
    })

  test('tells what has happened and what happens next, without a gap', async () => {
    const response = await follow()
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const messages = messagesOf(response)
    const { version } = (await ask(api, tenant.keys.viewer, { url: `/v1/cases/${caseId}` })).json<{
      version: number
    }>()
    const known = await take(messages, version)
    expect(known.map(({ id }) => id)).toEqual(known.map((_, index) => index + 1))
    const payload = { reason: 'the buyer asks to wait' }
    const url = `/v1/cases/${caseId}/stop`
    await ask(api, tenant.keys.broker, { method: 'POST', url, payload })
    const [stopped] = await take(messages, 1)
    expect(stopped).toMatchObject({ id: version + 1, event: 'case-stopped' })
    await messages.return(undefined)
  })

  test('goes on after the last event that was received', async () => {
    const messages = messagesOf(await follow({ 'last-event-id': '6' }))
    expect((await take(messages, 2)).map(({ id }) => id)).toEqual([7, 8])
    await messages.return(undefined)
  })

  test('refuses a last event that cannot be', async () => {
    expect((await follow({ 'last-event-id': 'x' })).status).toBe(400)
  })

  test('ends within seconds once the listener has signed out', async () => {
    const viewer = await signIn(api, tenant, { role: 'viewer' })
    const { cookie } = viewer
    const url = `${origin}/v1/cases/${caseId}/events/stream`
    const messages = messagesOf(await fetch(url, { headers: { cookie } }))
    expect(await take(messages, 1)).toHaveLength(1)
    await askSignedIn(api, viewer, { method: 'DELETE', url: '/v1/session' })
    // What was found good a moment ago is believed for some seconds more.
    api.clock.advance(4_000)
    const startedAt = performance.now()
    for await (const message of messages) expect(message.id).toBeGreaterThan(1)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  test('ends when the server shuts down, which does not wait for its listeners', async () => {
    const second = await startTestApi()
    const { keys } = await second.addTenant()
    const id = await openPreparedCase(second, keys.operator, await exampleOrder('refused'))
    const url = await second.server.listen({ host: '127.0.0.1', port: 0 })
    const headers = bearer(keys.viewer)
    const messages = messagesOf(await fetch(`${url}/v1/cases/${id}/events/stream`, { headers }))
    await take(messages, 1)
    const startedAt = Date.now()
    await second.close()
    for await (const message of messages) expect(message.id).toBeGreaterThan(1)
    expect(Date.now() - startedAt).toBeLessThan(10_000)
  })
})

/** Reads a stream of server-sent events as a browser does. */
async function* messagesOf(response: Response): AsyncGenerator<Message, void> {
  if (response.body === null) throw new Error('the answer has no body')
  let text = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const parts = (text + chunk).split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const fields = new Map(
        part.split('\n').map((line) => [line.split(': ')[0] ?? '', line.replace(/^\w*: /, '')]),
      )
      const data = fields.get('data')
      if (data === undefined) continue
      const event = fields.get('event') ?? ''
      yield { id: Number(fields.get('id')), event, data: JSON.parse(data) as Message['data'] }
    }
  }
}

async function take(messages: AsyncGenerator<Message, void>, count: number): Promise<Message[]> {
  const taken: Message[] = []
  while (taken.length < count) {
    const { value, done } = await messages.next()
    if (done === true) break
    taken.push(value)
  }
  return taken
}
