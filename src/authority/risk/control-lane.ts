import type { RuleOutcome } from './evaluate.ts'

/**
 * How closely an entry is looked at, as the risk rules have it: `green` is let through, `yellow` is
 * looked at on paper, `red` has its goods examined.
 */
export const controlLanes = ['green', 'yellow', 'red'] as const

/** One of {@link controlLanes}. */
export type ControlLane = (typeof controlLanes)[number]

/** The lane of an entry by the rules that have hit it: the closest look that one of them asks for. */
export function controlLane(hits: readonly Pick<RuleOutcome, 'action'>[]): ControlLane {
  if (hits.some(({ action }) => action === 'inspect')) return 'red'
  return hits.length > 0 ? 'yellow' : 'green'
}
