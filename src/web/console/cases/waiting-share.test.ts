import { expect, test } from 'vitest'

import { waitingShare } from './waiting-share.ts'

const now = Date.parse('2026-09-08T12:00:00Z')

test('a wait fills more of its bar the longer it lasts, and never more than all of it', () => {
  const shares = ['2026-09-08T12:00:00Z', '2026-09-08T06:00:00Z', '2026-09-05T12:00:00Z'].map(
    (since) => waitingShare(since, now),
  )
  expect(shares[0]).toBe(0)
  expect(shares).toEqual(shares.toSorted())
  expect(waitingShare('2026-01-01T00:00:00Z', now)).toBe(1)
})

test('a clock that goes ahead of ours empties the bar and no more', () => {
  expect(waitingShare('2026-09-08T13:00:00Z', now)).toBe(0)
})
