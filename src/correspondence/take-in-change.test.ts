import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import type { Channel, SendOutcome } from '../exchange/channel.ts'
import type { IncomingChange } from '../exchange/letters/letter-box.ts'
import type { OutboxMessage } from '../exchange/outbox.ts'
import { sendNext } from '../exchange/send-message.ts'
import { createLog } from '../platform/log.ts'
import { inTenant, inTransaction } from '../platform/postgres/index.ts'
import type { CorrespondencePorts, ThreadNews } from './correspondence-ports.ts'
import { letterObserver, setLetterAside } from './letter-outcome.ts'
import { openThread } from './open-thread.ts'
import { remindOfAnswers } from './remind-of-answers.ts'
import { takeInChange } from './take-in-change.ts'
import { findThreads, readLetters } from './thread-store.ts'

const CHANNEL = 'letters-of-test'
const log = createLog({ name: 'test', level: 'silent' })

describe('letters about no case', () => {
  let exchange: ExchangeDatabase
  let ports: CorrespondencePorts
  let told: ThreadNews[]
  let sent: OutboxMessage[]
  let answer: (message: OutboxMessage) => SendOutcome | Promise<SendOutcome>
  let changes = 0

  beforeAll(async () => {
    exchange = await openExchangeDatabase()
    const { database, clock } = exchange
    ports = {
      clearance: { database, clock, tell: () => Promise.resolve() } as unknown as ClearancePorts,
      letterChannels: [{ name: CHANNEL }],
      tellOfThread: (_transaction, news) => {
        told.push(news)
        return Promise.resolve()
      },
    }
  })
  afterAll(() => exchange.close())
  beforeEach(() => {
    ;[told, sent] = [[], []]
  })

  const open = async (): Promise<string> => {
    const { tenantId, clock, database } = exchange
    const opened = await inTenant(database, tenantId, (transaction) =>
      openThread(
        ports,
        transaction,
        { kind: 'question', subject: 'Labels', text: 'Are labels needed?', attachmentIds: [] },
        {
          ...{ tenantId, now: clock.now(), actor: { kind: 'worker', id: 'test' } },
          cause: { kind: 'job', id: 'test' },
        },
      ),
    )
    if (!opened.ok) throw new Error(opened.failures[0].message)
    return opened.value.threadId
  }
  const send = () => {
    const channel: Channel = {
      name: CHANNEL,
      limitPerSecond: 'off',
      send: async (message) => {
        sent.push(message)
        return answer(message)
      },
      inquire: () => Promise.resolve({ kind: 'not-known' }),
      pull: () => Promise.resolve(undefined),
    }
    const { database, clock } = exchange
    return sendNext(
      {
        ...{ database, clock, log, node: 'test', limitPerSecond: 'off' },
        channels: new Map([[CHANNEL, channel]]),
        observer: letterObserver(ports),
        receive: () => Promise.resolve('stray'),
      },
      CHANNEL,
    )
  }
  const change = (thread: string, but: Partial<IncomingChange['change']> = {}): IncomingChange => ({
    channel: CHANNEL,
    cursor: String((changes += 1)),
    attachments: [],
    change: {
      ...{ at: exchange.clock.now(), thread, kind: 'question', subject: 'Labels' },
      ...{ openedBy: 'trader', status: 'answered', awaits: 'trader' },
      message: { id: `of-${thread}`, at: exchange.clock.now(), text: 'No.', attachments: [] },
      ...but,
    },
  })
  const cursor = async (): Promise<string | undefined> =>
    (
      await inTransaction(exchange.database, (transaction) =>
        transaction
          .selectFrom('letter_cursor')
          .select('cursor')
          .where('channel', '=', CHANNEL)
          .executeTakeFirst(),
      )
    )?.cursor
  const read = (threadId: string) =>
    inTenant(exchange.database, exchange.tenantId, async (transaction) => {
      const today = '2026-09-01' as never
      const [thread] = await findThreads(transaction, { threadId, today, atMost: 1 })
      return { thread: thread!, letters: await readLetters(transaction, threadId) }
    })

  it('wait with their answer while the first one is in doubt, and go again under one reference', async () => {
    const threadId = await open()
    answer = () => ({ kind: 'unknown', why: 'no answer' })
    await send()
    const early = change('COR-1')
    expect(await takeInChange(ports, early)).toBe('later')
    expect(await cursor()).toBeUndefined()
    exchange.clock.advance(600_000)
    answer = () => ({ kind: 'delivered', conversationId: 'COR-1' })
    await send()
    expect(new Set(sent.map(({ lrn }) => lrn)).size).toBe(1)
    expect(sent[0]!.body.equals(sent[1]!.body)).toBe(true)
    expect(await takeInChange(ports, early)).toBe('stored')
    expect(await takeInChange(ports, early)).toBe('known')
    const { thread, letters } = await read(threadId)
    expect(thread).toMatchObject({ state: 'answered', awaits: 'trader', office_reference: 'COR-1' })
    expect(letters.map(({ written_by }) => written_by)).toEqual(['trader', 'office'])
    expect(await cursor()).toBe(early.cursor)
    expect(told.map(({ type }) => type)).toEqual(['correspondence.received'])
  })

  it('are kept as strays where they belong to nobody, and hold up nothing behind them', async () => {
    const foreign = change('COR-77', { openedBy: 'office', kind: 'enquiry', mrn: '26GB0NOBODY' })
    expect(await takeInChange(ports, foreign)).toBe('stray')
    expect(await cursor()).toBe(foreign.cursor)
    const strays = await exchange.asOwner(
      `select why, mrn from stray_notification where channel = '${CHANNEL}'`,
    )
    expect(strays).toMatchObject([{ mrn: '26GB0NOBODY' }])
  })

  it('that are refused leave their thread refused, and say so', async () => {
    const threadId = await open()
    answer = () => ({ kind: 'refused', errors: [{ code: 'malformed', message: 'too short' }] })
    await send()
    const { thread } = await read(threadId)
    expect(thread).toMatchObject({ state: 'refused', awaits: null })
    expect(thread.refusal).toMatchObject([{ code: 'malformed' }])
    expect(told.map(({ type }) => type)).toEqual(['correspondence.refused'])
  })

  it('that are given up and set aside leave their thread as if they had been refused', async () => {
    const threadId = await open()
    const { tenantId, database, clock } = exchange
    const { letters } = await read(threadId)
    const messageId = letters[0]!.message_id!
    const aside = await inTenant(database, tenantId, async (transaction) => {
      await transaction
        .updateTable('exchange_message')
        .set({ state: 'dead' })
        .where('id', '=', messageId)
        .execute()
      const by = { tenantId, now: clock.now(), actor: { kind: 'operator', id: 'test' } } as const
      const cause = { kind: 'request', id: 'test' } as const
      const input = { messageId, reason: 'It is out of date.' }
      return setLetterAside(ports, transaction, input, { ...by, cause })
    })
    expect(aside).toMatchObject({ ok: true, value: { messageId } })
    expect((await read(threadId)).thread).toMatchObject({ state: 'refused', awaits: null })
  })

  it('are reminded of as their day comes near and is over, once a day', async () => {
    const threadId = await open()
    answer = () => ({ kind: 'delivered', conversationId: 'COR-2' })
    await send()
    await takeInChange(ports, change('COR-2', { answerDueOn: '2026-09-20' }))
    told = []
    const on = async (day: string) => {
      exchange.clock.set(`${day}T09:00:00.000Z` as Instant)
      await remindOfAnswers(ports)
      await remindOfAnswers(ports)
      return told.splice(0).map(({ type }) => type)
    }
    expect(await on('2026-09-12')).toEqual([])
    expect(await on('2026-09-13')).toEqual(['correspondence.due-soon'])
    expect(await on('2026-09-21')).toEqual(['correspondence.overdue'])
    expect((await read(threadId)).thread.remind_on).toBe('2026-09-27')
  })
})
