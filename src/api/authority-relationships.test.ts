import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { ask } from '../../test/api-requests.ts'
import { startTestApi, type TestApi, type TestTenant } from '../../test/api.ts'
import {
  plantCase,
  type PlantedEvent,
  plantMessage,
  plantThread,
} from '../../test/planted-record.ts'
import type { AuthorityRelationshipView } from './authority-relationships.ts'

const NOW = '2026-09-01T12:00:00.000Z'
const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400

describe('how a business stands with an authority', () => {
  let api: TestApi
  let other: TestTenant

  beforeAll(async () => {
    api = await startTestApi()
    other = await api.addTenant()
  })
  afterAll(() => api.close())

  const read = async ({ keys }: TestTenant, query = ''): Promise<AuthorityRelationshipView> => {
    const url = `/v1/authorities/uk-cds/relationship${query}`
    return (await ask(api, keys.viewer, { url })).json<AuthorityRelationshipView>()
  }
  const timesOf = (view: AuthorityRelationshipView, wanted: string) =>
    view.responseTimes.find(({ id }) => id === wanted)

  test('a business without a record is told nothing but that', async () => {
    const view = await read(other)
    expect(view).toMatchObject({ at: NOW, weeks: 12, openMatters: [] })
    expect(view.from).toBe('2026-06-15T00:00:00.000Z')
    expect(view.corrections).toEqual({ sums: [], items: [], hasMore: false })
    expect(view.decidedLetters).toEqual([])
    expect(view.responseTimes.length).toBe(11)
    for (const { id, count, weeks, medianSeconds } of view.responseTimes) {
      expect({ id, count, weeks, medianSeconds }).toEqual({ id, count: 0, weeks: [] })
    }
  })

  test('times are told by their middle and by nine of ten, week by week', async () => {
    const tenant = await api.addTenant()
    // Ten of this week, from one minute to ten, and one of two weeks ago.
    for (let minutes = 1; minutes <= 10; minutes += 1) {
      await plantCase(api, tenant, {
        endedAgo: HOUR,
        events: [
          ['declaration-sent', -minutes * MINUTE],
          ['declaration-accepted', 0],
          ['goods-released', 30 * MINUTE],
        ],
      })
    }
    await plantCase(api, tenant, {
      endedAgo: 14 * DAY,
      events: [
        ['declaration-sent', -9 * DAY],
        // The goods came later: the wait for them is not the authority's.
        ['arrival-notified', -2 * HOUR],
        ['declaration-accepted', 0],
      ],
    })
    const view = await read(tenant)
    expect(timesOf(view, 'acceptance')).toEqual({
      ...{ id: 'acceptance', whose: 'authority', count: 11 },
      ...{ medianSeconds: 6 * MINUTE, p90Seconds: 10 * MINUTE },
      weeks: [
        {
          from: '2026-08-17T00:00:00.000Z',
          ...{ count: 1, medianSeconds: 2 * HOUR, p90Seconds: 2 * HOUR },
        },
        {
          from: '2026-08-31T00:00:00.000Z',
          ...{ count: 10, medianSeconds: 5 * MINUTE, p90Seconds: 9 * MINUTE },
        },
      ],
    })
    expect(timesOf(view, 'release')).toMatchObject({ count: 10, medianSeconds: 30 * MINUTE })
    expect(timesOf(await read(tenant, '?weeks=1'), 'acceptance')).toMatchObject({ count: 10 })
    expect(timesOf(await read(other), 'acceptance')).toMatchObject({ count: 0 })
  })

  test('checks, questions and requests are measured one by one, each until its first end', async () => {
    const tenant = await api.addTenant()
    await plantCase(api, tenant, {
      endedAgo: DAY,
      events: [
        ['documents-requested', -10 * HOUR, { controlId: 'a', wanted: 'invoice' }],
        ['documents-requested', -9 * HOUR, { controlId: 'b', wanted: 'packing list' }],
        ['documents-answered', -8 * HOUR, { controlId: 'a' }],
        ['documents-answered', -5 * HOUR, { controlId: 'b' }],
        ['examination-ordered', -4 * HOUR, { controlId: 'c' }],
        ['goods-examined', -3 * HOUR, { controlId: 'c' }],
        ['question-asked', -3 * HOUR, { questionId: 'q', text: 'Which model?' }],
        ['question-answered', -2 * HOUR, { questionId: 'q' }],
        ['request-made', -2 * HOUR, { requestId: 'r', kind: 'amendment', reason: 'weight' }],
        ['request-denied', -HOUR, { requestId: 'r' }],
        ['control-satisfied', 0, { controlId: 'a' }],
        ['control-satisfied', 0, { controlId: 'b' }],
        ['control-satisfied', 0, { controlId: 'c' }],
        ['question-closed', 0, { questionId: 'q' }],
      ],
    })
    const view = await read(tenant)
    const told = view.responseTimes.map(({ id, count, medianSeconds, p90Seconds }) => [
      id,
      ...[count, medianSeconds, p90Seconds],
    ])
    expect(told).toEqual([
      ['first-answer', 0, undefined, undefined],
      ['acceptance', 0, undefined, undefined],
      ['release', 0, undefined, undefined],
      ['examination', 1, HOUR, HOUR],
      ['documents-decided', 2, 5 * HOUR, 8 * HOUR],
      ['request-decided', 1, HOUR, HOUR],
      ['question-closed', 1, 2 * HOUR, 2 * HOUR],
      ['documents-answered', 2, 2 * HOUR, 4 * HOUR],
      ['question-answered', 1, HOUR, HOUR],
      ['letter-answered', 0, undefined, undefined],
      ['enquiry-answered', 0, undefined, undefined],
    ])
  })

  test('the first answer to a message counts, and none before it was noted as sent', async () => {
    const tenant = await api.addTenant()
    await plantMessage(api, tenant, { sentAgo: HOUR, answeredAfter: [20, 90] })
    await plantMessage(api, tenant, { sentAgo: HOUR, answeredAfter: [-1] })
    await plantMessage(api, tenant, { sentAgo: HOUR, answeredAfter: [] })
    expect(timesOf(await read(tenant), 'first-answer')).toMatchObject({
      ...{ count: 2, medianSeconds: 0, p90Seconds: 20 },
    })
  })

  test('what is open is told with whose turn it is, ours by its last moment first', async () => {
    const tenant = await api.addTenant()
    const dueAt = '2026-09-03T00:00:00Z'
    const asked = await plantCase(api, tenant, {
      ...{ endedAgo: HOUR, state: 'accepted', mrn: '26GB00000000000001' },
      events: [
        ['question-asked', -3 * HOUR, { questionId: 'q', text: 'Which model?' }],
        [
          'documents-requested',
          -HOUR,
          { controlId: 'a', wanted: 'invoice', reason: 'price', dueAt },
        ],
        ['documents-requested', -HOUR, { controlId: 'b', wanted: 'origin', dueAt }],
        ['documents-answered', 0, { controlId: 'b' }],
        ['examination-ordered', 0, { controlId: 'c' }],
      ],
    })
    const amended = await plantCase(api, tenant, {
      ...{ endedAgo: DAY, state: 'delivered' },
      events: [['request-made', 0, { requestId: 'r', kind: 'amendment', reason: 'weight' }]],
    })
    // Over: its release has ended what was open.
    await plantCase(api, tenant, {
      ...{ endedAgo: DAY, state: 'released' },
      events: [['documents-requested', 0, { controlId: 'z', wanted: 'invoice' }]],
    })
    const { openMatters } = await read(tenant)
    expect(
      openMatters.map(({ kind, awaits, words, dueAt: due }) => [kind, awaits, words, due]),
    ).toEqual([
      ['documents', 'business', 'invoice: price', dueAt],
      ['question', 'business', 'Which model?', undefined],
      ['amendment', 'authority', 'weight', undefined],
      ['documents', 'authority', 'origin', undefined],
      ['examination', 'authority', undefined, undefined],
    ])
    expect(openMatters[0]).toMatchObject({ ...asked, mrn: '26GB00000000000001' })
    expect(openMatters[2]).toMatchObject(amended)
    expect((await read(other)).openMatters).toEqual([])
  })

  test('corrections are told apart by who began them, with what they came to', async () => {
    const tenant = await api.addTenant()
    const assessed = (versionId: string, amount: string) => ({
      versionId,
      payable: { amount, currency: 'GBP' },
    })
    await plantCase(api, tenant, {
      endedAgo: DAY,
      events: [
        ['assessment-notified', -9 * HOUR, assessed('1', '100.00')],
        ['assessment-final', -8 * HOUR, assessed('1', '100.00')],
        ['request-made', -7 * HOUR, { requestId: 'r', kind: 'amendment', reason: 'weight' }],
        ['assessment-corrected', -6 * HOUR, assessed('2', '90.10')],
        ['request-granted', -6 * HOUR, { requestId: 'r' }],
        ['assessment-final', -5 * HOUR, assessed('2', '90.10')],
        ['control-not-satisfied', -4 * HOUR, { controlId: 'c' }],
        ['assessment-corrected', -4 * HOUR, assessed('3', '120.30')],
        ['request-made', -3 * HOUR, { requestId: 's', kind: 'amendment', reason: 'value' }],
        ['request-denied', -2 * HOUR, { requestId: 's' }],
        ['request-made', -1 * HOUR, { requestId: 't', kind: 'invalidation', reason: 'twice' }],
        ['request-granted', 0, { requestId: 't' }],
      ],
    })
    const { corrections } = await read(tenant)
    expect(
      corrections.items.map(({ kind, outcome, reason, due }) => [
        kind,
        outcome,
        reason,
        due?.difference.amount,
      ]),
    ).toEqual([
      ['amendment', 'denied', 'value', undefined],
      ['re-assessment', 'made', undefined, '30.20'],
      ['amendment', 'granted', 'weight', '-9.90'],
    ])
    expect(corrections.sums).toEqual([
      { kind: 'amendment', outcome: 'denied', count: 1, differences: [] },
      {
        ...{ kind: 're-assessment', outcome: 'made', count: 1 },
        differences: [{ amount: '30.20', currency: 'GBP' }],
      },
      {
        ...{ kind: 'amendment', outcome: 'granted', count: 1 },
        differences: [{ amount: '-9.90', currency: 'GBP' }],
      },
    ])
  })

  test('a file that was not taken is no answer: it is our turn again', async () => {
    const tenant = await api.addTenant()
    await plantCase(api, tenant, {
      ...{ endedAgo: HOUR, state: 'accepted' },
      events: [
        ['documents-requested', -2 * HOUR, { controlId: 'a', wanted: 'invoice' }],
        ['documents-answered', -HOUR, { controlId: 'a' }],
        ['documents-not-taken', 0, { controlId: 'a', why: 'a virus' }],
      ],
    })
    expect((await read(tenant)).openMatters).toMatchObject([
      { kind: 'documents', awaits: 'business' },
    ])
  })

  test('security is open until it is given, and until nothing of it is held', async () => {
    const tenant = await api.addTenant()
    const pounds = (amount: string) => ({ amount, currency: 'GBP' })
    const required = (securityId: string) =>
      [
        'security-required',
        -2 * HOUR,
        { securityId, amount: pounds('100.00'), reason: 'origin' },
      ] as const
    const given = (securityId: string) =>
      ['security-given', -HOUR, { securityId, amount: pounds('80.00') }] as const
    const lowered = (securityId: string) =>
      ['security-lowered', -HOUR - 1, { securityId, by: pounds('20.00') }] as const
    const plant = (state: string, events: readonly PlantedEvent[]) =>
      plantCase(api, tenant, { endedAgo: HOUR, state, events })
    await plant('accepted', [required('a')])
    await plant('delivered', [
      required('b'),
      lowered('b'),
      given('b'),
      ['security-taken', 0, { securityId: 'b', by: pounds('30.50') }],
    ])
    await plant('delivered', [
      required('c'),
      lowered('c'),
      given('c'),
      ['security-returned', 0, { securityId: 'c', by: pounds('80.00') }],
    ])
    // Its entry ended before anything was given.
    await plant('refused', [required('d')])
    const { openMatters } = await read(tenant)
    expect(openMatters.map(({ awaits, amount, words }) => [awaits, amount?.amount, words])).toEqual(
      [
        ['business', '100.00', 'origin'],
        ['authority', '49.50', 'origin'],
      ],
    )
  })

  test('letters are told with whose turn it is, how long they took and what was decided', async () => {
    const tenant = await api.addTenant()
    const { caseId, reference } = await plantCase(api, tenant, {
      endedAgo: DAY,
      events: [['goods-released', 0]],
    })
    await plantThread(api, tenant, {
      ...{ kind: 'enquiry', opened_by: 'office', state: 'open', awaits: 'trader' },
      ...{ subject: 'Which model?', answer_due_on: '2026-09-04' },
    })
    await plantThread(api, tenant, {
      ...{ kind: 'question', opened_by: 'trader', state: 'open', awaits: 'office' },
      ...{ subject: 'Which code?', case_id: caseId },
    })
    await plantThread(api, tenant, {
      ...{ kind: 'voluntary-correction', opened_by: 'trader', state: 'decided', awaits: null },
      ...{ subject: 'Weight', case_id: caseId, first_answer_at: '2026-08-31T13:00:00.000Z' },
      decision: { outcome: 'accepted', reasons: 'Right.', decidedOn: '2026-08-31' },
      matter: { items: [], reason: 'typed', dutyDifference: { amount: '12.5', currency: 'GBP' } },
    })
    const view = await read(tenant)
    expect(
      view.openMatters.map(({ kind, awaits, words, dueAt, caseId: of }) => [
        kind,
        awaits,
        words,
        dueAt,
        of,
      ]),
    ).toEqual([
      ['letter', 'business', 'Which model?', '2026-09-04', undefined],
      ['letter', 'authority', 'Which code?', undefined, caseId],
    ])
    expect(timesOf(view, 'letter-answered')).toMatchObject({ count: 1, medianSeconds: HOUR })
    expect(view.decidedLetters).toMatchObject([
      {
        ...{ kind: 'voluntary-correction', subject: 'Weight', outcome: 'accepted' },
        ...{ caseId, reference, decidedOn: '2026-08-31' },
        difference: { amount: '12.50', currency: 'GBP' },
      },
    ])
    const theirs = await read(other)
    expect([theirs.openMatters, theirs.decidedLetters]).toEqual([[], []])
  })
})
