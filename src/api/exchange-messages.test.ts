import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { declareExample, recordAttempts } from '../../test/given-up-message.ts'
import type { ExchangeMessageDetail } from './exchange-messages.ts'
import type { ExchangeMessageView } from './views/exchange-message-view.ts'

interface MessagePage {
  readonly items: readonly ExchangeMessageView[]
  readonly next?: string
}

describe('the messages to authorities over HTTP', () => {
  let api: TestApi
  let tenant: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
  })
  afterAll(() => api.close())

  const get = async <Body>(url: string, key = tenant.keys.viewer): Promise<Body> =>
    (await ask(api, key, { url })).json<Body>()

  const post = (url: string, payload?: object, key = tenant.keys.broker) =>
    ask(api, key, { method: 'POST', url, ...(payload && { payload }) })

  const givenUp = async (outcome: 'not-sent' | 'unknown') => {
    const declared = await declareExample(api, tenant)
    const { tenantId } = tenant
    const why = 'HTTP 503, SERVER_ERROR: closed'
    const attempt = { outcome, httpStatus: 503, why, latencyMs: 80 } as const
    await recordAttempts(api, { tenantId, messageId: declared.messageId }, [attempt, attempt])
    return declared
  }

  test('are listed by state, kind, channel and case, page by page', async () => {
    const dead = await givenUp('not-sent')
    const due = await declareExample(api, tenant)
    const ofState = await get<MessagePage>('/v1/exchange/messages?state=dead')
    expect(ofState.items.map(({ id }) => id)).toEqual([dead.messageId])
    expect(ofState.items[0]).toMatchObject({
      caseId: dead.caseId,
      lrn: dead.lrn,
      kind: 'declaration',
      channel: 'uk-cds',
      mending: 'replay',
      attempts: 2,
      lastError: 'HTTP 503, SERVER_ERROR: closed',
    })
    expect(ofState.items[0]!.bytes).toBeGreaterThan(1_000)
    const several = await get<MessagePage>('/v1/exchange/messages?state=dead&state=due&limit=1')
    expect(several.items.map(({ id }) => id)).toEqual([due.messageId])
    const next = await get<MessagePage>(
      `/v1/exchange/messages?state=dead&state=due&limit=1&cursor=${several.next}`,
    )
    expect(next.items.map(({ id }) => id)).toEqual([dead.messageId])
    expect(next.next).toBeUndefined()
    const ofCase = await get<MessagePage>(`/v1/exchange/messages?caseId=${due.caseId}`)
    expect(ofCase.items.map(({ id }) => id)).toEqual([due.messageId])
    expect((await get<MessagePage>('/v1/exchange/messages?channel=other')).items).toEqual([])
    expect((await get<MessagePage>('/v1/exchange/messages?kind=arrival')).items).toEqual([])
  })

  test('are read with every attempt and what the authority said', async () => {
    const { messageId } = await givenUp('unknown')
    const detail = await get<ExchangeMessageDetail>(`/v1/exchange/messages/${messageId}`)
    expect(detail.meaning.en).toContain('invoiced at')
    expect(detail.tries).toHaveLength(2)
    expect(detail.tries[0]).toMatchObject({ outcome: 'unknown', httpStatus: 503, latencyMs: 80 })
    expect(detail).toMatchObject({ decisions: [], answers: [] })
  })

  test('are sent again at the word of a person, whose decision is kept', async () => {
    const { messageId } = await givenUp('unknown')
    const replayed = await post(`/v1/messages/${messageId}/replay`)
    expect(replayed.statusCode).toBe(202)
    const detail = await get<ExchangeMessageDetail>(`/v1/exchange/messages/${messageId}`)
    expect(detail).toMatchObject({ state: 'unknown', attempts: 0, mending: 'none' })
    expect(detail.decisions).toMatchObject([
      {
        decision: 'replayed',
        actor: { kind: 'api-key', name: 'broker' },
        before: { state: 'dead', attempts: 2, lastError: 'HTTP 503, SERVER_ERROR: closed' },
      },
    ])
  })

  test('are set aside where customs surely do not have them; the case is declared anew', async () => {
    const { messageId, caseId, lrn } = await givenUp('not-sent')
    const reason = 'the buyer has cancelled'
    const aside = await post(`/v1/exchange/messages/${messageId}/set-aside`, { reason })
    expect(aside.json()).toEqual({ messageId, caseId })
    const view = await get<{ state: string }>(`/v1/cases/${caseId}`)
    expect(view.state).toBe('preparing')
    const { items } = await get<{ items: { type: string; data: object }[] }>(
      `/v1/cases/${caseId}/events`,
    )
    expect(items.slice(-2)).toMatchObject([
      { type: 'message-set-aside', data: { messageId, reason } },
      { type: 'declaration-rejected', data: { lrn } },
    ])
    await post(`/v1/cases/${caseId}/prepare`)
    const again = await post(`/v1/cases/${caseId}/declare`, {})
    expect(again.statusCode).toBe(200)
    const detail = await get<ExchangeMessageDetail>(`/v1/exchange/messages/${messageId}`)
    const ofCase = await get<MessagePage>(`/v1/exchange/messages?caseId=${caseId}`)
    expect(detail).toMatchObject({ state: 'set-aside', replacedBy: ofCase.items[0]!.id })
    expect(detail.decisions).toMatchObject([{ decision: 'set-aside', reason }])
  })

  test('are not set aside where customs may have them, nor without a reason or the right', async () => {
    const { messageId, caseId } = await givenUp('unknown')
    const url = `/v1/exchange/messages/${messageId}/set-aside`
    const refused = await post(url, { reason: 'sold out' })
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ failures: [{ mend: expect.stringContaining('again') }] })
    expect((await post(url, { reason: ' ' })).statusCode).toBe(400)
    expect((await post(url, { reason: 'x' }, tenant.keys.viewer)).statusCode).toBe(403)
    expect(await get(`/v1/cases/${caseId}`)).toMatchObject({ state: 'lodged' })
  })
})
