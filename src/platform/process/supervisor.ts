import { setTimeout as sleep } from 'node:timers/promises'

import { success, type Result } from '../../customs/result.ts'
import {
  startChildService,
  type ChildService,
  type ChildServiceOptions,
  type ServiceEnd,
} from './child-service.ts'

/** The services of an installation, each in its own process. */
export interface Supervisor {
  /** In the order of their start; one that was put back stands in the place of the one before. */
  readonly services: readonly ChildService[]
  /** Resolves when a service ends that was not asked to. */
  readonly failed: Promise<ServiceEnd>
  /**
   * Kills a service and starts it anew after a while, to show or to test that its death loses nothing.
   * Both promises reject where there is no service of the name, or where it does not come back.
   */
  replace(name: string, afterMs: number): Promise<Replacement>
  /** Stops the services one after the other, the last one first. */
  stop(): Promise<void>
}

/** A service that has been killed and is on its way back. */
export interface Replacement {
  /** How the killed process has ended. */
  readonly end: ServiceEnd
  /** Resolves once the new process is ready. */
  readonly back: Promise<ChildService>
}

/**
 * Starts services one after the other, so that each may rely on those before it: a later one's
 * options are made from the facts of the earlier ones. When one does not start, the others are
 * stopped again. Nothing is restarted by itself: whoever runs the supervisor decides what an end
 * means.
 */
export async function startServices(
  plans: readonly ((earlier: readonly ChildService[]) => ChildServiceOptions)[],
): Promise<Result<Supervisor>> {
  const started: Started[] = []
  for (const plan of plans) {
    const options = plan(started.map(({ service }) => service))
    const service = await startChildService(options)
    if (!service.ok) {
      await stopInReverse(started)
      return service
    }
    started.push({ options, service: service.value })
  }
  return success(new Supervision(started))
}

interface Started {
  readonly options: ChildServiceOptions
  readonly service: ChildService
}

class Supervision implements Supervisor {
  readonly failed: Promise<ServiceEnd>
  readonly #started: Started[]
  readonly #expected = new Set<ChildService>()
  readonly #comingBack = new Set<Promise<unknown>>()
  readonly #stopping = new AbortController()
  #reportFailure: (end: ServiceEnd) => void = () => undefined

  constructor(started: readonly Started[]) {
    this.#started = [...started]
    this.failed = new Promise((resolve) => (this.#reportFailure = resolve))
    for (const { service } of started) void this.#watch(service)
  }

  get services(): readonly ChildService[] {
    return this.#started.map(({ service }) => service)
  }

  async replace(name: string, afterMs: number): Promise<Replacement> {
    const place = this.#started.findIndex(({ service }) => service.name === name)
    const known = this.#started[place]
    if (known === undefined) throw new RangeError(`there is no service ${name}`)
    this.#expected.add(known.service)
    const end = await known.service.kill()
    const back = this.#startAgain(place, known.options, afterMs)
    this.#comingBack.add(back)
    // Who asked hears of a failure through `back`; here it must only not go unhandled.
    void back.catch(() => undefined).finally(() => this.#comingBack.delete(back))
    return { end, back }
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.allSettled(this.#comingBack)
    await stopInReverse(this.#started)
  }

  async #startAgain(
    place: number,
    options: ChildServiceOptions,
    afterMs: number,
  ): Promise<ChildService> {
    await sleep(afterMs, undefined, { signal: this.#stopping.signal })
    const service = await startChildService(options)
    if (!service.ok) {
      this.#reportFailure({ name: options.name, how: service.failures[0].message })
      throw new Error(service.failures[0].message)
    }
    this.#started[place] = { options, service: service.value }
    void this.#watch(service.value)
    return service.value
  }

  /** An end that was asked for is none that anybody waits to hear of. */
  async #watch(service: ChildService): Promise<void> {
    const end = await service.ended
    if (!this.#stopping.signal.aborted && !this.#expected.has(service)) this.#reportFailure(end)
  }
}

async function stopInReverse(started: readonly Started[]): Promise<void> {
  for (const { service } of [...started].reverse()) await service.stop()
}
