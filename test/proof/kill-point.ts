import type { Moment, ProcessName, Sighting } from './gates/sighting.ts'

/** The n-th time that a process comes to a kind of moment in the course of one order. */
export interface KillPoint {
  readonly process: ProcessName
  readonly moment: Moment
  /** From 1. */
  readonly ordinal: number
}

export function nameOf({ process, moment, ordinal }: KillPoint): string {
  return `${process} ${moment} ${ordinal}`
}

/** How often each process came to each kind of moment in the course of one order. */
export class MomentCount {
  readonly #counts = new Map<string, KillPoint>()

  /** Counts a moment and says the how-manieth of its kind it is. */
  add({ process, moment }: Pick<Sighting, 'process' | 'moment'>): KillPoint {
    const point = { process, moment, ordinal: this.timesOf({ process, moment }) + 1 }
    this.#counts.set(`${process} ${moment}`, point)
    return point
  }

  /** How often a moment of this kind was counted. */
  timesOf({ process, moment }: Pick<Sighting, 'process' | 'moment'>): number {
    return this.#counts.get(`${process} ${moment}`)?.ordinal ?? 0
  }

  /** Every point that was counted. */
  points(): readonly KillPoint[] {
    return [...this.#counts.values()].flatMap((last) =>
      Array.from({ length: last.ordinal }, (_, index) => ({ ...last, ordinal: index + 1 })),
    )
  }
}
