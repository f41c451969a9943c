import type { LossyWire } from '../wire/lossy-wire.ts'
import type { StageState } from './stage-state.ts'

/** What faults are told through as they come and go. */
export type FaultName = 'lose-network' | 'kill-worker' | 'lose-answer'

/** The machinery that the stage can break. */
export interface Machinery {
  /** From our worker to the authority. */
  readonly toOffice: LossyWire
  /** From the authority to our inbox. */
  readonly fromOffice: LossyWire
  /** Kills the worker's process; `back` resolves once another one works. */
  killWorker(): Promise<{ readonly back: Promise<unknown> }>
}

/** Told when damage is done and when it is mended. */
export interface FaultListener {
  broken(fault: FaultName): void
  recovered(fault: FaultName): void
  /** The worker did not come back, which the installation takes for its own failure. */
  lost(why: string): void
}

const INQUIRY = '/customs/declarations-information/'

/** Breaks real things, and watches how they come right again. */
export class Faults {
  readonly #machinery: Machinery
  readonly #tell: FaultListener
  #isAnswerLost = false
  #isWorkerDead = false

  constructor(machinery: Machinery, tell: FaultListener) {
    this.#machinery = machinery
    this.#tell = tell
    machinery.toOffice.onTraffic(({ method, path, passage }) => {
      if (passage === 'answer-lost') {
        this.#isAnswerLost = true
        tell.broken('lose-answer')
        return
      }
      // A declaration is asked for; a request about one is sent again, which the office recognises.
      const clearsUp = path.startsWith(INQUIRY) || method === 'POST'
      if (!this.#isAnswerLost || passage !== 'passed' || !clearsUp) return
      this.#isAnswerLost = false
      tell.recovered('lose-answer')
    })
  }

  get line(): StageState['line'] {
    if (this.isCut) return 'cut'
    return this.#isAnswerLost ? 'answer-lost' : 'whole'
  }

  get worker(): StageState['worker'] {
    return this.#isWorkerDead ? 'dead' : 'running'
  }

  get isCut(): boolean {
    return this.#machinery.toOffice.isCut
  }

  async cutLine(): Promise<void> {
    if (this.isCut) return
    const { toOffice, fromOffice } = this.#machinery
    await Promise.all([toOffice.cut(), fromOffice.cut()])
    this.#tell.broken('lose-network')
  }

  async mendLine(): Promise<void> {
    if (!this.isCut) return
    const { toOffice, fromOffice } = this.#machinery
    await Promise.all([toOffice.mend(), fromOffice.mend()])
    this.#tell.recovered('lose-network')
  }

  loseNextAnswer(wanted: 'lose' | 'keep'): void {
    this.#machinery.toOffice.loseNextAnswer(wanted)
  }

  /** Kills the worker unless it is dead already; it comes back by itself. */
  async killWorker(): Promise<void> {
    if (this.#isWorkerDead) return
    this.#isWorkerDead = true
    const { back } = await this.#machinery.killWorker().catch((error: unknown) => {
      // It lives on, and can be killed another time.
      this.#isWorkerDead = false
      throw error
    })
    this.#tell.broken('kill-worker')
    void back.then(
      () => {
        this.#isWorkerDead = false
        this.#tell.recovered('kill-worker')
      },
      (error: unknown) => {
        this.#tell.lost(error instanceof Error ? error.message : String(error))
      },
    )
  }
}
