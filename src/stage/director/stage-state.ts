import type { MainState } from '../../clearance/life-cycle/main-life-cycle.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Player } from '../story/act-words.ts'

/** What can be made to go wrong, or to be looked at, while a case is on its way. */
export const switchNames = [
  'mis-describe',
  'under-value',
  'inspect',
  'lose-network',
  'kill-worker',
  'lose-answer',
] as const

/** One of {@link switchNames}. */
export type SwitchName = (typeof switchNames)[number]

/**
 * How a switch stands. `armed` waits for its moment, `at-work` does its damage now, `next-run` came
 * too late for the order that is on its way.
 */
export type SwitchStanding = 'off' | 'armed' | 'at-work' | 'next-run'

/** A switch as the page shows it. */
export interface StageSwitch {
  readonly name: SwitchName
  readonly standing: SwitchStanding
  readonly title: BilingualText
  /** What it does and what is to be seen of it. */
  readonly explanation: BilingualText
}

/** Something that has happened on the stage, for the narration and its history. */
export interface ToldEvent {
  /** Counts up over the life of the stage. */
  readonly number: number
  readonly at: Instant
  /** `news` comes from customs by itself; a `recovery` ends a `fault`. */
  readonly kind: 'act' | 'news' | 'fault' | 'recovery'
  readonly by: Player | 'customs' | 'line' | 'worker'
  readonly text: BilingualText
  readonly why?: BilingualText
}

/** What comes next, in words; `act` and `mend` are what a step does, `person` is for the viewer. */
export interface NextOnStage {
  readonly kind: 'act' | 'mend' | 'wait' | 'person' | 'end'
  readonly text: BilingualText
  readonly by?: Player
}

/** The case that is on the stage. */
export interface StageCase {
  readonly caseId: string
  readonly reference: string
  readonly trackingUrl: string
  readonly state?: MainState
  /** Absent until the authority has given it. */
  readonly mrn?: string
}

/** How fast a play goes; 1 leaves time to read every sentence. */
export const paces = [1, 2, 4] as const

/** One of {@link paces}. */
export type Pace = (typeof paces)[number]

/** Everything that the page shows of the stage beside the three panes. */
export interface StageState {
  readonly mode: 'playing' | 'paused'
  readonly pace: Pace
  /** Counts the orders that were handed in since the start; 0 before the first. */
  readonly runNumber: number
  readonly case?: StageCase
  readonly next: NextOnStage
  readonly switches: readonly StageSwitch[]
  /** The line between our worker and the authority, both ways. */
  readonly line: 'whole' | 'cut' | 'answer-lost'
  readonly worker: 'running' | 'dead'
  /** Oldest first, of the present run. */
  readonly told: readonly ToldEvent[]
  /** Why the latest step was refused, or an interface did not answer; absent where all went well. */
  readonly problem?: string
}
