import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lifeCyclePage } from './draw-life-cycle.ts'
import { follow, IllegalTransition, nextState, pathBetween, terminalStates } from './life-cycle.ts'
import { mainLifeCycle, type MainEvent } from './main-life-cycle.ts'
import { orderLifeCycle } from './order-life-cycle.ts'
import {
  assessmentLifeCycle,
  controlLifeCycle,
  debtLifeCycle,
  questionLifeCycle,
  requestLifeCycle,
  transportLifeCycle,
} from './side-life-cycles.ts'

const all = [
  mainLifeCycle,
  orderLifeCycle,
  assessmentLifeCycle,
  controlLifeCycle,
  debtLifeCycle,
  questionLifeCycle,
  requestLifeCycle,
  transportLifeCycle,
]

describe('a life cycle', () => {
  it('leads the ordinary import from order to delivery', () => {
    const events: readonly MainEvent[] = [
      'case-opened',
      'preparation-started',
      'checks-passed',
      'declaration-sent',
      'declaration-registered',
      'declaration-accepted',
      'goods-released',
      'goods-delivered',
    ]
    const end = events.reduce<Parameters<typeof follow<never, MainEvent>>[1]>(
      (state, event) => follow(mainLifeCycle, state as never, event) as never,
      null,
    )
    expect(end).toBe('delivered')
  })

  it('has no way from preparing to lodged', () => {
    expect(nextState(mainLifeCycle, 'preparing', 'declaration-sent')).toBeUndefined()
    expect(() => follow(mainLifeCycle, 'preparing', 'declaration-sent')).toThrow(IllegalTransition)
  })

  it('never releases goods that were refused or seized', () => {
    for (const from of ['refused', 'seized', 'expired', 'invalidated'] as const) {
      const events = new Set(mainLifeCycle.transitions.map((edge) => edge.event))
      expect(pathBetween(mainLifeCycle, { from, to: 'released' }, events)).toBeUndefined()
    }
  })

  it('ends only where a case has an outcome', () => {
    expect([...terminalStates(mainLifeCycle)].sort()).toEqual(
      [
        ...['abandoned', 'destroyed', 'expired', 'forfeited'],
        ...['invalidated', 'restored', 'returned'],
      ].sort(),
    )
  })

  it.each(all)('$name has one edge for each state and event', ({ transitions }) => {
    const keys = transitions.map(({ from, event }) => `${String(from)} ${event}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(all)('$name reaches every state that it names', ({ transitions }) => {
    const reached = new Set<string>(
      transitions.filter((edge) => edge.from === null).map((edge) => edge.to),
    )
    for (let before = -1; before !== reached.size;) {
      before = reached.size
      for (const edge of transitions) if (reached.has(edge.from ?? '')) reached.add(edge.to)
    }
    expect(new Set(transitions.map((edge) => edge.to))).toEqual(reached)
  })

  it('is drawn in the documentation as the tables have it', () => {
    const page = readFileSync(new URL('../../../docs/life-cycle.md', import.meta.url), 'utf8')
    expect(page.trim()).toBe(lifeCyclePage().trim())
  })
})
