import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { lodgedCaseEvents } from '../../../test/lodged-case.ts'
import { trackedCases, type TrackedCases } from '../../../test/tracked-cases.ts'
import type { NewCaseEvent } from '../../clearance/events/case-event.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { sealingKeyFrom } from '../../platform/sealed-secret.ts'
import { createTrackingLink, followTrackingLink } from '../tracking-link.ts'
import { nextSteps } from './next-step.ts'
import { readStepHistory } from './step-history.ts'

const HOUR_MS = 3_600_000
const tellNobody = () => Promise.resolve()
const released: NewCaseEvent = { type: 'goods-released', data: {} }

describe('the history of a step', () => {
  let cases: TrackedCases
  let lrn = 0

  beforeAll(async () => {
    cases = await trackedCases()
  })
  beforeEach(() => cases.clock.advance(100 * 24 * HOUR_MS))
  afterAll(() => cases.close())

  const accept = async (): Promise<string> => {
    const { caseId } = await cases.open(tellNobody)
    lrn += 1
    await cases.record(tellNobody, caseId, [
      ...lodgedCaseEvents(`LRN-${lrn}`).slice(1),
      { type: 'declaration-registered', data: { mrn: '26GB1' } },
      { type: 'declaration-accepted', data: { mrn: '26GB1' } },
    ])
    return caseId
  }
  /** A case of which the release took as many hours as are said. */
  const releaseAfter = async (hours: number): Promise<string> => {
    const caseId = await accept()
    cases.clock.advance(hours * HOUR_MS)
    await cases.record(tellNobody, caseId, [released])
    return caseId
  }
  const historyOf = (situation: keyof typeof nextSteps) =>
    inTenant(cases.api, cases.tenantId, (transaction) =>
      readStepHistory(transaction, nextSteps[situation]!, cases.clock.now()),
    )

  it('is there from the first case on, with what half and nine in ten really took', async () => {
    expect(await historyOf('accepted/the-authority')).toBeUndefined()
    for (const hours of [1, 2, 3, 4, 5, 6, 7, 8, 9, 40]) await releaseAfter(hours)
    await accept()
    expect(await historyOf('accepted/the-authority')).toEqual({
      cases: 10,
      medianSeconds: 5 * 3_600,
      ninetiethSeconds: 9 * 3_600,
    })
  })

  it('forgets what is older than its days', async () => {
    expect(await historyOf('accepted/the-authority')).toBeUndefined()
    await releaseAfter(2)
    cases.clock.advance(89 * 24 * HOUR_MS)
    expect(await historyOf('accepted/the-authority')).toMatchObject({ cases: 1 })
    cases.clock.advance(2 * 24 * HOUR_MS)
    expect(await historyOf('accepted/the-authority')).toBeUndefined()
  })

  it('counts from when the carrier says that something happened', async () => {
    const caseId = await releaseAfter(1)
    const occurredAt = new Date(
      Date.parse(cases.clock.now()) + 5 * HOUR_MS,
    ).toISOString() as Instant
    cases.clock.advance(30 * HOUR_MS)
    await cases.record(tellNobody, caseId, [
      { type: 'goods-delivered', data: { occurredAt, source: 'carrier' } },
    ])
    expect(await historyOf('released')).toEqual({
      ...{ cases: 1, medianSeconds: 5 * 3_600, ninetiethSeconds: 5 * 3_600 },
    })
  })

  it('leaves out a case of which a carrier said what is no moment', async () => {
    const caseId = await releaseAfter(1)
    const occurredAt = '2026-02-31T25:61:61Z' as Instant
    await cases.record(tellNobody, caseId, [
      { type: 'goods-delivered', data: { occurredAt, source: 'carrier' } },
    ])
    expect(await historyOf('released')).toBeUndefined()
  })

  it('is told on the tracking page once there are enough cases, and not before', async () => {
    const caseId = await accept()
    const { token } = await inTenant(cases.api, cases.tenantId, (transaction) =>
      createTrackingLink(transaction, sealingKeyFrom(Buffer.alloc(32, 1)), {
        ...{ tenantId: cases.tenantId, caseId, now: cases.clock.now() },
      }),
    )
    const view = () => followTrackingLink(cases.api, token, cases.clock.now())
    for (let count = 1; count < 20; count += 1) await releaseAfter(0)
    expect(await view()).not.toHaveProperty('expected')
    expect((await view())?.sentences).not.toHaveProperty('when')
    await releaseAfter(1)
    expect(await view()).toMatchObject({
      situation: 'accepted/the-authority',
      expected: { cases: 20, sinceDays: 90 },
      sentences: { when: { en: expect.stringContaining('the last 20 parcels') } },
    })
  })
})
