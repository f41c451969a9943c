import { describe, expect, it } from 'vitest'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { HttpOutcome } from '../../platform/http/index.ts'
import { afterAttempt } from './push-schedule.ts'

const since = '2026-09-10T10:00:00.000Z' as Instant

const answered = (status: number): HttpOutcome => ({
  kind: 'answered',
  status,
  headers: {},
  body: new Uint8Array(),
})

function waitAfter(outcome: HttpOutcome, attempt: number): number {
  const next = afterAttempt({ outcome, attempt, since, now: since })
  if (next.kind !== 'again') throw new Error(next.kind)
  return (Date.parse(next.at) - Date.parse(since)) / 1000
}

describe('the schedule of pushing', () => {
  it('takes any 2xx for delivery', () => {
    for (const status of [200, 202, 204]) {
      expect(afterAttempt({ outcome: answered(status), attempt: 1, since, now: since })).toEqual({
        kind: 'delivered',
      })
    }
  })

  it('doubles its wait up to 2.5 minutes without an answer and 10 with a wrong one', () => {
    const silent: HttpOutcome = { kind: 'unknown', why: 'no answer' }
    expect([1, 2, 3, 8, 30].map((attempt) => waitAfter(silent, attempt))).toEqual([
      1, 2, 4, 128, 150,
    ])
    expect([1, 9, 11].map((attempt) => waitAfter(answered(404), attempt))).toEqual([1, 256, 600])
    expect(waitAfter(answered(503), 20)).toBe(150)
  })

  it('gives up after two weeks', () => {
    const now = '2026-09-24T10:00:00.000Z' as Instant
    expect(afterAttempt({ outcome: answered(500), attempt: 900, since, now })).toEqual({
      kind: 'given-up',
      why: 'answered 500',
    })
  })
})
