import {
  type ChildService,
  type ChildServiceOptions,
  startChildService,
} from '../../src/platform/process/index.ts'
import type { ProcessName } from './gates/sighting.ts'
import type { Killer } from './trap.ts'

/** How each process is started, the first time and after every kill. */
export type ProcessPlans = Readonly<Record<ProcessName, Omit<ChildServiceOptions, 'onLine'>>>

const LINES_KEPT = 60

/** In this order each finds those that it needs. */
const inOrder = ['authority', 'api', 'worker'] as const satisfies readonly ProcessName[]

/** Keeps one process of each kind running and kills it on demand. */
export class ProcessHouse implements Killer {
  readonly #plans: ProcessPlans
  readonly #lines: string[] = []
  readonly #running = new Map<ProcessName, ChildService>()
  /** How many processes were killed until now. */
  kills = 0

  constructor(plans: ProcessPlans) {
    this.#plans = plans
  }

  /** What the processes wrote lately, for whoever has to find out what went wrong. */
  get lastLines(): readonly string[] {
    return this.#lines
  }

  async startAll(): Promise<void> {
    for (const name of inOrder) await this.replace(name)
  }

  async kill(name: ProcessName): Promise<void> {
    const service = this.#running.get(name)
    if (service === undefined) throw new Error(`there is no ${name} to kill`)
    this.kills += 1
    process.kill(service.pid, 'SIGKILL')
    await service.ended
  }

  async replace(name: ProcessName): Promise<void> {
    const started = await startChildService({
      ...this.#plans[name],
      onLine: (speaker, line) => {
        this.#lines.push(`[${speaker}] ${line}`)
        if (this.#lines.length > LINES_KEPT) this.#lines.shift()
      },
    })
    if (!started.ok) throw new Error([started.failures[0].message, ...this.#lines].join('\n'))
    this.#running.set(name, started.value)
  }

  async stopAll(): Promise<void> {
    for (const name of inOrder.toReversed()) await this.#running.get(name)?.stop()
  }
}
