import { describe, expect, it } from 'vitest'

import { fitted } from './use-row-ids.ts'

describe('ids of rows that are known by their place', () => {
  it('stay with their rows when one in the middle goes and another comes', () => {
    const ids = fitted([], 3)
    const without = ids.toSpliced(1, 1)
    expect(without).toEqual([0, 2])
    expect(fitted(without, 3)).toEqual([0, 2, 3])
  })

  it('are the very same while nothing comes or goes', () => {
    const ids = fitted([], 2)
    expect(fitted(ids, 2)).toBe(ids)
    expect(fitted(ids, 1)).toEqual([0])
  })
})
