import type { ThreadView, WholeThreadView } from '../../../api/views/thread-view.ts'

/** What a letter can decide. */
export type ReadOutcome = NonNullable<ThreadView['decision']>['outcome']

/** What a ruling is on. */
export type RulingAbout = NonNullable<WholeThreadView['ruling']>['ruling']

/** What somebody has typed of what a letter states. */
export interface ReadingEntry {
  readonly letterId: string
  readonly outcome: ReadOutcome | ''
  readonly reasons: string
  readonly decidedOn: string
  readonly rulingReference: string
  readonly validFrom: string
  readonly validUntil: string
  /** What the ruling holds: a code or an origin. */
  readonly ruled: string
  /** Whose turn it is; nobody is taken to be awaited before that is said. */
  readonly awaits: 'trader' | 'office' | 'nobody' | ''
  readonly answerDueOn: string
  readonly isClosed: boolean
}

/** Nothing typed yet of a letter. */
export function emptyEntry(letterId = ''): ReadingEntry {
  return {
    ...{ letterId, outcome: '', reasons: '', decidedOn: '' },
    ...{ rulingReference: '', validFrom: '', validUntil: '', ruled: '' },
    ...{ awaits: '', answerDueOn: '', isClosed: false },
  }
}

const ruledForms = { tariff: /^\d{6,10}$/, origin: /^[A-Z]{2}$/ } as const

/** Whether enough is typed to be recorded. */
export function isWholeReading(entry: ReadingEntry, about: RulingAbout): boolean {
  const { outcome, reasons, decidedOn, awaits, isClosed } = entry
  if (awaits === '' && !isClosed) return false
  if (outcome === '') return true
  const { rulingReference, validFrom, validUntil, ruled } = entry
  const isRuled =
    rulingReference.trim() !== '' &&
    validFrom !== '' &&
    validUntil !== '' &&
    ruledForms[about].test(ruled)
  return reasons.trim() !== '' && decidedOn !== '' && (outcome !== 'issued' || isRuled)
}

/** What was typed as the interface takes it. */
export function readingOf(entry: ReadingEntry, about: RulingAbout) {
  const { letterId, outcome, reasons, decidedOn, answerDueOn, isClosed } = entry
  const { rulingReference, validFrom, validUntil, ruled } = entry
  const details = {
    ...{ rulingReference, validFrom, validUntil },
    ...(about === 'tariff' ? { code: ruled } : { origin: ruled }),
  }
  // What is ended waits for nobody.
  const awaits = isClosed ? 'nobody' : entry.awaits
  return {
    ...{ letterId, awaits },
    ...(outcome !== '' && {
      decision: { outcome, reasons, decidedOn, ...(outcome === 'issued' && { details }) },
    }),
    ...(awaits === 'trader' && answerDueOn !== '' && { answerDueOn }),
    ...(isClosed && { isClosed }),
  }
}
