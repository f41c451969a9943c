import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import { createLog } from '../platform/log.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { Channel, Inquiry, SendOutcome } from './channel.ts'
import { replayMessage } from './replay-message.ts'
import { attemptsMax } from './retry-schedule.ts'
import { type ExchangePorts, sendMessage } from './send-message.ts'
import { sweepOutbox } from './sweep-outbox.ts'

describe('sending a message of the outbox', () => {
  let exchange: ExchangeDatabase
  let outcomes: SendOutcome[]
  let inquiries: Inquiry[]
  let sent: string[]
  let told: string[]
  let fetched: string[]
  let ports: ExchangePorts

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
  })
  afterAll(() => exchange.close())

  beforeEach(() => {
    ;[outcomes, inquiries, sent, told, fetched] = [[], [], [], [], []]
    const channel: Channel = {
      name: 'test',
      send: (message) => {
        sent.push(message.body.toString())
        return Promise.resolve(outcomes.shift() ?? { kind: 'delivered', conversationId: 'c-1' })
      },
      inquire: () => Promise.resolve(inquiries.shift() ?? { kind: 'not-known' }),
      pull: (conversationId) => Promise.resolve([Buffer.from(`missed in ${conversationId}`)]),
    }
    const note = (what: string) => () => {
      told.push(what)
      return Promise.resolve()
    }
    ports = {
      database: exchange.database,
      clock: exchange.clock,
      log: createLog({ name: 'test', level: 'silent' }),
      channels: new Map([['test', channel]]),
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

  const attempt = (messageId: string) =>
    sendMessage(ports, { tenantId: exchange.tenantId, messageId })

  const stateOf = (messageId: string) =>
    inTenant(exchange.database, exchange.tenantId, (transaction) =>
      transaction
        .selectFrom('exchange_message')
        .select(['state', 'attempts', 'conversation_id', 'last_error', 'waits_for'])
        .where('id', '=', messageId)
        .executeTakeFirstOrThrow(),
    )

  it('delivers once, however often the job runs', async () => {
    const { messageId } = await exchange.commitMessage()
    await attempt(messageId)
    await attempt(messageId)
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['delivered'])
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', conversation_id: 'c-1' })
  })

  it('lets one of two senders work on a message', async () => {
    const { messageId } = await exchange.commitMessage()
    await Promise.all([attempt(messageId), attempt(messageId)])
    expect(sent).toHaveLength(1)
  })

  it('tries again what was surely not sent, without asking first', async () => {
    const { messageId } = await exchange.commitMessage()
    outcomes.push({ kind: 'not-sent', why: 'connection refused' })
    await attempt(messageId)
    expect(await stateOf(messageId)).toMatchObject({
      state: 'due',
      last_error: 'connection refused',
    })
    await attempt(messageId)
    expect(sent).toHaveLength(1)
    exchange.clock.advance(2_000)
    await attempt(messageId)
    expect(sent).toHaveLength(2)
    expect(told).toEqual(['delivered'])
  })

  it('asks before it sends again after an unknown outcome, and then not at all if it is known', async () => {
    const { messageId } = await exchange.commitMessage()
    outcomes.push({ kind: 'unknown', why: 'no answer within 8000 ms' })
    await attempt(messageId)
    expect(told).toEqual(['unknown'])
    exchange.clock.advance(2_000)
    inquiries.push({ kind: 'known', mrn: '26GB1', conversationId: 'c-7' })
    await attempt(messageId)
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['unknown', 'delivered'])
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', conversation_id: 'c-7' })
    expect(fetched).toEqual(['missed in c-7'])
  })

  it('sends the same bytes again when the authority does not know them', async () => {
    const { messageId, lrn } = await exchange.commitMessage()
    outcomes.push({ kind: 'unknown', why: 'connection reset' })
    await attempt(messageId)
    exchange.clock.advance(2_000)
    await attempt(messageId)
    expect(sent).toEqual(Array(2).fill(`<Declaration>${lrn}</Declaration>`))
  })

  it('stays in doubt while the authority does not answer the question', async () => {
    const { messageId } = await exchange.commitMessage()
    outcomes.push({ kind: 'unknown', why: 'connection reset' })
    await attempt(messageId)
    exchange.clock.advance(2_000)
    inquiries.push({ kind: 'no-answer', why: 'connection refused' })
    await attempt(messageId)
    expect(sent).toHaveLength(1)
    expect((await stateOf(messageId)).state).toBe('unknown')
  })

  it('takes a sender that did not come back for dead and asks before it sends again', async () => {
    const { messageId } = await exchange.commitMessage()
    ports.channels.get('test')!.send = () => Promise.reject(new Error('killed'))
    await expect(attempt(messageId)).rejects.toThrow('killed')
    await attempt(messageId)
    expect((await stateOf(messageId)).state).toBe('sending')
    exchange.clock.advance(21_000)
    inquiries.push({ kind: 'known', mrn: '26GB1' })
    await attempt(messageId)
    expect((await stateOf(messageId)).state).toBe('sent')
  })

  it('waits for a connection without being given up, however long that takes', async () => {
    const { messageId } = await exchange.commitMessage()
    for (let tries = 0; tries < attemptsMax + 2; tries += 1) {
      outcomes.push({ kind: 'not-sent', why: 'not connected', waitsFor: 'connection' })
      await attempt(messageId)
      exchange.clock.advance(400_000)
    }
    expect(await stateOf(messageId)).toMatchObject({
      ...{ state: 'due', attempts: 0, last_error: 'not connected', waits_for: 'connection' },
    })
    expect(told).toEqual([])
    await attempt(messageId)
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', waits_for: null })
  })

  it('stays in doubt while it waits for a connection to ask with', async () => {
    const { messageId } = await exchange.commitMessage()
    outcomes.push({ kind: 'unknown', why: 'connection reset' })
    await attempt(messageId)
    exchange.clock.advance(2_000)
    inquiries.push({ kind: 'no-answer', why: 'not connected', waitsFor: 'connection' })
    await attempt(messageId)
    expect(sent).toHaveLength(1)
    expect(await stateOf(messageId)).toMatchObject({ state: 'unknown', waits_for: 'connection' })
  })

  it('is over when the authority refuses the bytes', async () => {
    const { messageId } = await exchange.commitMessage()
    outcomes.push({ kind: 'refused', errors: [{ code: 'BAD_REQUEST', message: 'not valid' }] })
    await attempt(messageId)
    exchange.clock.advance(600_000)
    await attempt(messageId)
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['refused'])
    expect(await stateOf(messageId)).toMatchObject({
      state: 'refused',
      last_error: 'BAD_REQUEST: not valid',
    })
  })

  it('waits for a person after many attempts, who can have it replayed', async () => {
    const { messageId } = await exchange.commitMessage()
    for (let tries = 0; tries < attemptsMax; tries += 1) {
      outcomes.push({ kind: 'not-sent', why: 'connection refused' })
      await attempt(messageId)
      exchange.clock.advance(400_000)
    }
    expect(told).toEqual(['dead'])
    expect((await stateOf(messageId)).state).toBe('dead')

    const { database, tenantId, clock } = exchange
    await inTenant(database, tenantId, (transaction) =>
      replayMessage(transaction, { tenantId, messageId }, clock),
    )
    inquiries.push({ kind: 'known', mrn: '26GB1' })
    await attempt(messageId)
    expect((await stateOf(messageId)).state).toBe('sent')
  })

  it('cannot be replayed once its bytes were erased', async () => {
    const { messageId } = await exchange.commitMessage()
    const { database, tenantId, clock } = exchange
    const replayed = await inTenant(database, tenantId, async (transaction) => {
      await transaction
        .updateTable('exchange_message')
        .set({ state: 'dead', body: Buffer.alloc(0), erased_at: clock.now() })
        .where('id', '=', messageId)
        .execute()
      return replayMessage(transaction, { tenantId, messageId }, clock)
    })
    expect(replayed).toMatchObject({ ok: false, failures: [{ code: 'conflict' }] })
    expect((await stateOf(messageId)).state).toBe('dead')
  })

  it('is found by the sweep when its job was lost', async () => {
    const { messageId } = await exchange.commitMessage()
    const due = await sweepOutbox(ports)
    await attempt(messageId)
    expect(await sweepOutbox(ports)).toBe(due - 1)
  })
})
