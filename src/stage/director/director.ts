import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Cast, StageRun } from '../cast/cast.ts'
import { actWords } from '../story/act-words.ts'
import type { Facts } from '../story/facts.ts'
import { newsWords } from '../story/news-words.ts'
import { type Move, nextMove } from '../story/next-move.ts'
import { type FaultName, Faults, type Machinery } from './faults.ts'
import { nextOnStage } from './next-on-stage.ts'
import {
  type Pace,
  type StageState,
  type StageSwitch,
  type SwitchName,
  switchNames,
  type SwitchStanding,
  type ToldEvent,
} from './stage-state.ts'
import { faultWords, recoveryWords, switchWords } from './switch-words.ts'

/** What the director works with. */
export interface DirectorPorts {
  readonly cast: Cast
  readonly machinery: Machinery
  readonly clock: Clock
  /** How long things take on the stage; the usual times unless a test is in a hurry. */
  readonly times?: StageTimes
}

/** Times of the stage in milliseconds, at pace 1. */
export interface StageTimes {
  readonly lookEvery: number
  readonly betweenActs: number
  /** How long a play waits with a cut line before somebody mends it. */
  readonly lineStaysCut: number
}

const usualTimes: StageTimes = { lookEvery: 350, betweenActs: 4_000, lineStaysCut: 6_000 }

/**
 * Leads one case after the other over the stage. It plans nothing ahead: before every step it reads
 * from the interfaces where the case stands, so it follows whatever a viewer does in between.
 */
export class Director {
  readonly #ports: DirectorPorts
  readonly #times: StageTimes
  readonly #faults: Faults
  readonly #events = new EventEmitter()
  readonly #closing = new AbortController()
  readonly #wanted = new Set<SwitchName>()
  readonly #looking: Promise<void>
  #mode: StageState['mode'] = 'paused'
  #pace: Pace = 1
  #isStepWanted = false
  #run: StageRun | undefined
  /** Counts how often the stage was cleared: what was begun before belongs to no case on it now. */
  #clearings = 0
  #runNumber = 0
  #facts: Facts = {}
  #move: Move = { kind: 'act', act: 'hand-in-order' }
  #told: ToldEvent[] = []
  #toldSoFar = 0
  #problem: string | undefined
  #lastActAt = 0
  #waitingSince = 0
  #shown = ''

  constructor(ports: DirectorPorts) {
    this.#ports = ports
    this.#times = ports.times ?? usualTimes
    this.#faults = new Faults(ports.machinery, {
      broken: (fault) => this.#tellFault(fault, 'fault'),
      recovered: (fault) => this.#tellFault(fault, 'recovery'),
      lost: (why) => this.#show(why),
    })
    this.#events.setMaxListeners(0)
    this.#looking = this.#lookOn()
  }

  get state(): StageState {
    const { case: view } = this.#facts
    const mrn = view?.declaration?.mrn
    return {
      ...{ mode: this.#mode, pace: this.#pace, runNumber: this.#runNumber },
      ...(this.#run !== undefined && {
        case: {
          caseId: this.#run.caseId,
          reference: this.#run.reference,
          trackingUrl: this.#run.trackingUrl,
          ...(view !== undefined && { state: view.state }),
          ...(mrn !== undefined && { mrn }),
        },
      }),
      next: nextOnStage(this.#move, this.#faults.line),
      switches: switchNames.map((name) => this.#switch(name)),
      ...{ line: this.#faults.line, worker: this.#faults.worker, told: this.#told },
      ...(this.#problem !== undefined && { problem: this.#problem }),
    }
  }

  /** Calls back with every change of the state, until the returned function is called. */
  onChange(listener: (state: StageState) => void): () => void {
    this.#events.on('change', listener)
    return () => this.#events.off('change', listener)
  }

  /** Goes on by itself; after the end of a run it begins another. */
  play(pace: Pace): void {
    if (this.#move.kind === 'end') this.clear()
    this.#mode = 'playing'
    this.#pace = pace
    this.#show()
  }

  pause(): void {
    this.#mode = 'paused'
    this.#isStepWanted = false
    this.#show()
  }

  /** Does the next act as soon as there is one. */
  step(): void {
    if (this.#move.kind === 'end') this.clear()
    this.#mode = 'paused'
    this.#isStepWanted = true
    this.#show()
  }

  /** Takes the case off the stage; it goes on to exist. The next step hands in another order. */
  clear(): void {
    this.#clearings += 1
    this.#run = undefined
    this.#facts = {}
    this.#told = []
    this.#problem = undefined
    this.#move = nextMove({}, { inspection: false })
    this.#show()
  }

  async setSwitch(name: SwitchName, wanted: 'on' | 'off'): Promise<void> {
    if (wanted === 'on') this.#wanted.add(name)
    else this.#wanted.delete(name)
    if (name === 'lose-network') {
      await (wanted === 'on' ? this.#faults.cutLine() : this.#faults.mendLine())
    }
    if (name === 'lose-answer') this.#faults.loseNextAnswer(wanted === 'on' ? 'lose' : 'keep')
    this.#show()
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#looking
  }

  async #lookOn(): Promise<void> {
    const { signal } = this.#closing
    while (!signal.aborted) {
      await this.#look()
      await sleep(this.#times.lookEvery, undefined, { signal }).catch(() => undefined)
    }
  }

  /** Reads where the case stands and does what is due; a refusal is shown, and looked at anew. */
  async #look(): Promise<void> {
    const clearings = this.#clearings
    try {
      const facts = await this.#ports.cast.readFacts(this.#run)
      // The viewer may have cleared the stage in the meantime.
      if (clearings !== this.#clearings) return
      this.#take(facts)
      await this.#goOn()
    } catch (error) {
      if (clearings !== this.#clearings) return
      this.#lastActAt = performance.now()
      this.#isStepWanted = false
      this.#show(error instanceof Error ? error.message : String(error))
    }
  }

  #take(facts: Facts): void {
    const before = this.#facts.case?.state
    const now = facts.case?.state
    // The case has moved on, so what went wrong before does not stand in its way any more.
    if (facts.case?.version !== this.#facts.case?.version) this.#problem = undefined
    this.#facts = facts
    const news = now === undefined || now === before ? undefined : newsWords[now]
    if (news !== undefined) this.#tell({ kind: 'news', by: 'customs', ...news })
    const move = nextMove(facts, { inspection: this.#wanted.has('inspect') })
    if (move.kind !== 'wait') this.#waitingSince = performance.now()
    this.#move = move
    if (move.kind === 'end' && this.#mode === 'playing') this.#mode = 'paused'
    this.#show()
  }

  async #goOn(): Promise<void> {
    const move = this.#move
    if (move.kind === 'wait') return this.#mendIfStuck()
    const isTime = performance.now() - this.#lastActAt >= this.#times.betweenActs / this.#pace
    if (move.kind !== 'act' || !(this.#isStepWanted || (this.#mode === 'playing' && isTime))) return
    this.#isStepWanted = false
    const clearings = this.#clearings
    if (this.#wanted.has('kill-worker')) {
      await this.#faults.killWorker()
      if (clearings !== this.#clearings) return
    }
    const run = await this.#perform(move)
    if (clearings !== this.#clearings) return
    if (run !== this.#run) {
      this.#run = run
      this.#runNumber += 1
    }
    this.#problem = undefined
    this.#lastActAt = performance.now()
    const { done, by, why } = actWords[move.act]
    this.#tell({ kind: 'act', by, text: done, why })
  }

  /** Does an act, and gives the run that it belongs to: the first act begins one. */
  async #perform(move: Move & { readonly kind: 'act' }): Promise<StageRun> {
    const { cast } = this.#ports
    const run = this.#run
    if (run === undefined) {
      return cast.handInOrder({
        misDescribed: this.#wanted.has('mis-describe'),
        underValued: this.#wanted.has('under-value'),
      })
    }
    const { controlId } = move
    const scene = { run, facts: this.#facts }
    await cast.perform(move.act, controlId === undefined ? scene : { ...scene, controlId })
    return run
  }

  /** Nothing gets through a cut line however long it is waited for. */
  async #mendIfStuck(): Promise<void> {
    if (!this.#faults.isCut) return
    const isPatienceOver = performance.now() - this.#waitingSince >= this.#times.lineStaysCut
    if (!this.#isStepWanted && !(this.#mode === 'playing' && isPatienceOver)) return
    this.#isStepWanted = false
    await this.setSwitch('lose-network', 'off')
  }

  #switch(name: SwitchName): StageSwitch {
    return { name, standing: this.#standingOf(name), ...switchWords[name] }
  }

  #standingOf(name: SwitchName): SwitchStanding {
    return this.#damageOf(name) ?? (this.#wanted.has(name) ? 'armed' : 'off')
  }

  /** What a switch does at this moment, whether or not it is still on. */
  #damageOf(name: SwitchName): SwitchStanding | undefined {
    const run = this.#run
    switch (name) {
      case 'mis-describe':
        return this.#lieStanding(name, run?.lies.misDescribed)
      case 'under-value':
        return this.#lieStanding(name, run?.lies.underValued)
      case 'inspect':
        return this.#isBeingInspected() ? 'at-work' : undefined
      case 'lose-network':
        return this.#faults.isCut ? 'at-work' : undefined
      case 'kill-worker':
        return this.#faults.worker === 'dead' ? 'at-work' : undefined
      case 'lose-answer':
        return this.#faults.line === 'answer-lost' ? 'at-work' : undefined
    }
  }

  /** An order that was handed in cannot be made true or false any more. */
  #lieStanding(name: SwitchName, isTold: boolean | undefined): SwitchStanding | undefined {
    if (isTold === undefined) return undefined
    if (isTold) return this.#wanted.has(name) ? 'at-work' : undefined
    return this.#wanted.has(name) ? 'next-run' : undefined
  }

  #isBeingInspected(): boolean {
    const controls = this.#facts.dossier?.controls ?? []
    return controls.some(({ kind, state }) => kind === 'inspection' && state === 'open')
  }

  #tellFault(name: FaultName, kind: 'fault' | 'recovery'): void {
    // A killed worker and a lost answer happen once each time that they are asked for.
    if (kind === 'fault' && name !== 'lose-network') this.#wanted.delete(name)
    const words = kind === 'fault' ? faultWords[name] : recoveryWords[name]
    this.#tell({ kind, by: name === 'kill-worker' ? 'worker' : 'line', ...words })
  }

  #tell(event: {
    readonly kind: ToldEvent['kind']
    readonly by: ToldEvent['by']
    readonly text: BilingualText
    readonly why?: BilingualText
  }): void {
    this.#toldSoFar += 1
    this.#told = [...this.#told, { number: this.#toldSoFar, at: this.#ports.clock.now(), ...event }]
    this.#show()
  }

  /** Tells those who listen, where something has changed. */
  #show(problem?: string): void {
    if (problem !== undefined) this.#problem = problem
    const { state } = this
    const shown = JSON.stringify(state)
    if (shown === this.#shown) return
    this.#shown = shown
    this.#events.emit('change', state)
  }
}
