import { describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../test/gb-reference-data.ts'
import { lodgedCaseEvents, recorded } from '../../test/lodged-case.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import { readAppealPeriods } from '../customs/law/appeal-periods.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import { upcast } from '../clearance/events/upcasters.ts'
import { appealableDecisions } from './appealable-decisions.ts'

const periods = valueOf(readAppealPeriods(dataFile('gb/periods.json')))
const decided = (...events: readonly NewCaseEvent[]) =>
  appealableDecisions(recorded([...lodgedCaseEvents('LRN-1'), ...events]), periods)

const told = (notificationId: string, issuedAt: string): NewCaseEvent => ({
  type: 'notification-received',
  data: {
    ...{ notificationId, issuedAt, functionCode: '12' },
    explanation: { en: 'x', zh: 'x' },
  },
})
const assessed = (versionId: string, notificationId: string): NewCaseEvent => ({
  type: 'assessment-final',
  data: {
    ...{ assessmentId: notificationId, notificationId, versionId, lines: [], differences: [] },
    payable: { amount: '0.00', currency: 'GBP' },
  } as never,
})

describe('what a case can be appealed for', () => {
  it('is nothing while the authority has only assessed what was declared', () => {
    expect(decided(assessed('1', 'n1'))).toEqual([])
  })

  it('is an assessment of another version than was declared, by the day on which it was issued', () => {
    const events = [assessed('1', 'n1'), told('n2', '2026-09-04T23:30:00Z'), assessed('2', 'n2')]
    expect(decided(...events)).toEqual([
      { decision: 'assessment', decidedOn: '2026-09-05', lastDay: '2026-10-04' },
    ])
  })

  it('is no assessment that follows from an amendment of our own', () => {
    const data = { requestId: 'LRN-2', kind: 'amendment', messageId: 'm', reason: 'r' } as const
    const amended: readonly NewCaseEvent[] = [
      { type: 'request-made', data },
      { type: 'request-granted', data: { requestId: 'LRN-2' } },
      assessed('2', 'n2'),
    ]
    expect(decided(...amended)).toEqual([])
    expect(decided(...amended, assessed('3', 'n3'))).toHaveLength(1)
  })

  const reviewed = (data: object): NewCaseEvent => ({
    type: 'thread-decided',
    data: {
      ...{ threadId: 't', kind: 'appeal', outcome: 'varied', decidedOn: localDate('2026-09-20') },
      reviewed: { decision: 'assessment', decidedOn: localDate('2026-09-05') },
      ...data,
    },
  })
  const before = [told('n2', '2026-09-05T10:00:00Z'), assessed('2', 'n2')]
  const ofReview = [told('n3', '2026-09-20T10:00:00Z'), assessed('3', 'n3')]
  const later = [told('n4', '2026-09-20T15:00:00Z'), assessed('4', 'n4')]

  it.each([
    ['before', [...before, reviewed({ versionId: '3' }), ...ofReview]],
    ['after', [...before, ...ofReview, reviewed({ versionId: '3' })]],
  ])('is not what a review has concluded, told %s its assessment', (_when, events) => {
    expect(decided(...events)).toMatchObject([{ decidedOn: '2026-09-05' }])
    expect(decided(...events, ...later)).toMatchObject([{ decidedOn: '2026-09-20' }])
  })

  it('is what an officer assesses anew after a review that has left it as it was', () => {
    const stands = reviewed({ outcome: 'upheld' })
    expect(decided(...before, stands, ...ofReview)).toMatchObject([{ decidedOn: '2026-09-20' }])
  })

  it('is not what was assessed on the day of a review whose version is not on record', () => {
    const { data } = reviewed({}) as { readonly data: object }
    const lifted = upcast('thread-decided', { ...data }, 1) as object
    expect(lifted).toMatchObject({ versionId: 'not-recorded' })
    const events = [...before, reviewed(lifted), ...ofReview]
    expect(decided(...events)).toMatchObject([{ decidedOn: '2026-09-05' }])
    const tomorrow = [told('n4', '2026-09-21T10:00:00Z'), assessed('4', 'n4')]
    expect(decided(...events, ...tomorrow)).toMatchObject([{ decidedOn: '2026-09-21' }])
    expect(upcast('thread-decided', { kind: 'question', outcome: 'refused' }, 1)).toEqual({
      ...{ kind: 'question', outcome: 'refused' },
    })
  })

  it('is a refusal, and a seizure until the goods are given back', () => {
    const seized: readonly NewCaseEvent[] = [
      { type: 'declaration-accepted', data: { mrn: '26GB1' } },
      told('n1', '2026-09-02T10:00:00Z'),
      { type: 'entry-refused', data: { reason: 'no licence' } },
      told('n2', '2026-09-03T10:00:00Z'),
      { type: 'goods-seized', data: { reason: 'no licence' } },
    ]
    expect(decided(...seized)).toMatchObject([
      { decision: 'seizure', decidedOn: '2026-09-03', lastDay: '2026-10-02' },
      { decision: 'refusal', decidedOn: '2026-09-02', lastDay: '2026-10-01' },
    ])
    const restored: NewCaseEvent = { type: 'goods-restored', data: { reason: 'licence found' } }
    expect(decided(...seized, restored).map(({ decision }) => decision)).toEqual(['refusal'])
  })
})
