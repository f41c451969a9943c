import { describe, expect, it } from 'vitest'
import { lodgementStates, transitions, type LodgementEvent } from './lodgement-state.ts'
import { nextState } from './next-state.ts'

const events = [...new Set(transitions.map((edge) => edge.event))]

describe('the life cycle of a lodgement', () => {
  it('takes exactly the edges of its table', () => {
    const taken = lodgementStates.flatMap((from) =>
      events.flatMap((event) => {
        const next = nextState(from, event)
        return next.ok ? [`${from} ${event} ${next.value}`] : []
      }),
    )
    const table = transitions.map(({ from, event, to }) => `${from} ${event} ${to}`)
    expect(taken.sort()).toEqual([...table].sort())
  })

  it('has one way from a state by an event', () => {
    const keys = transitions.map(({ from, event }) => `${from} ${event}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('reaches every state from the first', () => {
    const reached = new Set<string>(['received'])
    for (const _round of lodgementStates) {
      for (const { from, to } of transitions) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...lodgementStates].sort())
  })

  it('says what can happen instead of an illegal step', () => {
    const result = nextState('released', 'refuse' satisfies LodgementEvent)
    expect(result).toMatchObject({
      ok: false,
      failures: [{ code: 'illegal-transition', mend: 'What can happen now: clear.' }],
    })
  })
})
