import { expect, test } from 'vitest'

import { weekBars } from './week-bars.ts'

const span = { from: '2026-08-17T00:00:00.000Z', weeks: 4 }

test('a week is drawn where it stands, nine of ten behind the middle, and the top is the longest', () => {
  const { bars, topSeconds } = weekBars(
    [
      { from: '2026-08-17T00:00:00.000Z' as never, count: 2, medianSeconds: 50, p90Seconds: 100 },
      { from: '2026-08-31T00:00:00.000Z' as never, count: 9, medianSeconds: 100, p90Seconds: 200 },
    ],
    span,
  )
  expect(topSeconds).toBe(200)
  expect(bars.map(({ of, x, y, height }) => [of, x, y, height])).toEqual([
    ['p90', 0, 0.5, 0.5],
    ['median', 0, 0.75, 0.25],
    ['p90', 0.5, 0, 1],
    ['median', 0.5, 0.5, 0.5],
  ])
})

test('nothing is drawn of weeks in which nothing was measured', () => {
  expect(weekBars([], span)).toEqual({ bars: [], topSeconds: 1 })
})
