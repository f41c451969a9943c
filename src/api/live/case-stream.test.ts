import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask, openPreparedCase } from '../../../test/api-requests.ts'
import { bearer, startTestApi, type TestApi, type TestTenant } from '../../../test/api.ts'
import { askSignedIn, signIn } from '../../../test/signed-in.ts'
import { exampleOrder } from '../../../test/shipped-examples.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { CaseChangeWatch } from './case-changes.ts'

interface Message {
  readonly id?: string
  readonly event: string
  readonly data: { readonly caseId?: string; readonly state?: string; readonly version?: number }
}

describe('the stream of changes of all cases', () => {
  let api: TestApi
  let tenant: TestTenant
  let stranger: TestTenant
  let origin: string

  beforeAll(async () => {
    api = await startTestApi()
    tenant = await api.addTenant()
    stranger = await api.addTenant()
    origin = await api.server.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => api.close())

  const follow = async (headers: Record<string, string> = {}, key = tenant.keys.viewer) => {
    const own = { ...bearer(key), ...headers }
    const messages = messagesOf(await fetch(`${origin}/v1/cases/stream`, { headers: own }))
    const first = (await messages.next()).value as Message
    return { messages, first }
  }

  const open = async (of = tenant): Promise<string> =>
    openPreparedCase(api, of.keys.operator, await exampleOrder('marketplace-cn-gb'))

  const stop = (caseId: string) =>
    ask(api, tenant.keys.broker, {
      method: 'POST',
      url: `/v1/cases/${caseId}/stop`,
      payload: { reason: 'the buyer asks to wait' },
    })

  const asOwner = async (work: (owner: Client) => Promise<unknown>) => {
    const owner = new Client({ connectionString: api.ownerDatabaseUrl })
    await owner.connect()
    await owner.query(`set app.tenant_id = '${tenant.tenantId}'`)
    await work(owner)
    await owner.end()
  }

  const touch = (caseId: string) =>
    inTenant(api.database, tenant.tenantId, (transaction) =>
      transaction
        .updateTable('clearance_case')
        .set((on) => ({ changed_in: on.fn('txid_current') }))
        .where('id', '=', caseId)
        .execute(),
    )

  test('tells of every case that changes, and of none of another tenant', async () => {
    const { messages, first } = await follow()
    expect(first.event).toBe('listening')
    await open(stranger)
    const caseId = await open()
    const told = await until(messages, ({ data }) => data.state === 'ready')
    expect(told.map(({ data }) => data.caseId)).toEqual(told.map(() => caseId))
    await stop(caseId)
    const [stopped] = await until(messages, ({ data }) => data.state === 'stopped')
    expect(stopped).toMatchObject({ event: 'case-changed', data: { caseId } })
    await messages.return(undefined)
  })

  test('goes on after the last message, with what was missed', async () => {
    const before = await follow()
    const caseId = await open()
    const told = await until(before.messages, ({ data }) => data.state === 'ready')
    await before.messages.return(undefined)
    await stop(caseId)
    const lastId = told.at(-1)?.id ?? ''
    const after = await follow({ 'last-event-id': lastId })
    const missed = await until(after.messages, ({ data }) => data.caseId === caseId)
    expect(missed.at(-1)?.data.state).toBe('stopped')
    await after.messages.return(undefined)
  })

  test('tells of a change that ends after later ones have ended', async () => {
    const [slow, quick] = [await open(), await open()]
    const { messages } = await follow()
    const { tenantId } = tenant
    await inTenant(api.database, tenantId, async (transaction) => {
      await transaction
        .updateTable('clearance_case')
        .set((on) => ({ changed_in: on.fn('txid_current') }))
        .where('id', '=', slow)
        .execute()
      await stop(quick)
      // Whoever would read by the number alone has passed it by now.
      await new Promise((resolve) => setTimeout(resolve, 1_200))
    })
    const told = await until(messages, ({ data }) => data.caseId === slow)
    expect(told.length).toBeGreaterThan(0)
    await messages.return(undefined)
  })

  test('says so where too much was missed to tell of each', async () => {
    const { first, messages } = await follow()
    await messages.return(undefined)
    await asOwner((owner) => owner.query(MANY_CASES, [tenant.tenantId]))
    // Whoever watches for others has told it to them by then; one who comes back has missed it.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const after = await follow({ 'last-event-id': first.id ?? '' })
    expect(after.first.event).toBe('read-anew')
    await after.messages.return(undefined)
  })

  test('says so at once to those who listen where too much changes to tell of each', async () => {
    const { messages } = await follow()
    await asOwner((owner) => owner.query(MANY_CHANGES))
    const [first] = await until(messages, () => true)
    expect(first?.event).toBe('read-anew')
    await messages.return(undefined)
  })

  test('ends within seconds once the listener has signed out, also where much happens', async () => {
    const viewer = await signIn(api, tenant, { role: 'viewer' })
    const { cookie } = viewer
    const messages = messagesOf(await fetch(`${origin}/v1/cases/stream`, { headers: { cookie } }))
    await messages.next()
    const caseId = await open()
    await askSignedIn(api, viewer, { method: 'DELETE', url: '/v1/session' })
    // What was found good a moment ago is believed for some seconds more.
    api.clock.advance(4_000)
    const startedAt = performance.now()
    const busy = setInterval(() => void touch(caseId), 300)
    for await (const { data } of messages) {
      expect(data.caseId).toBe(caseId)
      expect(performance.now() - startedAt).toBeLessThan(10_000)
    }
    clearInterval(busy)
  })

  test('refuses one listener more streams than are good for anything, and lets others listen', async () => {
    const url = `${origin}/v1/cases/stream`
    const { messages, first } = await follow({}, tenant.keys.broker)
    expect(first.event).toBe('listening')
    const others = await Promise.all(
      Array.from({ length: 49 }, () => fetch(url, { headers: bearer(tenant.keys.broker) })),
    )
    const refused = await fetch(url, { headers: bearer(tenant.keys.broker) })
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ failures: [{ code: 'rate-limited' }] })
    const { messages: another } = await follow()
    await another.return(undefined)
    await messages.return(undefined)
    await expect
      .poll(async () => {
        const again = await fetch(url, { headers: bearer(tenant.keys.broker) })
        await again.body?.cancel()
        return again.status
      })
      .toBe(200)
    for (const { body } of others) await body?.cancel()
  })

  test('begins anew once the database answers again', async () => {
    const second = await startTestApi()
    const watch = new CaseChangeWatch(second.database, second.ports.log)
    const stays = new AbortController()
    const listen = () => watch.listen(tenant.tenantId, () => undefined, stays.signal)
    const owner = new Client({ connectionString: second.ownerDatabaseUrl })
    await owner.connect()
    await owner.query('alter function case_change_horizon() rename to away')
    await expect(listen()).rejects.toThrow()
    await owner.query('alter function away() rename to case_change_horizon')
    await owner.end()
    await expect.poll(() => listen().catch(() => 0)).toBeGreaterThan(0)
    stays.abort()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await second.close()
  })

  test('tells all who listen', async () => {
    const listeners = await Promise.all(Array.from({ length: 20 }, () => follow()))
    const caseId = await open()
    const told = await Promise.all(
      listeners.map(({ messages }) => until(messages, ({ data }) => data.caseId === caseId)),
    )
    expect(told).toHaveLength(20)
    for (const { messages } of listeners) await messages.return(undefined)
  })
})

const MANY_CASES = `
  insert into clearance_case
    (id, tenant_id, reference, state, destination, version, snapshot, opened_at, updated_at, changed_in)
  select 'case_' || lpad(number::text, 26, '0'), $1, 'ORDER-' || number, 'draft', 'GB', 1, '{}',
    now(), now(), pg_current_xact_id()::text::bigint
  from generate_series(1, 501) as number`

const MANY_CHANGES = `
  update clearance_case set changed_in = pg_current_xact_id()::text::bigint`

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
      const [id, event, data] = ['id', 'event', 'data'].map((name) => fields.get(name))
      if (event === undefined || data === undefined) continue
      yield { ...(id !== undefined && { id }), event, data: JSON.parse(data) as Message['data'] }
    }
  }
}

/** What is told up to and with the first message that is looked for. */
async function until(
  messages: AsyncGenerator<Message, void>,
  isLookedFor: (message: Message) => boolean,
): Promise<readonly Message[]> {
  const told: Message[] = []
  for (;;) {
    const { value, done } = await messages.next()
    if (done === true) throw new Error('the stream has ended')
    told.push(value)
    if (isLookedFor(value)) return told
  }
}
