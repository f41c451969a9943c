import { describe, expect, it } from 'vitest'
import {
  decidedKinds,
  threadKinds,
  threadTransition,
  threadTransitions,
} from './thread-life-cycle.ts'

describe('the life cycle of a thread', () => {
  it('has one way from a status by an event for each kind', () => {
    const keys = threadTransitions.flatMap(({ kinds, from, event }) =>
      kinds.map((kind) => `${kind} ${from} ${event}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('ends with being closed, from wherever it stands', () => {
    expect(threadTransitions.filter(({ from }) => from === 'closed')).toEqual([])
    for (const kind of threadKinds) {
      expect(threadTransition({ kind, status: 'open' }, 'close')?.to).toBe('closed')
    }
  })

  it('decides only what is to be decided, and once', () => {
    for (const kind of threadKinds) {
      const isDecided = threadTransition({ kind, status: 'open' }, 'decide') !== undefined
      expect(isDecided).toBe(decidedKinds.includes(kind))
      expect(threadTransition({ kind, status: 'decided' }, 'decide')).toBeUndefined()
    }
  })

  it('waits for the trader whenever the office asks, and for the office whenever the trader writes', () => {
    for (const { event, awaits } of threadTransitions) {
      if (event === 'office-asks') expect(awaits).toBe('trader')
      if (event === 'trader-writes') expect(awaits).toBe('office')
    }
  })

  it('does not take a matter for answered because the office has written', () => {
    for (const kind of decidedKinds) {
      expect(threadTransition({ kind, status: 'open' }, 'office-tells')).toMatchObject({
        to: 'open',
        awaits: 'office',
      })
    }
  })
})
