import { expect, test } from 'vitest'

import { formatsOf } from '../../../kit/format/formats.ts'
import { durationText } from './duration-text.ts'

test.each([
  [0, '0 seconds'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [90, '1 minute 30 seconds'],
  [11 * 60 + 20, '11 minutes'],
  [3_600, '1 hour'],
  [6_300, '1 hour 45 minutes'],
  [47 * 3_600 + 60, '47 hours 1 minute'],
  [50 * 3_600, '2 days 2 hours'],
  [72 * 3_600 + 59, '3 days'],
])('%i seconds are told as %s', (seconds, text) => {
  expect(durationText(seconds, formatsOf('en').span)).toBe(text)
})
