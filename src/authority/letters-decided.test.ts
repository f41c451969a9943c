import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../customs/calendar/local-date.ts'
import { createEmptyTestDatabase } from '../../test/database.ts'
import type { Settings } from './processing/settings.ts'
import { letterOffice } from './testing/letter-office.ts'
import { attached } from './testing/letters.ts'
import { openAuthority, TODAY, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let office: ReturnType<typeof letterOffice>

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  office = letterOffice(authority)
})

afterAll(() => authority.close())

describe('an enquiry', () => {
  it('reaches the trader about a declaration, is answered, and thanked for', async () => {
    const { mrn } = await office.lodge({}, '09')
    const from = (await office.box.changes('0', 1000)).next
    const opened = await authority.officer('POST', '/correspondence', {
      officer: 'Ada',
      mrn,
      subject: 'The contract of sale',
      text: 'Please send the contract.',
      attachments: [attached('list.txt', 'text/plain', 'contract')],
      answerDueOn: '2026-09-20',
    })
    expect(opened.status).toBe(201)
    const { thread } = (await opened.json()) as { thread: string }
    const { changes } = await office.box.changes(from)
    expect(changes).toMatchObject([
      {
        thread,
        kind: 'enquiry',
        mrn,
        openedBy: 'office',
        status: 'open',
        awaits: 'trader',
        answerDueOn: '2026-09-20',
        message: {
          from: 'office',
          by: 'Ada',
          text: 'Please send the contract.',
          attachments: [{ name: 'list.txt', size: 8 }],
        },
      },
    ])
    expect((await office.box.write(thread, { reference: 'E-1', text: 'Here it is.' })).status).toBe(
      201,
    )
    expect(await office.atDesk(thread)).toMatchObject({ status: 'answered', awaits: 'office' })
    expect((await office.onThread(thread, 'messages', { text: 'Thank you.' })).status).toBe(200)
    const answered = await office.atDesk(thread)
    expect(answered).toMatchObject({ status: 'answered', awaits: 'nobody' })
    expect(answered.answerDueOn).toBeUndefined()
    expect((await office.onThread(thread, 'closure', { reason: 'All is clear.' })).status).toBe(200)
    const late = await office.box.write(thread, { reference: 'E-2', text: 'One thing more.' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ code: 'closed' })
    expect((await office.onThread(thread, 'messages', { text: 'Hello?' })).status).toBe(409)
  })

  it('can be about nothing in particular, to software that the office knows', async () => {
    const enquiry = { officer: 'Ada', subject: 'Your system', text: 'Which one is it?' }
    const send = (body: object) => authority.officer('POST', '/correspondence', body)
    expect((await send({ ...enquiry, clientId: 'trader' })).status).toBe(201)
    expect((await send({ ...enquiry, clientId: 'nobody-known' })).status).toBe(404)
    expect((await send(enquiry)).status).toBe(404)
    expect((await send({ ...enquiry, clientId: 'trader', answerDueOn: '2026-09-09' })).status).toBe(
      400,
    )
  })

  it('is opened once, however often the click is repeated', async () => {
    const enquiry = { officer: 'Ada', clientId: 'trader', subject: 'Once', text: 'Only once.' }
    const key = { 'idempotency-key': 'enquiry-once' }
    const first = await authority.officer('POST', '/correspondence', enquiry, key)
    const second = await authority.officer('POST', '/correspondence', enquiry, key)
    expect(await second.json()).toEqual(await first.json())
  })
})

describe('a question', () => {
  it('is open until an officer has answered, and again once the trader goes on', async () => {
    const thread = await office.written({ kind: 'question' })
    const ask = { text: 'Which year?', answerDueOn: '2026-09-12' }
    await office.onThread(thread, 'messages', ask)
    expect(await office.box.thread(thread)).toMatchObject({
      status: 'open',
      awaits: 'trader',
      answerDueOn: '2026-09-12',
    })
    await office.box.write(thread, { reference: 'Q-1', text: '2025.' })
    expect(await office.box.thread(thread)).toMatchObject({
      awaits: 'office',
      answerDueOn: '2026-09-25',
    })
    await office.onThread(thread, 'messages', { text: 'Then it is so.' })
    expect(await office.box.thread(thread)).toMatchObject({ status: 'answered', awaits: 'nobody' })
  })

  it('has a last day that can be moved, but not into the past', async () => {
    const thread = await office.written({ kind: 'question' })
    const from = (await office.box.changes('0', 1000)).next
    const later = { answerDueOn: '2026-10-15', reason: 'The specialist is away.' }
    expect((await office.onThread(thread, 'last-day', later, 'PUT')).status).toBe(200)
    const { changes } = await office.box.changes(from)
    expect(changes).toMatchObject([{ thread, answerDueOn: '2026-10-15', awaits: 'office' }])
    expect(changes[0]?.message).toBeUndefined()
    const past = { answerDueOn: '2026-09-01', reason: 'Yesterday.' }
    expect((await office.onThread(thread, 'last-day', past, 'PUT')).status).toBe(400)
  })

  it('is listed by whose turn it is, and as overdue once its last day has gone by', async () => {
    const list = async (query: string) =>
      (await (await authority.officer('GET', `/correspondence?${query}&limit=200`)).json()) as {
        threads: readonly { thread: string; isOverdue: boolean }[]
        counts: { overdue: number; all: number }
      }
    const thread = await office.written({ kind: 'question', subject: 'Find me 100%_surely' })
    const before = await list('view=overdue')
    expect(before.threads.map((line) => line.thread)).not.toContain(thread)
    expect((await list('view=all&search=100%25_surely')).threads).toHaveLength(1)
    expect((await list('view=all&search=100_%25surely')).threads).toHaveLength(0)
    authority.clock.set('2026-09-26T10:00:00.000Z' as Instant)
    const after = await list('view=overdue')
    expect(after.threads.find((line) => line.thread === thread)).toMatchObject({ isOverdue: true })
    expect(after.counts.overdue).toBeGreaterThan(before.counts.overdue)
    authority.clock.set(TODAY)
  })
})

describe('an error told after the release', () => {
  const told = (mrn: string, correct: string) => ({
    kind: 'voluntary-correction',
    mrn,
    correction: {
      items: [{ goodsItem: 1, what: 'customs-value', declared: '1000.00 GBP', correct }],
      reason: 'The invoice was another.',
    },
  })
  const accepted = (price: string, rest: object = {}) => ({
    outcome: 'accepted',
    reasons: 'As told.',
    items: [{ sequence: 1, itemPrice: { amount: price, currency: 'GBP' } }],
    ...rest,
  })

  it('is charged to the deferment account', async () => {
    const { mrn } = await office.lodge({}, '09')
    const thread = await office.written(told(mrn, '1100.00 GBP'))
    expect((await office.onThread(thread, 'decision', accepted('1100.00'))).status).toBe(200)
    const { register } = await office.dossierOf(mrn)
    expect(register).toMatchObject({ state: 'cleared', version: 2 })
    // 12 % of 100 pounds and VAT on 112.
    expect(await office.moneyOf(mrn)).toEqual(['E 34.40', 'E 344.00'])
  })

  it('has to have been paid where it is paid in cash', async () => {
    const { mrn, conversation } = await office.lodge({ items: [{ paymentMethod: 'A' }] }, '13')
    await office.onEntry(mrn, 'payments', { amountGbp: '344.00', reference: 'receipt 1' })
    await authority.notifications(conversation, '09')
    const thread = await office.written(told(mrn, '1100.00 GBP'))
    const { outcome, items } = accepted('1100.00')
    const preview = await office.onThread(thread, 'decision/preview', { outcome, items })
    expect(await preview.json()).toMatchObject({ cashDueGbp: '34.4' })
    const unpaid = await office.onThread(thread, 'decision', accepted('1100.00'))
    expect(unpaid.status).toBe(409)
    expect((await office.dossierOf(mrn)).register.version).toBe(1)
    const paid = accepted('1100.00', { paymentReference: 'receipt 2' })
    expect((await office.onThread(thread, 'decision', paid)).status).toBe(200)
    expect(await office.moneyOf(mrn)).toEqual(['A 34.40', 'A 344.00'])
  })

  it('may have been to the trader’s own harm', async () => {
    const { mrn } = await office.lodge({}, '09')
    const thread = await office.written(told(mrn, '900.00 GBP'))
    await office.onThread(thread, 'decision', accepted('900.00'))
    expect(await office.moneyOf(mrn)).toEqual(['E -34.40', 'E 344.00'])
  })
})

describe('a request for a ruling', () => {
  const request = { ruling: { ruling: 'tariff', goodsDescription: 'T-shirts of cotton' } }

  it('ends in a ruling that holds for three years', async () => {
    const thread = await office.written({ kind: 'ruling-request', ...request })
    expect((await office.box.thread(thread)).answerDueOn).toBe('2027-01-08')
    const bare = { outcome: 'issued', reasons: 'Note 2 to chapter 61.' }
    expect((await office.onThread(thread, 'decision', bare)).status).toBe(400)
    const unknown = await office.onThread(thread, 'decision', { ...bare, code: '9999999999' })
    expect(unknown.status).toBe(422)
    expect(
      (await office.onThread(thread, 'decision', { ...bare, code: '6109100010' })).status,
    ).toBe(200)
    expect((await office.box.thread(thread)).decision?.details).toEqual({
      rulingReference: thread.replace('COR', 'ATR'),
      code: '6109100010',
      validFrom: '2026-09-10',
      validUntil: '2029-09-09',
    })
  })

  it('is decided again where a review takes the ruling back', async () => {
    const thread = await office.written({ kind: 'ruling-request', ...request })
    const issued = { outcome: 'issued', reasons: 'So it is.', code: '6109100010' }
    await office.onThread(thread, 'decision', issued)
    const review = await office.written({
      kind: 'appeal',
      text: `About ${thread.replace('COR', 'ATR')}.`,
      appeal: { decision: 'ruling', decidedOn: '2026-09-10', grounds: 'Knitted.', wanted: 'Else.' },
    })
    await office.onThread(review, 'decision', { outcome: 'cancelled', reasons: 'It was woven.' })
    const reopened = await office.box.thread(thread)
    expect(reopened).toMatchObject({ status: 'open', awaits: 'office' })
    expect(reopened.decision).toBeUndefined()
    expect((await office.onThread(thread, 'decision', issued)).status).toBe(200)
  })
})

describe('an office that works without people', () => {
  it('says that it has a letter, once, and decides nothing', async () => {
    const { mrn } = await office.revaluedShoes()
    const settings = (await (await authority.officer('GET', '/settings')).json()) as Settings
    const change = (changes: Partial<Settings>) =>
      authority.officer('PUT', '/settings', {
        officer: 'Ada',
        settings: { ...settings, ...changes },
      })
    await change({ decisions: 'by-office', correspondenceAnswerDays: 3 })
    const question = await office.written({ kind: 'question' })
    const review = await office.written(office.appeal(mrn))
    for (const [thread, day] of [
      [question, '2026-09-13'],
      [review, '2026-10-24'],
    ] as const) {
      await expect.poll(async () => (await office.box.thread(thread)).messages.length).toBe(2)
      const { messages, ...rest } = await office.box.thread(thread)
      expect(rest).toMatchObject({ status: 'open', awaits: 'office', answerDueOn: day })
      expect(messages[1]).toMatchObject({ from: 'office' })
      expect(messages[1]?.text).toContain(day)
    }
    await change({})
  })
})
