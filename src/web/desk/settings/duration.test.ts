import { expect, it } from 'vitest'

import { durationOf, secondsOf } from './duration.ts'

it.each([
  [0, { count: 0, unit: 'seconds' }],
  [45, { count: 45, unit: 'seconds' }],
  [90, { count: 90, unit: 'seconds' }],
  [600, { count: 10, unit: 'minutes' }],
  [86_400, { count: 1, unit: 'days' }],
  [90_000, { count: 25, unit: 'hours' }],
  [2_592_000, { count: 30, unit: 'days' }],
])('%i seconds are written in the largest unit that needs no fraction', (seconds, duration) => {
  expect(durationOf(seconds)).toEqual(duration)
  expect(secondsOf(durationOf(seconds))).toBe(seconds)
})
