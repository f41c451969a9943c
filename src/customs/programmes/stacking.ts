import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { EasternTime, EasternWindow } from './eastern-time.ts'
import type { Metal } from './programme-condition.ts'
import type { ProgrammeEntry, ProvisionMode } from './programme.ts'
import type { ProgrammeLaw } from './programmes.ts'

/**
 * Facts about the goods and what their importer claims. A claim that is not made is not granted; a
 * property of the goods that is not stated and would change the duty is asked for.
 */
export interface StackingFacts {
  /** The preference under which the goods are entered, such as `USMCA`. */
  readonly preferenceClaimed?: string
  /** Chapter 99 headings that the importer declares of itself, such as `9903.05.91` for a donation. */
  readonly declaredHeadings?: readonly string[]
  /** When the goods were loaded on their last means of transport, by the clock in Washington. */
  readonly loaded?: LocalDate | EasternTime
  /** The declared value of each metal in the goods, in dollars. */
  readonly metalValueUsd?: Readonly<Partial<Record<Metal, DecimalText>>>
  /** The share of the listed metals in the weight of the goods, in percent. */
  readonly metalWeightPercent?: DecimalText
  /** Where each metal was made: steel melted and poured, aluminium smelted or cast. */
  readonly metalMadeIn?: Readonly<Partial<Record<Metal, readonly string[]>>>
  /** The value of what in the goods is of the United States, in dollars. */
  readonly usContentValueUsd?: DecimalText
  /** Answers to the questions of the programmes, by their id. */
  readonly answers?: Readonly<Record<string, boolean>>
}

/** One line of an entry, as far as additional duties depend on it. */
export interface StackingQuestion {
  /** The code of the schedule in digits; with fewer than ten the lists may not be decided. */
  readonly code: string
  /** ISO code of the country of origin. */
  readonly origin: string
  /** When the goods are entered for consumption, by the clock in Washington. */
  readonly entered: LocalDate | EasternTime
  readonly enteredValueUsd: DecimalText
  /** The duty of the schedule in dollars, unrounded, in the column that applies to the goods. */
  readonly scheduleDutyUsd: DecimalText
  readonly facts: StackingFacts
}

/** A line of Chapter 99: a duty, or a heading that is declared at nothing. */
export interface ProgrammeCharge {
  readonly programme: string
  readonly authority: ProgrammeEntry['authority']
  readonly name: BilingualText
  readonly heading: string
  readonly mode: ProvisionMode
  /** The part of the entered value that the heading is declared on, in dollars. */
  readonly baseUsd: DecimalText
  /** A percentage; absent where nothing is charged. */
  readonly percent?: DecimalText
  /** In dollars, not rounded. */
  readonly amountUsd: DecimalText
  readonly formula: BilingualText
  readonly law: ProgrammeLaw
  /** From when until when the heading applies to such goods, by the clock in Washington. */
  readonly inForce: EasternWindow
  /** The law that ended it before its time. */
  readonly endedBy?: ProgrammeLaw
}

/**
 * What became of a programme. `freed`: an exception applies to all of the value. `not-reached`: none
 * of its provisions is about such goods.
 */
export type ProgrammeOutcome = 'charged' | 'freed' | 'not-reached' | 'not-in-force' | 'other-origin'

/** A programme that was looked at, and what became of it; `explainOutcome` puts it into words. */
export interface ConsideredProgramme {
  readonly programme: string
  readonly name: BilingualText
  readonly outcome: ProgrammeOutcome
  /** The headings that are declared under it. */
  readonly headings: readonly string[]
}

/** The additional duties on a line of an entry. */
export interface ProgrammeStack {
  /** In the order of the lines on the entry summary. */
  readonly charges: readonly ProgrammeCharge[]
  /** The sum of the charges in dollars, not rounded. */
  readonly additionalDutyUsd: DecimalText
  /** Whether a heading stands in the place of the duty of the schedule, which is then not due. */
  readonly replacesScheduleDuty: boolean
  readonly considered: readonly ConsideredProgramme[]
  /** Headings that the importer declared and that apply to nothing here. */
  readonly idleDeclarations: readonly string[]
}
