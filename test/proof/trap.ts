import type { ProcessName, Watch } from './gates/sighting.ts'
import { type KillPoint, MomentCount, nameOf } from './kill-point.ts'
import type { Trail } from './trail.ts'

/** Ends processes as a crash would, and puts new ones in their place. */
export interface Killer {
  /** Comes back when the process is dead. */
  kill(process: ProcessName): Promise<void>
  /** Comes back when a new process has taken up the work. */
  replace(process: ProcessName): Promise<void>
}

export interface ArmedTrap {
  /** Resolves when the point was reached, before the process there is killed. */
  readonly sprung: Promise<void>
  /** Resolves when a new process has taken the place of the killed one. */
  readonly replaced: Promise<void>
  /** What was seen of the order until now. */
  readonly moments: MomentCount
  /** Follows the order no longer. */
  disarm(): void
}

interface Pursuit {
  readonly trail: Trail
  readonly moments: MomentCount
  readonly point: KillPoint | undefined
  readonly spring: () => void
  readonly replace: (replaced: Promise<void>) => void
}

/**
 * Follows one order at a time through everything that passes the gates, and kills the process that
 * comes to the chosen point.
 */
export class Trap {
  readonly #killer: Killer
  #pursuit: Pursuit | undefined

  constructor(killer: Killer) {
    this.#killer = killer
  }

  readonly watch: Watch = async (sighting) => {
    const pursuit = this.#pursuit
    if (pursuit === undefined || !pursuit.trail.leadsTo(sighting.content)) return 'let-pass'
    const reached = pursuit.moments.add(sighting)
    if (pursuit.point === undefined || nameOf(reached) !== nameOf(pursuit.point)) return 'let-pass'
    this.#pursuit = undefined
    pursuit.spring()
    await this.#killer.kill(sighting.process)
    pursuit.replace(this.#killer.replace(sighting.process))
    return 'killed'
  }

  /** @param point where to kill; without one the order is only followed */
  arm(trail: Trail, point?: KillPoint): ArmedTrap {
    const moments = new MomentCount()
    const [sprung, spring] = openPromise()
    const [replaced, replace] = openPromise()
    const pursuit = { trail, moments, point, spring, replace }
    this.#pursuit = pursuit
    return {
      ...{ sprung, replaced },
      moments,
      disarm: () => {
        if (this.#pursuit === pursuit) this.#pursuit = undefined
      },
    }
  }
}

/** A promise and the function that resolves it, at once or by another promise. */
function openPromise() {
  let resolve!: (value?: Promise<void>) => void
  const promise = new Promise<void>((resolver) => {
    resolve = (value) => resolver(value)
  })
  return [promise, resolve] as const
}
