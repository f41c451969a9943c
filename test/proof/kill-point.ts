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
  add({ process, moment }: Sighting): KillPoint {
    const kind = `${process} ${moment}`
    const ordinal = (this.#counts.get(kind)?.ordinal ?? 0) + 1
    const point = { process, moment, ordinal }
    this.#counts.set(kind, point)
    return point
  }

  /** Every point that was counted. */
  points(): readonly KillPoint[] {
    return [...this.#counts.values()].flatMap((last) =>
      Array.from({ length: last.ordinal }, (_, index) => ({ ...last, ordinal: index + 1 })),
    )
  }
}
