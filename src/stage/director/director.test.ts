import { afterEach, describe, expect, it, vi } from 'vitest'

import type { CaseView } from '../../api/views/case-view.ts'
import { systemClock } from '../../platform/clock.ts'
import { JourneyFailed } from '../../start/journey-client.ts'
import type { Cast, StageRun } from '../cast/cast.ts'
import type { Facts } from '../story/facts.ts'
import type { Act } from '../story/next-move.ts'
import type { LossyWire, WireTraffic } from '../wire/lossy-wire.ts'
import { Director } from './director.ts'
import type { StageState } from './stage-state.ts'

/** A cast whose world is a list of facts that the test moves on. */
class WrittenCast implements Cast {
  view: Partial<CaseView> = { state: 'preparing' }
  readonly done: string[] = []
  refuse: string | undefined

  /** What the shop is waited for with, where it takes its time. */
  shopIsReady: Promise<void> = Promise.resolve()

  async handInOrder(lies: StageRun['lies']): Promise<StageRun> {
    this.done.push('hand-in-order')
    await this.shopIsReady
    return { caseId: 'case_1', reference: 'LL-1', trackingUrl: 'http://x/t', lies }
  }

  readFacts(run: StageRun | undefined): Promise<Facts> {
    if (run === undefined) return Promise.resolve({})
    const base = { obstacles: [], findings: [], controls: [], questions: [], debts: [] }
    const view = { ...base, ...this.view } as unknown as CaseView
    return Promise.resolve({ order: { caseId: run.caseId, lies: run.lies }, case: view })
  }

  perform(act: Act): Promise<void> {
    if (this.refuse !== undefined) return Promise.reject(new JourneyFailed(this.refuse))
    this.done.push(act)
    return Promise.resolve()
  }
}

/** A wire without a machine at its ends. */
function stillWire(): LossyWire & { say(traffic: WireTraffic): void } {
  const listeners: ((traffic: WireTraffic) => void)[] = []
  return {
    url: 'http://127.0.0.1:1',
    isCut: false,
    willLoseAnswer: false,
    cut() {
      Object.assign(this, { isCut: true })
      return Promise.resolve()
    },
    mend() {
      Object.assign(this, { isCut: false })
      return Promise.resolve()
    },
    loseNextAnswer(wanted) {
      Object.assign(this, { willLoseAnswer: wanted === 'lose' })
    },
    onTraffic: (listener) => void listeners.push(listener),
    close: () => Promise.resolve(),
    say: (traffic) => listeners.forEach((listener) => listener(traffic)),
  }
}

describe('the director', () => {
  let director: Director
  afterEach(() => director.close())

  function open({ killing = 'works' }: { readonly killing?: 'works' | 'fails once' } = {}) {
    const cast = new WrittenCast()
    const [toOffice, fromOffice] = [stillWire(), stillWire()]
    const kills: (() => void)[] = []
    let mayFail = killing === 'fails once'
    const killWorker = () => {
      if (mayFail) {
        mayFail = false
        return Promise.reject(new Error('it could not be killed'))
      }
      const back = new Promise<void>((resolve) => kills.push(resolve))
      return Promise.resolve({ back })
    }
    director = new Director({
      ...{ cast, clock: systemClock, machinery: { toOffice, fromOffice, killWorker } },
      times: { lookEvery: 2, betweenActs: 8, lineStaysCut: 30 },
    })
    return { cast, toOffice, fromOffice, kills }
  }

  const reached = (expected: (state: StageState) => void) =>
    vi.waitFor(() => expected(director.state), { timeout: 2_000, interval: 5 })
  const standing = (name: string) =>
    director.state.switches.find((candidate) => candidate.name === name)?.standing
  const toldKinds = () => director.state.told.map(({ kind, by }) => `${kind} ${by}`)

  it('does one act a step, and none by itself', async () => {
    const { cast } = open()
    director.step()
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
    cast.view = { state: 'ready' }
    await reached(({ next }) => expect(next).toMatchObject({ kind: 'act', by: 'broker' }))
    expect(cast.done).toEqual(['hand-in-order'])
    director.step()
    await reached(() => expect(cast.done).toEqual(['hand-in-order', 'declare']))
  })

  it('plays by itself, and follows where somebody else has brought the case', async () => {
    const { cast } = open()
    director.play(4)
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
    cast.view = { state: 'registered' }
    await reached(() => expect(cast.done).toContain('report-arrival'))
    cast.view = { state: 'refused' }
    await reached(({ mode, next }) => {
      expect(next.kind).toBe('end')
      expect(mode).toBe('paused')
    })
    expect(cast.done).not.toContain('declare')
    expect(toldKinds()).toContain('news customs')
  })

  it('shows a refusal and goes on once the case has moved', async () => {
    const { cast } = open()
    director.step()
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
    cast.view = { state: 'ready', version: 3 }
    cast.refuse = 'it was declared already'
    await reached(({ next }) => expect(next.kind).toBe('act'))
    director.step()
    await reached(({ problem }) => expect(problem).toBe('it was declared already'))
    cast.view = { state: 'lodged', version: 4 }
    await reached(({ problem }) => expect(problem).toBeUndefined())
  })

  it('cuts the line both ways, and a play mends it when nothing else can go on', async () => {
    const { cast, toOffice, fromOffice } = open()
    await director.setSwitch('lose-network', 'on')
    expect([toOffice.isCut, fromOffice.isCut]).toEqual([true, true])
    expect(director.state.line).toBe('cut')
    director.play(4)
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
    cast.view = { state: 'lodged' }
    await reached(({ line }) => expect(line).toBe('whole'))
    expect(standing('lose-network')).toBe('off')
    expect(toldKinds()).toEqual(expect.arrayContaining(['fault line', 'recovery line']))
  })

  it('mends the line by a step where a step would only wait', async () => {
    const { cast } = open()
    director.step()
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
    cast.view = { state: 'lodged' }
    await director.setSwitch('lose-network', 'on')
    await reached(({ next }) => expect(next.kind).toBe('mend'))
    director.step()
    await reached(({ line }) => expect(line).toBe('whole'))
  })

  it('kills the worker before the next act, once, and tells when another is at work', async () => {
    const { cast, kills } = open()
    await director.setSwitch('kill-worker', 'on')
    expect(standing('kill-worker')).toBe('armed')
    director.step()
    await reached(({ worker }) => expect(worker).toBe('dead'))
    await reached(() => expect(cast.done).toEqual(['hand-in-order']))
    expect(standing('kill-worker')).toBe('at-work')
    kills[0]?.()
    await reached(({ worker }) => expect(worker).toBe('running'))
    expect(standing('kill-worker')).toBe('off')
    expect(kills).toHaveLength(1)
    expect(toldKinds()).toEqual(expect.arrayContaining(['fault worker', 'recovery worker']))
  })

  it('tells of a lost answer until the sender has asked what became of its message', async () => {
    const { toOffice } = open()
    await director.setSwitch('lose-answer', 'on')
    expect(toOffice.willLoseAnswer).toBe(true)
    const path = '/customs/declarations'
    toOffice.say({ method: 'POST', path, passage: 'answer-lost' })
    expect(director.state.line).toBe('answer-lost')
    expect(standing('lose-answer')).toBe('at-work')
    const inquiry = '/customs/declarations-information/ducr/6GB/status'
    toOffice.say({ method: 'GET', path: inquiry, passage: 'passed' })
    expect(director.state.line).toBe('whole')
    expect(standing('lose-answer')).toBe('off')
    expect(toldKinds()).toEqual(['fault line', 'recovery line'])
  })

  it('leaves an order aside that comes in after the stage was cleared', async () => {
    const { cast } = open()
    let ready = (): void => undefined
    cast.shopIsReady = new Promise((resolve) => (ready = resolve))
    director.step()
    await reached(() => expect(cast.done).toEqual(['hand-in-order']))
    director.clear()
    ready()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(director.state).toMatchObject({ runNumber: 0, told: [] })
    expect(director.state.case).toBeUndefined()
    director.step()
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
  })

  it('can kill a worker another time that could not be killed', async () => {
    const { cast } = open({ killing: 'fails once' })
    await director.setSwitch('kill-worker', 'on')
    director.step()
    await reached(({ problem }) => expect(problem).toBe('it could not be killed'))
    expect(director.state.worker).toBe('running')
    director.step()
    await reached(({ worker }) => expect(worker).toBe('dead'))
    await reached(() => expect(cast.done).toEqual(['hand-in-order']))
  })

  it('says that a lie comes too late for an order that was handed in', async () => {
    open()
    await director.setSwitch('mis-describe', 'on')
    director.step()
    await reached(({ runNumber }) => expect(runNumber).toBe(1))
    await director.setSwitch('under-value', 'on')
    expect(standing('mis-describe')).toBe('at-work')
    expect(standing('under-value')).toBe('next-run')
    director.clear()
    expect(standing('under-value')).toBe('armed')
    expect(director.state.case).toBeUndefined()
  })
})
