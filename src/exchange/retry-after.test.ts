import { describe, expect, it } from 'vitest'
import { retryAfterSeconds } from './retry-after.ts'

const now = new Date('2026-09-01T12:00:00.000Z')

describe('Retry-After', () => {
  it.each([
    ['a number of seconds', '120', 120],
    ['no wait at all', '0', 0],
    ['a date', 'Tue, 01 Sep 2026 12:01:30 GMT', 90],
    ['a date that has passed', 'Tue, 01 Sep 2026 11:00:00 GMT', 0],
  ])('is %s', (_what, value, seconds) => {
    expect(retryAfterSeconds({ 'retry-after': value }, now)).toBe(seconds)
  })

  it.each(['soon', '-5', '1.5', ''])('says nothing where it is %j', (value) => {
    expect(retryAfterSeconds({ 'retry-after': value }, now)).toBeUndefined()
  })

  it('may be absent', () => {
    expect(retryAfterSeconds({}, now)).toBeUndefined()
  })
})
