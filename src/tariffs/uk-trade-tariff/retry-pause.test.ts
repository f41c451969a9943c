import { expect, test } from 'vitest'

import { retryPauseMs } from './retry-pause.ts'

test.each([
  [1, undefined, 0, 500],
  [2, undefined, 0, 1_000],
  [3, undefined, 1, 2_500],
  [30, undefined, 0, 60_000],
  [1, '5', 0, 5_000],
  [6, '1', 0, 16_000],
  [1, '99999', 0, 60_000],
  [1, 'Wed, 21 Oct 2026 07:28:00 GMT', 0, 500],
])('after attempt %i, asked to wait %s, with a spread of %d it is %i ms', (...row) => {
  const [attempt, askedFor, spread, pauseMs] = row
  expect(retryPauseMs({ attempt, askedFor, firstPauseMs: 500 }, spread)).toBe(pauseMs)
})
