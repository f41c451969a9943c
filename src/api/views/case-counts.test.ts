import { describe, expect, test } from 'vitest'

import { type CaseGroup, countsOf } from './case-counts.ts'

const groups: readonly CaseGroup[] = [
  { state: 'ready', waitingFor: 'declaring', count: 3 },
  { state: 'accepted', waitingFor: 'the-authority', count: 5 },
  { state: 'accepted', waitingFor: 'documents', count: 2 },
  { state: 'delivered', waitingFor: null, count: 7 },
]

describe('the counts beside a list', () => {
  test('add up to all cases where nothing is narrowed', () => {
    expect(countsOf(groups, {})).toEqual({
      total: 17,
      states: [
        { state: 'ready', count: 3 },
        { state: 'accepted', count: 7 },
        { state: 'delivered', count: 7 },
      ],
      waitingFor: [
        { waitingFor: 'declaring', count: 3 },
        { waitingFor: 'the-authority', count: 5 },
        { waitingFor: 'documents', count: 2 },
      ],
      whose: [
        { whose: 'yours', count: 5 },
        { whose: 'authority', count: 5 },
      ],
    })
  })

  test('of states tell what another choice of states would show', () => {
    const { total, states, whose } = countsOf(groups, { state: ['accepted'], whose: ['yours'] })
    expect(total).toBe(2)
    expect(states).toEqual([
      { state: 'ready', count: 3 },
      { state: 'accepted', count: 2 },
    ])
    expect(whose).toEqual([
      { whose: 'authority', count: 5 },
      { whose: 'yours', count: 2 },
    ])
  })
})
