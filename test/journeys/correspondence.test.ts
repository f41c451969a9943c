import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CaseCorrespondence } from '../../src/api/case-correspondence.ts'
import type { AppealableView } from '../../src/api/views/appealable-view.ts'
import type { ThreadView, WholeThreadView } from '../../src/api/views/thread-view.ts'
import { sha256Hex } from '../../src/platform/ids.ts'
import {
  arriveAndRelease,
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

const officer = 'A. Officer'

interface Amount {
  readonly amount: string
}

interface Figures {
  readonly by: string
  readonly declared: Amount
  readonly correct: Amount
  readonly difference: Amount
  readonly taxes: readonly {
    readonly taxType: string
    readonly declared: Amount
    readonly correct: Amount
    readonly difference: Amount
  }[]
  readonly workedOutAt: string
}

interface Events {
  readonly items: readonly { readonly type: string }[]
}

describe('letters with the authority', () => {
  let installation: TestInstallation
  let trader: TestTrader
  let caseId: string
  let mrn: string

  beforeAll(async () => {
    installation = await startTestInstallation()
    trader = await installation.addTenant('e-commerce-platform')
    const order = await exampleOrder('marketplace-cn-gb')
    const opened = await trader.client.post<{ caseId: string }>('/v1/orders', order)
    caseId = opened.caseId
    await caseIn(trader, caseId, 'ready')
    await trader.client.post(`/v1/cases/${caseId}/declare`, { additionalType: 'D' })
    mrn = (await caseIn(trader, caseId, 'registered')).declaration!.mrn!
    await arriveAndRelease(trader, caseId)
  })
  afterAll(() => installation.close())

  const open = (letter: object) =>
    trader.client.post<WholeThreadView>(`/v1/cases/${caseId}/correspondence`, letter)
  const until = (
    id: string,
    what: string,
    satisfied: (thread: WholeThreadView) => boolean,
  ): Promise<WholeThreadView> =>
    trader.client.until<WholeThreadView>(`/v1/correspondence/${id}`, {
      what,
      satisfied,
      timeLimitMs: 20_000,
    })
  const withOffice = async (id: string): Promise<string> => {
    const thread = await until(id, 'with the office', ({ state }) => state !== 'written')
    return thread.officeReference!
  }
  const inOffice = (thread: string, act: string, body: object) =>
    installation.officer('POST', `/officers/correspondence/${thread}/${act}`, { officer, ...body })
  const overview = () => trader.client.get<CaseCorrespondence>(`/v1/cases/${caseId}/correspondence`)

  it('carry a question to the office and its answer back, with papers, each once', async () => {
    const asked = await open({ kind: 'question', subject: 'Marking', text: 'Is a label needed?' })
    expect(asked).toMatchObject({ state: 'written', awaits: 'office', mrn, caseId })
    const reference = await withOffice(asked.id)
    expect(reference).toMatch(/^COR-/)
    const paper = Buffer.from('Labels: none.\n')
    await inOffice(reference, 'messages', {
      text: 'None is needed; see the note.',
      attachments: [
        {
          ...{ name: 'note.txt', mediaType: 'text/plain', sha256: sha256Hex(paper) },
          content: paper.toString('base64'),
        },
      ],
    })
    const answered = await until(asked.id, 'answered', ({ letters }) => letters === 2)
    const [, answer] = answered.lettersInFull
    expect(answer).toMatchObject({ writtenBy: 'office', text: 'None is needed; see the note.' })
    expect(answer!.papers).toMatchObject([{ fileName: 'note.txt', sha256: sha256Hex(paper) }])
    expect(answered.firstAnswerAt).toBeDefined()
    await trader.client.post(`/v1/correspondence/${asked.id}/letters`, { text: 'Thank you.' })
    const sent = await until(
      asked.id,
      'taken',
      ({ lettersInFull }) => lettersInFull[2]?.sending === 'sent',
    )
    expect(sent.letters).toBe(3)
    const { items } = await trader.client.get<Events>(`/v1/cases/${caseId}/events`)
    const types = items.map(({ type }) => type)
    expect(types.filter((type) => type === 'letter-written')).toHaveLength(2)
    expect(types.filter((type) => type === 'letter-received')).toHaveLength(1)
  })

  it('bring an enquiry of the office into its case, with the day on which it wants an answer', async () => {
    await installation.officer('POST', '/officers/correspondence', {
      ...{ officer, mrn, subject: 'Proof of payment', answerDueOn: '2099-12-31' },
      text: 'Please show what was paid to the seller.',
    })
    const { items } = await trader.client.until<{ items: readonly ThreadView[] }>(
      '/v1/correspondence?standing=awaiting-us',
      {
        what: 'an enquiry',
        timeLimitMs: 20_000,
        satisfied: ({ items: found }) => found.length === 1,
      },
    )
    const [enquiry] = items
    expect(enquiry).toMatchObject({
      ...{ kind: 'enquiry', openedBy: 'office', caseId, mrn, awaits: 'trader' },
      ...{ answerDueOn: '2099-12-31', isOverdue: false },
    })
    await trader.client.post(`/v1/correspondence/${enquiry!.id}/letters`, { text: 'See below.' })
    const answered = await until(
      enquiry!.id,
      'the turn of the office',
      ({ awaits, lettersInFull }) =>
        awaits !== 'trader' && lettersInFull.at(-1)?.sending === 'sent',
    )
    expect(answered.lettersInFull).toHaveLength(2)
  })

  it('offer no appeal where nothing was decided, and refuse one that is asked for all the same', async () => {
    expect((await overview()).appealable).toEqual([])
    await expect(
      open({
        ...{ kind: 'appeal', subject: 'Review', text: 'Please review.' },
        appeal: { decision: 'refusal', grounds: 'wrong', wanted: 'entry' },
      }),
    ).rejects.toThrow(/no such decision/)
  })

  it('tell an error found after the release, and show that it was accepted', async () => {
    expect((await overview()).mayCorrect).toBe(true)
    const figures = (freight: string) =>
      trader.client.post<Figures>(`/v1/cases/${caseId}/correction-figures`, {
        goods: { freight: { amount: freight, currency: 'GBP' } },
      })
    const [less, more] = [await figures('20.00'), await figures('120.00')]
    expect(less.by).toBe('assessment')
    expect(Date.parse(more.workedOutAt)).toBeGreaterThanOrEqual(Date.parse(less.workedOutAt))
    // VAT at 20 %, and duty where there is one, on a hundred pounds more of freight.
    expect(Number(more.correct.amount) - Number(less.correct.amount)).toBeGreaterThanOrEqual(20)
    expect(Number(more.difference.amount)).toBeCloseTo(
      Number(more.correct.amount) - Number(more.declared.amount),
      2,
    )
    const taxTypes = more.taxes.map(({ taxType }) => taxType)
    expect(taxTypes).toContain('B00')
    expect(taxTypes).toEqual([...new Set(taxTypes)].sort())
    for (const part of ['declared', 'correct', 'difference'] as const) {
      const pence = more.taxes.map((tax) => Math.round(Number(tax[part].amount) * 100))
      const whole = Math.round(Number(more[part].amount) * 100)
      expect(pence.reduce((total, one) => total + one, 0)).toBe(whole)
    }
    const told = await open({
      ...{ kind: 'voluntary-correction', subject: 'Weight', text: 'We found an error.' },
      correction: {
        items: [{ goodsItem: 1, what: 'weight', declared: '1.2 kg', correct: '1.4 kg' }],
        reason: 'The scale was wrong.',
      },
    })
    const reference = await withOffice(told.id)
    await inOffice(reference, 'decision', {
      outcome: 'accepted',
      reasons: 'Noted; no duty is due.',
    })
    const decided = await until(told.id, 'decided', ({ decision }) => decision !== undefined)
    expect(decided).toMatchObject({ state: 'decided', decision: { outcome: 'accepted' } })
    expect(decided.awaits).toBeUndefined()
  })

  it('tell of a penalty, which can be put to review by the letter that tells of it', async () => {
    await installation.officer('POST', `/officers/lodgements/${mrn}/penalties`, {
      ...{
        officer,
        contravention: 'wrong-particulars',
        reason: 'The weight was wrong.',
        amountGbp: '250.00',
      },
      withoutWarningBecause: 'The error was serious.',
    })
    const { items } = await trader.client.until<{ items: readonly ThreadView[] }>(
      `/v1/correspondence?kind=enquiry&caseId=${caseId}`,
      {
        ...{ what: 'the letter of the penalty', timeLimitMs: 20_000 },
        satisfied: ({ items: found }) => found.some(({ subject }) => /penalty/i.test(subject)),
      },
    )
    const { id } = items.find(({ subject }) => /penalty/i.test(subject))!
    const appeal = { decision: 'penalty', grounds: 'It was told at once.', wanted: 'None.' }
    const letter = { kind: 'appeal', subject: 'The penalty', text: 'Please review it.' }
    await expect(open({ ...letter, appeal })).rejects.toThrow(/no such decision/)
    const offered = (await overview()).appealable[0]!
    expect(offered).toMatchObject({ decision: 'penalty', toldIn: { threadId: id }, isLate: false })
    const penalty = await trader.client.get<WholeThreadView>(`/v1/correspondence/${id}`)
    expect(penalty).toMatchObject({ answerDueOn: offered.lastDay, appealable: offered })
    const asked = await open({ ...letter, appeal: { ...appeal, threadId: id } })
    await inOffice(await withOffice(asked.id), 'decision', {
      ...{ outcome: 'cancelled', reasons: 'It was told voluntarily.' },
    })
    const decided = await until(asked.id, 'decided', ({ decision }) => decision !== undefined)
    expect(decided.decision?.outcome).toBe('cancelled')
    expect(decided.review?.tribunal?.law.title).toBe('Finance Act 2003, section 33F')
    expect((await overview()).appealable).toMatchObject([
      { decision: 'penalty', review: { threadId: asked.id, outcome: 'cancelled' } },
    ])
  })

  it('show what a review makes of duty and tax, and offer its conclusions no second review', async () => {
    const told = await open({
      ...{ kind: 'voluntary-correction', subject: 'Price', text: 'The price was another.' },
      correction: {
        items: [{ goodsItem: 1, what: 'customs-value', declared: 'as lodged', correct: '900.00' }],
        reason: 'The seller has sent another invoice.',
      },
    })
    const priced = (amount: string) => [{ sequence: 1, itemPrice: { amount, currency: 'GBP' } }]
    const accepted = { outcome: 'accepted', reasons: 'As told.', items: priced('900.00') }
    await inOffice(await withOffice(told.id), 'decision', accepted)
    const offered = await trader.client.until<CaseCorrespondence>(
      `/v1/cases/${caseId}/correspondence`,
      {
        ...{ what: 'an assessment to appeal against', timeLimitMs: 20_000 },
        satisfied: ({ appealable }) => appealable.length === 2,
      },
    )
    const assessment = offered.appealable.find(({ decision }) => decision === 'assessment')
    expect(assessment).toMatchObject({ isLate: false })
    expect(assessment).not.toHaveProperty('review')
    const asked = await open({
      ...{ kind: 'appeal', subject: 'The price', text: 'Please review it.' },
      appeal: { decision: 'assessment', grounds: 'A discount was given.', wanted: '800 pounds.' },
    })
    const varied = { outcome: 'varied', reasons: 'The discount counts.', items: priced('800.00') }
    await inOffice(await withOffice(asked.id), 'decision', varied)
    const decided = await until(asked.id, 'its figures', ({ figures }) => figures !== undefined)
    const { figures, decision, review } = decided
    expect(decision).toMatchObject({ outcome: 'varied', details: { version: 3 } })
    expect(figures!.difference.amount).toMatch(/^-/)
    const pence = ({ amount }: Amount) => Math.round(Number(amount) * 100)
    for (const side of ['before', 'after', 'difference'] as const) {
      const total = figures!.taxes.reduce((sum, tax) => sum + pence(tax[side]), 0)
      expect(total).toBe(pence(figures![side]))
    }
    expect(review).toMatchObject({
      ...{ outcome: 'varied', concludedOn: decision!.decidedOn },
      tribunal: { isOver: false, law: { title: 'Finance Act 1994, section 16(1C)' } },
    })
    const { appealable } = await overview()
    expect(appealable.filter(({ decision: of }) => of === 'assessment')).toMatchObject([
      { review: { threadId: asked.id, outcome: 'varied' } },
    ])
    const { items } = await trader.client.get<{
      readonly items: readonly { readonly type: string; readonly data: object }[]
    }>(`/v1/cases/${caseId}/events`)
    const decisions = items.filter(({ type }) => type === 'thread-decided')
    expect(decisions.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({
        versionId: '3',
        reviewed: expect.objectContaining({ decision: 'assessment' }),
      }),
    )
  })

  it('ask for a ruling about no case and keep what was issued', async () => {
    const asked = await trader.client.post<WholeThreadView>('/v1/correspondence', {
      ...{ kind: 'ruling-request', subject: 'Green tea', text: 'Please rule.' },
      ruling: {
        ruling: 'tariff',
        goodsDescription: 'Green tea in packings of 1 kg',
        proposedCode: '0902100000',
      },
    })
    expect(asked.caseId).toBeUndefined()
    const reference = await withOffice(asked.id)
    await inOffice(reference, 'decision', {
      ...{ outcome: 'issued', reasons: 'Green tea, not fermented.', code: '0902100000' },
    })
    const { decision } = await until(asked.id, 'issued', ({ state }) => state === 'decided')
    expect(decision).toMatchObject({ outcome: 'issued', details: { code: '0902100000' } })
    expect(decision!.details!.validUntil! > decision!.details!.validFrom!).toBe(true)
    const other = await trader.client.post<WholeThreadView>('/v1/correspondence', {
      ...{ kind: 'ruling-request', subject: 'Black tea', text: 'Please rule.' },
      ruling: { ruling: 'tariff', goodsDescription: 'Black tea in packings of 1 kg' },
    })
    await inOffice(await withOffice(other.id), 'decision', {
      ...{ outcome: 'issued', reasons: 'Black tea, fermented.', code: '0902300000' },
    })
    await until(other.id, 'issued', ({ state }) => state === 'decided')

    const toReview = () =>
      trader.client.get<{ items: readonly AppealableView[] }>('/v1/correspondence/appealable')
    const name = decision!.details!.rulingReference
    expect((await toReview()).items).toMatchObject([
      { toldIn: { threadId: other.id } },
      { decision: 'ruling', isLate: false, toldIn: { threadId: asked.id, name } },
    ])
    // Two rulings of one day: the office learns by the thread which of them is meant.
    const appeal = await trader.client.post<WholeThreadView>('/v1/correspondence', {
      ...{ kind: 'appeal', subject: 'Review', text: 'Please review the ruling.' },
      appeal: { decision: 'ruling', threadId: asked.id, grounds: 'It is black.', wanted: 'Black.' },
    })
    await inOffice(await withOffice(appeal.id), 'decision', {
      ...{ outcome: 'cancelled', reasons: 'The sample was fermented.' },
    })
    const reopened = await until(asked.id, 'reopened', ({ state }) => state === 'open')
    expect(reopened.decision).toBeUndefined()
    expect((await toReview()).items).toMatchObject([{ toldIn: { threadId: other.id } }])
    const again = { outcome: 'issued', reasons: 'Black tea, fermented.', code: '0902300000' }
    await inOffice(reference, 'decision', again)
    const anew = await until(asked.id, 'issued anew', ({ state }) => state === 'decided')
    expect(anew.decision?.details?.code).toBe('0902300000')
  })
})
