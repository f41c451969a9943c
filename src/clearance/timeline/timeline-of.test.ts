import { describe, expect, it } from 'vitest'

import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { CaseEvent, NewCaseEvent } from '../events/case-event.ts'
import { timelineOf } from './timeline-of.ts'
import { usualDurations, wayBetween } from './usual-durations.ts'

const nothingUsual = new Map<string, number>()

/** Events one minute after the other. */
function course(...events: readonly NewCaseEvent[]): readonly CaseEvent[] {
  return recorded(events).map((event, index) => ({
    ...event,
    at: new Date(Date.UTC(2026, 8, 1, 12, index)).toISOString() as Instant,
  }))
}

const lodged = lodgedCaseEvents('LRN-1')
const rejected: NewCaseEvent = {
  type: 'declaration-rejected',
  data: { lrn: 'LRN-1', errors: [{ code: 'declaration-invalid', path: '', message: 'CDS1' }] },
}
const registered: NewCaseEvent = { type: 'declaration-registered', data: { mrn: 'M' } }
const accepted: NewCaseEvent = { type: 'declaration-accepted', data: { mrn: 'M' } }
const released: NewCaseEvent = { type: 'goods-released', data: {} }

function statesOf(events: readonly CaseEvent[]): readonly string[] {
  return timelineOf(events, nothingUsual).steps.map(({ state }) => state)
}

describe('the course of a case', () => {
  it('shows what is done, what is next and what lies ahead', () => {
    const { steps } = timelineOf(course(...lodged), nothingUsual)
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'opened done',
      'ready done',
      'lodged done',
      'registered present',
      'accepted ahead',
      'released ahead',
      'delivered ahead',
    ])
    expect(steps[0]?.at).toBe('2026-09-01T12:00:00.000Z')
  })

  it('goes back behind a rejection, which stays as a turn and as an attempt', () => {
    const { steps, turns, sideLines } = timelineOf(course(...lodged, rejected), nothingUsual)
    expect(steps.map(({ state }) => state).slice(0, 3)).toEqual(['done', 'present', 'ahead'])
    expect(turns.map(({ sentence }) => sentence.en)).toEqual([
      'Customs rejected the declaration for 1 error.',
    ])
    expect(sideLines.find(({ kind }) => kind === 'attempt')).toMatchObject({
      id: 'LRN-1',
      marks: [{}, {}],
    })
  })

  it('leaves the registration out for goods that had arrived', () => {
    const arrived = lodged.map((event): NewCaseEvent =>
      event.type === 'declaration-sent'
        ? { ...event, data: { ...event.data, additionalType: 'A' } }
        : event,
    )
    expect(statesOf(course(...arrived)).slice(3, 5)).toEqual(['passed-over', 'present'])
  })

  it('expects nothing more of a case that has ended otherwise', () => {
    const refused: NewCaseEvent = { type: 'entry-refused', data: { reason: 'Counterfeit.' } }
    const states = statesOf(course(...lodged, registered, accepted, refused))
    expect(states.slice(5)).toEqual(['passed-over', 'passed-over'])
  })

  it('keeps a control open until it is decided', () => {
    const ordered: NewCaseEvent = { type: 'examination-ordered', data: { controlId: 'c1' } }
    const satisfied: NewCaseEvent = { type: 'control-satisfied', data: { controlId: 'c1' } }
    const controlIn = (...events: readonly NewCaseEvent[]) =>
      timelineOf(course(...lodged, registered, accepted, ...events), nothingUsual).sideLines.find(
        ({ kind }) => kind === 'control',
      )
    expect(controlIn(ordered)).not.toHaveProperty('endedAt')
    expect(controlIn(ordered, satisfied)).toMatchObject({
      beganAt: '2026-09-01T12:10:00.000Z',
      endedAt: '2026-09-01T12:11:00.000Z',
    })
  })

  it('expects each station when it is usually reached', () => {
    const usual = new Map([
      [wayBetween('accepted', 'released'), 3_600_000],
      [wayBetween('accepted', 'delivered'), 86_400_000],
    ])
    const { steps } = timelineOf(course(...lodged, registered, accepted), usual)
    expect(steps.at(-2)).toMatchObject({ expectedAt: '2026-09-01T13:09:00.000Z' })
    expect(steps.at(-1)).toMatchObject({ expectedAt: '2026-09-02T12:09:00.000Z' })
    const done = timelineOf(course(...lodged, registered, accepted, released), usual).steps
    expect(done.at(-2)).not.toHaveProperty('expectedAt')
    expect(done.at(-1)).not.toHaveProperty('expectedAt')
  })
})

describe('what is usual', () => {
  const hours = (count: number) => ({
    accepted: '2026-09-01T00:00:00.000Z' as Instant,
    released: new Date(Date.UTC(2026, 8, 1, count)).toISOString() as Instant,
  })

  it('is the middle of what cases have taken', () => {
    const usual = usualDurations([hours(1), hours(9), hours(2)])
    expect(usual.get(wayBetween('accepted', 'released'))).toBe(2 * 3_600_000)
  })

  it('is not known from fewer than three', () => {
    expect(usualDurations([hours(1), hours(2)]).size).toBe(0)
  })
})
