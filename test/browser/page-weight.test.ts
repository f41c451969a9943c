import { expect, test } from 'vitest'

import { firstPages, scriptBytesOf } from './page-weight.ts'

test.each(firstPages)('the page $name comes with little script', async (page) => {
  const bytes = await scriptBytesOf(page)
  expect(bytes).toBeGreaterThan(4_000)
  expect(bytes).toBeLessThan(page.mostBytes)
})
