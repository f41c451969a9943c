import { expect, test } from 'vitest'

import { barShare } from './bar-share.ts'

test('a bar is as long as its share of the longest', () => {
  expect(barShare('77.62', ['61.19', '77.62'])).toBe(100)
  expect(barShare('20', ['40', '10'])).toBe(50)
})

test('amounts of nothing are drawn as nothing', () => {
  expect(barShare('0', ['0.00', '0'])).toBe(0)
})
