import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { createLog } from '../platform/log.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { Channel, Inquiry, SendOutcome } from './channel.ts'
import { claimNext } from './claim-next.ts'
import { readLost } from './collected-notifications.ts'
import { replayMessage } from './replay-message.ts'
import { type ExchangePorts, sendClaimed, sendNext } from './send-message.ts'
import { timings } from './timings.ts'

describe('sending a message of the outbox', () => {
  let exchange: ExchangeDatabase
  let outcomes: SendOutcome[]
  let inquiries: Inquiry[]
  let sent: string[]
  let told: string[]
  let fetched: string[]
  /** Each test has a channel of its own, so that nothing of another one is due there. */
  let channelName: string
  let tests = 0
  let ports: ExchangePorts

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())

  beforeEach(() => {
    ;[outcomes, inquiries, sent, told, fetched] = [[], [], [], [], []]
    tests += 1
    channelName = `test-${tests}`
    const channel: Channel = {
      name: channelName,
      send: (message) => {
        sent.push(message.body.toString())
        return Promise.resolve(outcomes.shift() ?? { kind: 'delivered', conversationId: 'c-1' })
      },
      inquire: () => Promise.resolve(inquiries.shift() ?? { kind: 'not-known' }),
      pull: async (conversationId, { begin, take }) => {
        await begin(`n-${conversationId}`)
        if (conversationId === 'c-lost') return { why: 'HTTP 503', httpStatus: 503 }
        await take(`n-${conversationId}`, Buffer.from(`missed in ${conversationId}`))
        return undefined
      },
    }
    const note = (what: string) => () => {
      told.push(what)
      return Promise.resolve()
    }
    ports = {
      database: exchange.database,
      clock: exchange.clock,
      log: createLog({ name: 'test', level: 'silent' }),
      node: 'node-1',
      channels: new Map([[channelName, channel]]),
      observer: {
        delivered: note('delivered'),
        refused: note('refused'),
        unknown: note('unknown'),
        dead: note('dead'),
      },
      limitPerSecond: 'off',
      receive: ({ bytes }) => {
        fetched.push(bytes.toString())
        return Promise.resolve('stored')
      },
    }
  })

  const commit = () => exchange.commitMessage({ channel: channelName })
  const attempt = () => sendNext(ports, channelName)

  const stateOf = (messageId: string) =>
    inTenant(exchange.database, exchange.tenantId, (transaction) =>
      transaction
        .selectFrom('exchange_message')
        .select(['state', 'attempts', 'conversation_id', 'last_error', 'waits_for'])
        .where('id', '=', messageId)
        .executeTakeFirstOrThrow(),
    )

  const attemptsOf = (messageId: string) =>
    inTenant(exchange.database, exchange.tenantId, (transaction) =>
      transaction
        .selectFrom('exchange_attempt')
        .selectAll()
        .where('message_id', '=', messageId)
        .orderBy('started_at')
        .orderBy('id')
        .execute(),
    )

  it('delivers once, however often the job runs', async () => {
    const { messageId } = await commit()
    await attempt()
    await attempt()
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['delivered'])
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', conversation_id: 'c-1' })
  })

  it('lets one of two senders work on a message', async () => {
    await commit()
    await Promise.all([attempt(), attempt()])
    expect(sent).toHaveLength(1)
  })

  it('tries again what was surely not sent, without asking first', async () => {
    const { messageId } = await commit()
    outcomes.push({ kind: 'not-sent', why: 'connection refused' })
    await attempt()
    expect(await stateOf(messageId)).toMatchObject({
      state: 'due',
      last_error: 'connection refused',
    })
    await attempt()
    expect(sent).toHaveLength(1)
    exchange.clock.advance(2_000)
    await attempt()
    expect(sent).toHaveLength(2)
    expect(told).toEqual(['delivered'])
  })

  it('asks before it sends again after an unknown outcome, and then not at all if it is known', async () => {
    const { messageId } = await commit()
    outcomes.push({ kind: 'unknown', why: 'no answer within 8000 ms' })
    await attempt()
    expect(told).toEqual(['unknown'])
    exchange.clock.advance(2_000)
    inquiries.push({ kind: 'known', mrn: '26GB1', conversationId: 'c-7' })
    await attempt()
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['unknown', 'delivered'])
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', conversation_id: 'c-7' })
    expect(fetched).toEqual(['missed in c-7'])
  })

  it('knows of an answer that was lost while it was fetched, so that it is collected later', async () => {
    for (const conversationId of ['c-kept', 'c-lost']) {
      await commit()
      outcomes.push({ kind: 'unknown', why: 'connection reset' })
      await attempt()
      exchange.clock.advance(2_000)
      inquiries.push({ kind: 'known', mrn: '26GB1', conversationId })
      await attempt()
      exchange.clock.advance(60_000)
      const lost = await readLost(ports, channelName)
      expect(lost, conversationId).toEqual(conversationId === 'c-lost' ? ['n-c-lost'] : [])
    }
  })

  it('sends the same bytes again when the authority does not know them', async () => {
    const { lrn } = await commit()
    outcomes.push({ kind: 'unknown', why: 'connection reset' })
    await attempt()
    exchange.clock.advance(2_000)
    await attempt()
    expect(sent).toEqual(Array(2).fill(`<Declaration>${lrn}</Declaration>`))
  })

  it('stays in doubt while the authority does not answer the question', async () => {
    const { messageId } = await commit()
    outcomes.push({ kind: 'unknown', why: 'connection reset' })
    await attempt()
    exchange.clock.advance(2_000)
    inquiries.push({ kind: 'no-answer', why: 'connection refused' })
    await attempt()
    expect(sent).toHaveLength(1)
    expect((await stateOf(messageId)).state).toBe('unknown')
  })

  it('takes a sender that did not come back for dead and asks before it sends again', async () => {
    const { messageId } = await commit()
    const channel = ports.channels.get(channelName)!
    const { send } = channel
    channel.send = () => new Promise(() => undefined)
    const next = await claimNext(ports, channelName)
    expect(next.kind).toBe('claimed')
    await attempt()
    expect((await stateOf(messageId)).state).toBe('sending')
    exchange.clock.advance((timings.leaseSeconds + 1) * 1_000)
    channel.send = send
    inquiries.push({ kind: 'known', mrn: '26GB1' })
    await attempt()
    expect(sent).toEqual([])
    expect((await stateOf(messageId)).state).toBe('sent')
    expect(await attemptsOf(messageId)).toMatchObject([
      { outcome: 'abandoned', node: 'node-1' },
      { outcome: 'known', node: 'node-1' },
    ])
  })

  it('is given up when every sender that takes it up is lost', async () => {
    const { messageId } = await commit()
    for (let tries = 0; tries < timings.attemptsMax; tries += 1) {
      await claimNext(ports, channelName)
      exchange.clock.advance((timings.leaseSeconds + 1) * 1_000)
    }
    await attempt()
    expect(told).toEqual(['dead'])
    expect(sent).toEqual([])
    expect((await stateOf(messageId)).state).toBe('dead')
  })

  it('changes nothing by what a sender brings back that has lost its lease', async () => {
    const { messageId } = await commit()
    const late = await claimNext(ports, channelName)
    if (late.kind !== 'claimed') throw new Error('nothing was claimed')
    exchange.clock.advance((timings.leaseSeconds + 1) * 1_000)
    inquiries.push({ kind: 'no-answer', why: 'connection refused' })
    await attempt()
    outcomes.push({ kind: 'refused', errors: [{ code: 'CDS12003', message: 'used' }] })
    await sendClaimed(ports, late.claim)
    expect(told).toEqual(['unknown'])
    expect((await stateOf(messageId)).state).toBe('unknown')
    expect(await attemptsOf(messageId)).toMatchObject([
      { outcome: 'abandoned' },
      { outcome: 'unknown', why: 'connection refused' },
    ])
  })

  it('renews its lease for as long as the authority takes to answer', async () => {
    const { messageId } = await commit()
    let answer: (outcome: SendOutcome) => void = () => undefined
    ports.channels.get(channelName)!.send = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    const sending = attempt()
    await sleep(timings.renewalMs / 2)
    exchange.clock.advance((timings.leaseSeconds - 1) * 1_000)
    await sleep(timings.renewalMs)
    exchange.clock.advance(2_000)
    expect(await sendNext(ports, channelName)).toBe('nothing')
    answer({ kind: 'delivered' })
    await sending
    expect((await stateOf(messageId)).state).toBe('sent')
  })

  it('puts every attempt on record, with its node, its outcome and how long it took', async () => {
    const { messageId } = await commit()
    outcomes.push({ kind: 'unknown', httpStatus: 500, why: 'HTTP 500' })
    await attempt()
    exchange.clock.advance(2_000)
    await sendNext({ ...ports, node: 'node-2' }, channelName)
    const [first, second] = await attemptsOf(messageId)
    expect(first).toMatchObject({
      ...{ node: 'node-1', outcome: 'unknown', http_status: 500, why: 'HTTP 500' },
      ...{ channel: channelName, tenant_id: exchange.tenantId },
    })
    expect(second).toMatchObject({ node: 'node-2', outcome: 'delivered', why: null })
    expect(first?.latency_ms).toBeGreaterThanOrEqual(0)
  })

  it('leaves a message in doubt when it fails itself in the middle of sending', async () => {
    const { messageId } = await commit()
    ports.channels.get(channelName)!.send = () => Promise.reject(new TypeError('a fault'))
    await attempt()
    expect(await stateOf(messageId)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(told).toEqual(['unknown'])
  })

  it('is over when the authority refuses the bytes', async () => {
    const { messageId } = await commit()
    outcomes.push({ kind: 'refused', errors: [{ code: 'BAD_REQUEST', message: 'not valid' }] })
    await attempt()
    exchange.clock.advance(600_000)
    await attempt()
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['refused'])
    expect(await stateOf(messageId)).toMatchObject({
      state: 'refused',
      last_error: 'BAD_REQUEST: not valid',
    })
  })

  it('waits for a person after many attempts, who can have it replayed', async () => {
    const { messageId } = await commit()
    for (let tries = 0; tries < timings.attemptsMax; tries += 1) {
      expect(told).toEqual([])
      outcomes.push({ kind: 'not-sent', obstacle: 'message', why: 'HTTP 406' })
      await attempt()
      exchange.clock.advance(400_000)
    }
    expect(told).toEqual(['dead'])
    expect((await stateOf(messageId)).state).toBe('dead')

    const { database, tenantId, clock } = exchange
    await inTenant(database, tenantId, (transaction) =>
      replayMessage(transaction, { tenantId, messageId }, { actor: {}, now: clock.now() }),
    )
    inquiries.push({ kind: 'known', mrn: '26GB1' })
    await attempt()
    expect((await stateOf(messageId)).state).toBe('sent')
  })

  it('cannot be replayed once its bytes were erased', async () => {
    const { messageId } = await commit()
    const { database, tenantId, clock } = exchange
    const replayed = await inTenant(database, tenantId, async (transaction) => {
      await transaction
        .updateTable('exchange_message')
        .set({ state: 'dead', body: Buffer.alloc(0), erased_at: clock.now() })
        .where('id', '=', messageId)
        .execute()
      return replayMessage(transaction, { tenantId, messageId }, { actor: {}, now: clock.now() })
    })
    expect(replayed).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })
    expect((await stateOf(messageId)).state).toBe('dead')
  })

  it('waits for a connection without being given up, however long that takes', async () => {
    const { messageId } = await commit()
    for (let tries = 0; tries < timings.attemptsMax + 2; tries += 1) {
      outcomes.push({ kind: 'not-sent', why: 'not connected', waitsFor: 'connection' })
      await attempt()
      exchange.clock.advance(400_000)
    }
    expect(await stateOf(messageId)).toMatchObject({
      ...{ state: 'due', attempts: 0, last_error: 'not connected', waits_for: 'connection' },
    })
    expect(told).toEqual([])
    await attempt()
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', waits_for: null })
  })

  it('stays in doubt while it waits for a connection to ask with', async () => {
    const { messageId } = await commit()
    outcomes.push({ kind: 'unknown', why: 'connection reset' })
    await attempt()
    exchange.clock.advance(2_000)
    inquiries.push({ kind: 'no-answer', why: 'not connected', waitsFor: 'connection' })
    await attempt()
    expect(sent).toHaveLength(1)
    expect(await stateOf(messageId)).toMatchObject({ state: 'unknown', waits_for: 'connection' })
  })
})
