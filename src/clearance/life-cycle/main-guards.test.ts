import { describe, expect, it } from 'vitest'
import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { replay } from '../evolve.ts'
import { GuardNotMet } from './life-cycle.ts'

const lodged = lodgedCaseEvents('LRN-1')
const upTo = (type: NewCaseEvent['type']) =>
  lodged.slice(
    0,
    lodged.findIndex((e) => e.type === type),
  )
const replayed = (...events: readonly NewCaseEvent[]) => replay(recorded(events))

const unmet: readonly (readonly [string, readonly NewCaseEvent[]])[] = [
  [
    'a registration without its MRN',
    [...lodged, { type: 'declaration-registered', data: { mrn: '' } }],
  ],
  [
    'an acceptance without its MRN',
    [...lodged, { type: 'declaration-accepted', data: { mrn: '' } }],
  ],
  [
    'a rejection of no attempt',
    [...lodged, { type: 'declaration-rejected', data: { lrn: '', errors: [] } }],
  ],
  [
    'readiness while something stands in the way',
    [
      ...upTo('checks-passed'),
      {
        type: 'checks-completed',
        data: { findings: [], failures: [{ code: 'fact-missing', path: '', message: 'missing' }] },
      },
      { type: 'checks-passed', data: {} },
    ],
  ],
  [
    'the sending of another declaration than the one that was filled',
    [
      ...upTo('declaration-sent'),
      {
        type: 'declaration-sent',
        data: { messageId: 'message_01', lrn: 'LRN-2', sha256: '00', additionalType: 'D' },
      },
    ],
  ],
  [
    'a seizure without a reason',
    [
      ...lodged,
      { type: 'declaration-accepted', data: { mrn: '26GB1' } },
      { type: 'goods-seized', data: { reason: '' } },
    ],
  ],
]

describe('the main line', () => {
  it.each(unmet)('does not allow %s', (_, events) => {
    expect(() => replayed(...events)).toThrow(GuardNotMet)
  })

  it('allows the same steps when they say what they need', () => {
    expect(replayed(...lodged).main).toBe('lodged')
    const registered: NewCaseEvent = { type: 'declaration-registered', data: { mrn: '26GB1' } }
    expect(replayed(...lodged, registered).main).toBe('registered')
  })
})
