import { describe, expect, it } from 'vitest'

import { attendance } from './attendance.ts'

describe('an open page', () => {
  it('speaks for a person while it was touched a moment ago', () => {
    expect(attendance(performance.now() + 59_000)).toEqual({})
  })

  it('says that it speaks by itself once nobody has touched it for a minute', () => {
    expect(attendance(performance.now() + 61_000)).toEqual({ 'tidewaiter-unattended': '1' })
  })
})
