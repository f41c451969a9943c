import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../test/lodged-case.ts'
import type { NewCaseEvent } from '../clearance/events/case-event.ts'
import { appealableDecisions } from './appealable-decisions.ts'

const period = { days: 30, law: 'gb-review-request' }
const decided = (...events: readonly NewCaseEvent[]) =>
  appealableDecisions(recorded([...lodgedCaseEvents('LRN-1'), ...events]), period)

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
