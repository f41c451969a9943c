import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ClearancePorts } from '../../src/clearance/ports.ts'
import { collectLetters } from '../../src/correspondence/collect-letters.ts'
import type { CorrespondencePorts } from '../../src/correspondence/correspondence-ports.ts'
import { letterObserver } from '../../src/correspondence/letter-outcome.ts'
import { openThread } from '../../src/correspondence/open-thread.ts'
import { findThreads, readLetters } from '../../src/correspondence/thread-store.ts'
import { sendNext } from '../../src/exchange/send-message.ts'
import type { LetterChannel } from '../../src/exchange/letters/letter-box.ts'
import { tokenAccess } from '../../src/exchange/uk-cds/access.ts'
import { UK_LETTERS, ukLettersChannel } from '../../src/exchange/uk-letters/channel.ts'
import { createHttpClient, type HttpClient } from '../../src/platform/http/index.ts'
import { createLog } from '../../src/platform/log.ts'
import { inTenant } from '../../src/platform/postgres/index.ts'
import { type ExchangeDatabase, openExchangeDatabase } from '../exchange-database.ts'
import { LETTER_TOKEN, LetterOffice } from '../letter-office/letter-office.ts'

const TIME_LIMIT_MS = 400
const log = createLog({ name: 'test', level: 'silent' })

let exchange: ExchangeDatabase
let office: LetterOffice
let http: HttpClient
let channel: LetterChannel
let ports: CorrespondencePorts

beforeAll(async () => {
  exchange = await openExchangeDatabase()
  const { database, clock } = exchange
  office = await LetterOffice.start()
  http = createHttpClient({ timeLimitMs: TIME_LIMIT_MS })
  channel = ukLettersChannel({
    ...{ http, clock, baseUrl: office.url, access: tokenAccess(LETTER_TOKEN), everySeconds: 1 },
    turns: { take: () => Promise.resolve() },
  })
  ports = {
    clearance: { database, clock, tell: () => Promise.resolve() } as unknown as ClearancePorts,
    letterChannels: [{ name: UK_LETTERS }],
    tellOfThread: () => Promise.resolve(),
  }
})
afterAll(async () => {
  http.close()
  await office.close()
  await exchange.close()
})
beforeEach(async () => {
  await exchange.asOwner(`truncate exchange_message, correspondence_thread, letter_cursor, channel_state,
    channel_turn, stray_notification cascade`)
  for (const list of [office.taken, office.requests, office.faults, office.changes]) list.length = 0
})

const open = async (): Promise<string> => {
  const { database, clock, tenantId } = exchange
  const opening = {
    kind: 'question',
    subject: 'Labels',
    text: 'Needed?',
    attachmentIds: [],
  } as const
  const by = {
    ...{ tenantId, now: clock.now(), actor: { kind: 'worker', id: 'test' } as const },
    cause: { kind: 'job', id: 'test' } as const,
  }
  const opened = await inTenant(database, tenantId, (transaction) =>
    openThread(ports, transaction, opening, by),
  )
  if (!opened.ok) throw new Error(opened.failures[0].message)
  return opened.value.threadId
}
const attempt = () =>
  sendNext(
    {
      ...{ database: exchange.database, clock: exchange.clock, log, node: 'node-1' },
      ...{ limitPerSecond: 'off', channels: new Map([[UK_LETTERS, channel]]) },
      observer: letterObserver(ports),
      receive: () => Promise.resolve('stray'),
    },
    UK_LETTERS,
  )
const later = (milliseconds = 120_000) => exchange.clock.advance(milliseconds)
const look = () => collectLetters({ ...ports, log, channels: [channel] })
const read = (threadId: string) =>
  inTenant(exchange.database, exchange.tenantId, async (transaction) => {
    const today = '2026-09-01' as never
    const [thread] = await findThreads(transaction, { threadId, today, atMost: 1 })
    const letters = await readLetters(transaction, threadId)
    return { thread: thread!, letters, sending: letters[0]!.message_state }
  })
const posts = () => office.requests.filter(({ on }) => on.startsWith('POST '))

const ON_POST = 'POST /correspondence/threads'
const ON_CHANGES = 'GET /correspondence/changes'
const html = '<html><body>Bad gateway</body>'

describe('a letter to an office that misbehaves', () => {
  it.each([
    [401, '{"code":"unauthorised","message":"who?"}'],
    [406, ''],
    [415, '{"code":"media-type","message":"JSON only"}'],
    [429, '{"code":"too-many","message":"wait"}'],
    [408, html],
    [404, html],
    [422, html],
  ])('is unsent after %i, and sent by a later attempt, once', async (status, body) => {
    const threadId = await open()
    office.faults.push({ on: ON_POST, answer: { status, body } })
    await attempt()
    expect(await read(threadId)).toMatchObject({ sending: 'due', thread: { state: 'written' } })
    later()
    await attempt()
    expect(await read(threadId)).toMatchObject({ sending: 'sent', thread: { state: 'open' } })
    expect(office.taken).toHaveLength(1)
  })

  it.each([
    ['500', { answer: { status: 500, body: '{"code":"oops","message":"sorry"}' } }],
    ['502 of a gateway', { answer: { status: 502, body: html } }],
    ['silence', { silent: true }],
    ['an answer that is lost after it was taken', { loseAnswer: true }],
  ] as const)('is in doubt after %s: the same bytes go again and count once', async (_, fault) => {
    const threadId = await open()
    office.faults.push({ on: ON_POST, ...fault })
    await attempt()
    expect(await read(threadId)).toMatchObject({ sending: 'unknown', thread: { state: 'written' } })
    later()
    await attempt()
    const { sending, thread } = await read(threadId)
    expect(sending).toBe('sent')
    expect(office.taken).toHaveLength(1)
    expect(thread.office_reference).toBe(office.taken[0]!.thread)
    expect(posts()).toHaveLength(2)
    expect(posts()[1]!.body).toBe(posts()[0]!.body)
  })

  it.each([
    [422, 'malformed'],
    [409, 'closed'],
    [403, 'not-yours'],
  ])('is refused by %i where it says why', async (status, code) => {
    const threadId = await open()
    const body = JSON.stringify({ code, message: 'no', path: '/text' })
    office.faults.push({ on: ON_POST, answer: { status, body } })
    await attempt()
    const { sending, thread } = await read(threadId)
    expect(sending).toBe('refused')
    expect(thread).toMatchObject({ state: 'refused', refusal: [{ code }] })
  })

  it('holds back all others where the office says when to come again', async () => {
    const [first, second] = [await open(), await open()]
    const answer = { status: 429, body: '{}', headers: { 'retry-after': '30' } }
    office.faults.push({ on: ON_POST, answer })
    await attempt()
    await attempt()
    expect(posts()).toHaveLength(1)
    later(31_000)
    await attempt()
    await attempt()
    for (const threadId of [first, second]) expect((await read(threadId)).sending).toBe('sent')
  })
})

describe('letters of an office that misbehaves', () => {
  const answered = async (file?: Buffer): Promise<string> => {
    const threadId = await open()
    await attempt()
    office.answer(office.taken[0]!.thread, 'None.', file)
    return threadId
  }

  it.each([
    ['401', { answer: { status: 401 } }],
    ['406', { answer: { status: 406, body: html } }],
    ['500', { answer: { status: 500, body: html } }],
    ['no page of changes', { answer: { status: 200, body: '{"changes":"none"}' } }],
    ['silence', { silent: true }],
    ['half an answer', { loseAnswer: true }],
  ] as const)('are read at the next look after %s, once', async (_, fault) => {
    const threadId = await answered()
    office.faults.push({ on: ON_CHANGES, ...fault })
    await look()
    expect((await read(threadId)).letters).toHaveLength(1)
    later()
    await look()
    later()
    await look()
    expect((await read(threadId)).letters.map(({ text }) => text)).toEqual(['Needed?', 'None.'])
  })

  it('are taken in once where the office tells them again', async () => {
    const threadId = await answered()
    await look()
    office.changes.push({ ...office.changes[0], change: '2' })
    later()
    await look()
    expect((await read(threadId)).letters).toHaveLength(2)
  })

  it('wait for their papers, which come whole and as they were announced', async () => {
    const paper = Buffer.from('%PDF-1.7 of the office')
    const threadId = await answered(paper)
    const [id] = [...office.files.keys()].slice(-1)
    office.faults.push({ on: `GET /correspondence/attachments/${id}`, answer: { status: 500 } })
    await look()
    expect((await read(threadId)).letters).toHaveLength(1)
    office.files.set(id!, Buffer.from('something else'))
    later()
    await look()
    expect((await read(threadId)).letters).toHaveLength(1)
    office.files.set(id!, paper)
    later(600_000)
    await look()
    const [, letter] = (await read(threadId)).letters
    expect(letter!.papers).toMatchObject([{ fileName: 'note.pdf', sizeBytes: paper.length }])
  })

  it('are not asked for while the office wants to hear nothing, by anybody', async () => {
    const threadId = await answered()
    const answer = { status: 429, body: '{}', headers: { 'retry-after': '900' } }
    office.faults.push({ on: ON_CHANGES, answer })
    await look()
    later(600_000)
    await look()
    await open()
    await attempt()
    expect(office.requests.filter(({ on }) => on === ON_CHANGES)).toHaveLength(1)
    expect(posts()).toHaveLength(1)
    later(400_000)
    await attempt()
    await look()
    expect((await read(threadId)).letters).toHaveLength(2)
  })

  it('that cannot be read wait for a person and hold up nothing behind them', async () => {
    const threadId = await open()
    await attempt()
    office.changes.push({ change: '1', thread: 7 })
    office.answer(office.taken[0]!.thread, 'None.')
    await look()
    expect((await read(threadId)).letters).toHaveLength(2)
    const strays = await exchange.asOwner('select why from stray_notification')
    expect(strays).toMatchObject([{ why: expect.stringContaining('cannot be read') as string }])
  })
})
