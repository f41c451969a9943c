import { describe, expect, it } from 'vitest'

import type { Problem } from './problem.ts'
import { beginAttempt } from './attempts.ts'

const unanswered = { status: 0, failures: [] } as unknown as Problem
const refused = { status: 409, failures: [{ code: 'conflict' }] } as unknown as Problem
const inFlight = {
  ...{ status: 409, failures: [{ code: 'idempotency-key-in-flight' }] },
} as unknown as Problem

let places = 0
const pay = (amount = '1.00') => beginAttempt(`/v1/cases/${places}/payments`, { amount })

describe('the key of a change', () => {
  it.each([
    ['was lost', unanswered],
    ['was an error of the server', { ...unanswered, status: 502 }],
    ['was that nobody is signed in any more', { ...unanswered, status: 401 }],
    ['was that the first sending is still at work', inFlight],
  ])('stays the same while its answer %s', (_, outcome) => {
    places += 1
    const first = pay()
    first.settle(outcome)
    expect(pay().idempotencyKey).toBe(first.idempotencyKey)
  })

  it.each([
    ['made', undefined],
    ['refused', refused],
  ])('is another one once the change was %s', (_, outcome) => {
    places += 1
    const first = pay()
    first.settle(unanswered)
    pay().settle(outcome)
    expect(pay().idempotencyKey).not.toBe(first.idempotencyKey)
  })

  it('is another one where something else is asked for', () => {
    places += 1
    const first = pay()
    first.settle(unanswered)
    expect(pay('2.00').idempotencyKey).not.toBe(first.idempotencyKey)
  })

  it('is the same for the same file, and another for another', () => {
    places += 1
    const upload = (lastModified: number) => {
      const body = new FormData()
      body.set('kind', 'proof-of-payment')
      body.set('file', new File(['%PDF'], 'payment.pdf', { lastModified }))
      return beginAttempt(`/v1/cases/${places}/attachments`, body)
    }
    const first = upload(1)
    first.settle(unanswered)
    expect(upload(1).idempotencyKey).toBe(first.idempotencyKey)
    expect(upload(2).idempotencyKey).not.toBe(first.idempotencyKey)
  })
})
