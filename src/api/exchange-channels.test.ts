import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import { asWorker, declareExample, recordAttempts } from '../../test/given-up-message.ts'
import { run } from '../../test/terminal.ts'
import type { ExchangeChannels } from './exchange-channels.ts'

describe('how the channels do', () => {
  let api: TestApi
  let tenant: TestTenant
  let other: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    other = await api.addTenant()
  })
  afterAll(() => api.close())

  const read = async (query = '', { keys }: TestTenant = tenant): Promise<ExchangeChannels> =>
    (await ask(api, keys.viewer, { url: `/v1/exchange/channels${query}` })).json<ExchangeChannels>()

  test('a channel that has not been used is well and has nothing', async () => {
    const { items } = await read()
    const unused = {
      breaker: { state: 'closed', failures: 0 },
      waiting: { due: 0, sending: 0, unknown: 0, refused: 0, dead: 0 },
      tried: [],
      lastErrors: [],
      certificates: [],
      use: { attemptsInMinute: 0, requestsPerMinute: 180 },
    }
    expect(items).toMatchObject([
      { channel: 'uk-cds', ...unused },
      { channel: 'uk-letters', ...unused },
    ])
  })

  test('tells a business of its own attempts, by minute and by hour', async () => {
    const { tenantId } = tenant
    const { messageId } = await declareExample(api, tenant)
    const latencies = [10, 20, 30, 40, 500]
    await recordAttempts(
      api,
      { tenantId, messageId },
      [
        ...latencies.map((latencyMs) => ({
          ...({ outcome: 'not-sent', secondsAgo: 60, latencyMs } as const),
          ...{ why: 'HTTP 503', httpStatus: 503 },
        })),
        { outcome: 'delivered', secondsAgo: 30, latencyMs: 7 },
        { outcome: 'refused', secondsAgo: 2 * 3_600 },
        // Too long ago for either.
        { outcome: 'refused', secondsAgo: 50 * 3_600 },
      ],
      'sent',
    )
    const byMinute = await read()
    const [channel] = byMinute.items
    expect(byMinute).toMatchObject({ at: api.clock.now(), stepSeconds: 60 })
    expect(byMinute.from).toBe('2026-09-01T11:01:00.000Z')
    expect(channel?.tried).toEqual([
      {
        from: '2026-09-01T11:59:00.000Z',
        ...{ delivered: 1, refused: 0, failed: 5, medianMs: 20, p95Ms: 500 },
      },
    ])
    expect(channel?.use).toEqual({ attemptsInMinute: 6, requestsPerMinute: 180 })
    expect(channel?.lastErrors[0]).toMatchObject({
      ...{ messageId, outcome: 'not-sent', httpStatus: 503, why: 'HTTP 503' },
    })
    const byHour = await read('?by=hour')
    expect(byHour.items[0]?.tried).toMatchObject([
      { from: '2026-09-01T10:00:00.000Z', refused: 1, failed: 0 },
      { from: '2026-09-01T11:00:00.000Z', delivered: 1, failed: 5 },
    ])
  })

  test('tells another business nothing of them but how much of the limit is used', async () => {
    const { items } = await read('', other)
    expect(items[0]).toMatchObject({ tried: [], lastErrors: [], use: { attemptsInMinute: 6 } })
  })

  test('counts what waits, and for how long the oldest does', async () => {
    await declareExample(api, other)
    api.clock.advance(90_000)
    const { items } = await read('', other)
    expect(items[0]).toMatchObject({ waiting: { due: 1, dead: 0 }, oldestDueSeconds: 90 })
  })

  test('says until when the other side can prove itself, and how answers are looked for', async () => {
    const days = (count: number) => new Date(Date.parse(api.clock.now()) + count * 86_400_000)
    const facts = { channel: 'uk-cds', subject: 'CN=api.example', issuer: 'CN=A' }
    const seen = { first_seen_at: days(-1), seen_at: days(-1), fingerprint: 'ab:cd' }
    await asWorker(api, async (transaction) => {
      await transaction
        .insertInto('channel_certificate')
        .values([
          { ...facts, ...seen, door: 'ssh', not_after: null },
          { ...facts, ...seen, door: 'https', not_after: days(29) },
          { ...facts, ...seen, door: 'smtp', not_after: days(-1) },
          { ...facts, ...seen, door: 'imap', not_after: days(31) },
        ])
        .execute()
      await transaction
        .insertInto('channel_turn')
        .values({
          ...{ channel: 'uk-cds', task: 'collect', holder: null, failures: 2 },
          ...{ last_error: 'ECONNREFUSED', due_at: days(0), done_at: days(-1) },
        })
        .execute()
    })
    const { items } = await read()
    expect(items[0]?.certificates).toMatchObject([
      { door: 'smtp', standing: 'ended' },
      { door: 'https', standing: 'ends-soon', notAfter: days(29).toISOString() },
      { door: 'imap', standing: 'holds' },
      { door: 'ssh', standing: 'holds' },
    ])
    expect(items[0]?.certificates[3]).not.toHaveProperty('notAfter')
    expect(items[0]?.collection).toEqual({
      lastAt: days(-1).toISOString(),
      failures: 2,
      lastError: 'ECONNREFUSED',
    })
  })

  test('is shown of all tenants together to whoever runs the installation', async () => {
    const environment = { DATABASE_URL: api.ownerDatabaseUrl }
    const { stdout, stderr, exitCode } = await run(['exchange', 'channels'], { environment })
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(JSON.parse(stdout)).toMatchObject({
      channel: 'uk-cds',
      waiting: { due: 1 },
      breaker: { state: 'closed' },
    })
    const wrong = await run(['exchange', 'channels', '--by', 'day'], { environment })
    expect(wrong.exitCode).toBe(2)
  })
})
