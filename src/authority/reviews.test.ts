import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../customs/calendar/local-date.ts'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { cheapShoes, letterOffice } from './testing/letter-office.ts'
import { functionCode, openAuthority, TODAY, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority
let office: ReturnType<typeof letterOffice>

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  office = letterOffice(authority)
})

afterAll(() => authority.close())

describe('a review', () => {
  it('that cancels an assessment brings back what was declared and gives the money back', async () => {
    const { mrn, conversation } = await office.revaluedShoes()
    const thread = await office.written(office.appeal(mrn))
    expect(await office.atDesk(thread)).toMatchObject({
      answerDueOn: '2026-10-24',
      decideBy: '2026-10-24',
      appealed: { decision: 'assessment', decidedBy: 'Ada' },
      possible: { outcomes: ['upheld', 'varied', 'cancelled'] },
    })
    const from = (await office.box.changes('0', 1000)).next
    const decided = await office.onThread(thread, 'decision', {
      outcome: 'cancelled',
      reasons: 'They are samples.',
    })
    expect(decided.status).toBe(200)
    const dossier = await office.dossierOf(mrn)
    expect(dossier.register).toMatchObject({ state: 'cleared', version: 3 })
    expect(dossier.declaration.items[0]?.itemPrice).toEqual({ amount: '40.00', currency: 'GBP' })
    // 266.40 were charged on 900 pounds; 8 % duty and VAT on 40 pounds are 11.84.
    expect(await office.moneyOf(mrn)).toEqual(['E -254.56', 'E 266.40'])
    expect((await office.box.changes(from)).changes).toMatchObject([
      {
        thread,
        status: 'decided',
        awaits: 'nobody',
        decision: {
          outcome: 'cancelled',
          reasons: 'They are samples.',
          decidedOn: '2026-09-10',
          details: { effect: 're-assessed', version: 3 },
        },
      },
    ])
    const told = await authority.notifications(conversation, '13')
    expect(told.map(functionCode).slice(-2)).toEqual(['07', '13'])
    const again = await office.onThread(thread, 'decision', {
      outcome: 'upheld',
      reasons: 'After all.',
    })
    expect(again.status).toBe(409)
  })

  it('that cancels a finding leaves it to count against nobody', async () => {
    const findings = async () => {
      const { mrn } = await office.lodge(cheapShoes, '05')
      const facts = (await office.dossierOf(mrn)).risk.at(-1)?.facts
      return facts?.consignment.exporterFindings
    }
    const before = await findings()
    const { mrn } = await office.revaluedShoes()
    expect(await findings()).toBe(String(Number(before) + 1))
    const thread = await office.written(office.appeal(mrn))
    await office.onThread(thread, 'decision', { outcome: 'cancelled', reasons: 'Samples.' })
    expect(await findings()).toBe(before)
  })

  it('that cancels the taking of a security gives back what became duty', async () => {
    const { mrn, conversation } = await office.lodge({ exporterName: 'Replica World Ltd' }, '13')
    const items = [{ sequence: 1, itemPrice: { amount: '2000.00', currency: 'GBP' } }]
    await office.onEntry(mrn, 'securities', { typeCode: 'MOD', reason: 'Too cheap', items })
    await office.onEntry(mrn, 'release', { reason: 'on security' })
    await authority.notifications(conversation, '08')
    const security = (await office.dossierOf(mrn)).securities[0]?.id
    await office.onEntry(mrn, `securities/${security}/taking`, { reason: 'Like goods cost more.' })
    await authority.notifications(conversation, '09')
    const thread = await office.written(office.appeal(mrn))
    const cancel = { outcome: 'cancelled', reasons: 'The payment proves the price.' }
    expect((await office.onThread(thread, 'decision', cancel)).status).toBe(200)
    const owed = (await office.moneyOf(mrn)).map((line) => Number(line.slice(2)))
    expect(owed.reduce((sum, amount) => sum + amount, 0)).toBe(344)
  })

  it('that varies an assessment says to what, and is refused without', async () => {
    const { mrn } = await office.revaluedShoes()
    const thread = await office.written(office.appeal(mrn))
    const vary = { outcome: 'varied', reasons: 'Half of it.' }
    expect((await office.onThread(thread, 'decision', vary)).status).toBe(400)
    expect(await office.atDesk(thread)).toMatchObject({ status: 'open' })
    const items = [{ sequence: 1, itemPrice: { amount: '450.00', currency: 'GBP' } }]
    expect((await office.onThread(thread, 'decision', { ...vary, items })).status).toBe(200)
    // 8 % of 450 and VAT on 486 are 133.20.
    expect(await office.moneyOf(mrn)).toEqual(['E -133.20', 'E 266.40'])
  })

  it('shows before it is concluded what it would make, and writes nothing', async () => {
    const { mrn } = await office.revaluedShoes()
    const thread = await office.written(office.appeal(mrn))
    const preview = async (order: object) =>
      (await office.onThread(thread, 'decision/preview', order)).json() as Promise<object>
    const items = [{ sequence: 1, itemPrice: { amount: '450.00', currency: 'GBP' } }]
    expect(await preview({ outcome: 'varied', items })).toMatchObject({
      ...{ version: 3, payableDifferenceGbp: '-133.2', told: ['07', '13'] },
      ...{ before: { payableGbp: '266.40' }, after: { payableGbp: '133.20' } },
    })
    expect(await preview({ outcome: 'cancelled' })).toMatchObject({
      ...{ payableDifferenceGbp: '-254.56', after: { customsValueGbp: '40.00' } },
    })
    expect(await preview({ outcome: 'varied' })).toMatchObject({ failures: [{ path: '/items' }] })
    expect(await preview({ outcome: 'accepted', items })).toMatchObject({ status: 409 })
    expect((await office.dossierOf(mrn)).register).toMatchObject({ version: 2 })
    expect(await office.moneyOf(mrn)).toEqual(['E 266.40'])
    expect(await office.atDesk(thread)).toMatchObject({ status: 'open' })
  })

  it('that upholds changes nothing', async () => {
    const { mrn } = await office.revaluedShoes()
    const thread = await office.written(office.appeal(mrn))
    await office.onThread(thread, 'decision', {
      outcome: 'upheld',
      reasons: 'They are no samples.',
    })
    expect((await office.dossierOf(mrn)).register).toMatchObject({ version: 2 })
    expect(await office.moneyOf(mrn)).toEqual(['E 266.40'])
    expect((await office.box.thread(thread)).decision).toEqual({
      outcome: 'upheld',
      reasons: 'They are no samples.',
      decidedOn: '2026-09-10',
    })
  })

  it('is of a decision that there is, once', async () => {
    const { mrn } = await office.revaluedShoes()
    const other = await office.send(office.appeal(mrn, { decision: 'seizure' }))
    expect(await other.json()).toMatchObject({ status: 422, code: 'nothing-decided' })
    const day = await office.send(office.appeal(mrn, { decidedOn: '2026-09-09' }))
    expect(await day.json()).toMatchObject({
      code: 'nothing-decided',
      message: 'The office has taken no such decision on that day; it has on 2026-09-10.',
    })
    expect((await office.send(office.appeal(mrn))).status).toBe(201)
    expect(await (await office.send(office.appeal(mrn))).json()).toMatchObject({
      code: 'malformed',
    })
  })

  it('is not of the conclusions of a review, but may be of what followed from an error told late', async () => {
    const { mrn } = await office.revaluedShoes()
    const told = await office.written({
      ...{ kind: 'voluntary-correction', mrn },
      correction: {
        items: [{ goodsItem: 1, what: 'customs-value', declared: '900.00', correct: '500.00' }],
        reason: 'A discount was agreed.',
      },
    })
    const items = [{ sequence: 1, itemPrice: { amount: '700.00', currency: 'GBP' } }]
    const inPart = { outcome: 'accepted-in-part', reasons: 'A part is proved.', items }
    expect((await office.onThread(told, 'decision', inPart)).status).toBe(200)
    const review = await office.written(office.appeal(mrn))
    expect((await office.atDesk(review)).appealed).toMatchObject({ decidedBy: 'Ada' })
    const vary = { outcome: 'varied', reasons: 'So be it.', items }
    await office.onThread(review, 'decision', vary)
    // What the review has made is no decision to review, so the latest is the one that was reviewed.
    expect(await (await office.send(office.appeal(mrn))).json()).toMatchObject({
      code: 'malformed',
      message: expect.stringContaining(review) as string,
    })
  })

  it('of seized goods gives them back, and says so where they are gone', async () => {
    const kept = await office.lodge(cheapShoes, '05')
    const gone = await office.lodge(cheapShoes, '05')
    const threads: string[] = []
    for (const { mrn } of [kept, gone]) {
      await office.onEntry(mrn, 'seizure', { reason: 'Counterfeit' })
      threads.push(await office.written(office.appeal(mrn, { decision: 'seizure' })))
    }
    await office.onEntry(gone.mrn, 'disposal', { disposal: 'destroyed', reason: 'Of no use' })
    for (const thread of threads) {
      const cancel = { outcome: 'cancelled', reasons: 'The right holder has agreed.' }
      expect((await office.onThread(thread, 'decision', cancel)).status).toBe(200)
    }
    expect((await office.dossierOf(kept.mrn)).register.state).toBe('disposed')
    expect((await office.box.thread(threads[0]!)).decision?.details).toEqual({
      effect: 'goods-restored',
    })
    expect((await office.box.thread(threads[1]!)).decision?.details).toEqual({
      notUndone: 'goods-destroyed',
    })
  })

  it('of a refusal lets the goods be declared anew', async () => {
    const { mrn } = await office.lodge(cheapShoes, '05')
    await office.onEntry(mrn, 'refusal', { reason: 'No licence' })
    const thread = await office.written(office.appeal(mrn, { decision: 'refusal' }))
    expect((await office.atDesk(thread)).possible.outcomes).toEqual(['upheld', 'cancelled'])
    await office.onThread(thread, 'decision', { outcome: 'cancelled', reasons: 'None was needed.' })
    expect((await office.box.thread(thread)).decision?.details).toEqual({
      effect: 'to-be-declared-anew',
    })
  })

  it('can be asked for on the thirtieth day, and after it only with a reason', async () => {
    const { mrn } = await office.revaluedShoes()
    const claim = office.appeal(mrn)
    authority.clock.set('2026-10-10T10:00:00.000Z' as Instant)
    const letter = { reference: 'LATE-1', subject: 'Review', text: 'Please.', ...claim }
    expect(await (await office.box.open(letter)).json()).toMatchObject({
      status: 422,
      code: 'too-late',
      path: '/appeal/decidedOn',
      message: expect.stringContaining('2026-10-09') as string,
    })
    const excused = { ...claim.appeal, lateReason: 'I was in hospital.' }
    const thread = await office.written({ ...claim, appeal: excused })
    const waiting = await office.atDesk(thread)
    expect(waiting).toMatchObject({ lateness: 'pending', possible: { outcomes: [] } })
    const early = { outcome: 'upheld', reasons: 'It is late.' }
    expect((await office.onThread(thread, 'decision', early)).status).toBe(409)
    await office.onThread(thread, 'lateness', { isAccepted: true, reason: 'That is an excuse.' })
    expect(await office.atDesk(thread)).toMatchObject({
      lateness: 'accepted',
      decideBy: '2026-11-23',
      possible: { judgeLateness: false, outcomes: ['upheld', 'varied', 'cancelled'] },
    })
    authority.clock.set(TODAY)
    const other = await office.revaluedShoes()
    const inTime = office.appeal(other.mrn)
    authority.clock.set('2026-10-09T22:59:00.000Z' as Instant)
    await office.written(inTime)
    authority.clock.set(TODAY)
  })

  it('that is late without an excuse is closed, and what was decided may be put to review again', async () => {
    const { mrn } = await office.revaluedShoes()
    const claim = office.appeal(mrn)
    authority.clock.set('2026-10-12T10:00:00.000Z' as Instant)
    const excused = { ...claim, appeal: { ...claim.appeal, lateReason: 'I forgot.' } }
    const thread = await office.written(excused)
    await office.onThread(thread, 'lateness', { isAccepted: false, reason: 'That is none.' })
    expect(await office.atDesk(thread)).toMatchObject({ status: 'closed', lateness: 'refused' })
    await office.written(excused)
    authority.clock.set(TODAY)
  })

  it('that is not concluded in time stands as upheld', async () => {
    const { mrn } = await office.revaluedShoes()
    const thread = await office.written(office.appeal(mrn))
    authority.clock.set('2026-10-24T12:00:00.000Z' as Instant)
    await office.onThread(thread, 'messages', { text: 'We are looking at it.' })
    expect((await office.box.thread(thread)).status).toBe('open')
    authority.clock.set('2026-10-25T12:00:00.000Z' as Instant)
    await expect
      .poll(async () => (await office.box.thread(thread)).decision)
      .toMatchObject({
        outcome: 'upheld',
        decidedOn: '2026-10-25',
        details: { effect: 'time-is-over' },
      })
    authority.clock.set(TODAY)
  })
})
