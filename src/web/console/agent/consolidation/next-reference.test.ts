import { expect, it } from 'vitest'

import { nextReference } from './next-reference.ts'

/** Five past one at night where the reader is, which may still be the day before in Greenwich. */
const atNight = new Date(2026, 8, 1, 1, 5, 9)

it('begins with day and time of whoever opens the shipment', () => {
  expect(nextReference([], atNight)).toBe('S-260901-010509')
})

it('differs from those that are open', () => {
  expect(nextReference([{ reference: 'S-260901-010509' }], atNight)).toBe('S-260901-010509-1')
})
