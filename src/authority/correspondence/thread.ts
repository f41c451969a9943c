import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { Lateness } from '../store/correspondence-tables.ts'
import type { AppealedDecision } from './appealed-decision.ts'
import type { Matter } from './letter.ts'
import type { Awaited, ThreadKind, ThreadStatus } from './thread-life-cycle.ts'

/** An exchange of letters as the office works on it. */
export interface Thread {
  /** The office's reference, `COR-2026-000017`. */
  readonly reference: string
  readonly applicationId: string
  readonly kind: ThreadKind
  readonly subject: string
  /** The declaration that it is about. */
  readonly lodgementId?: string
  readonly mrn?: string
  readonly openedBy: 'trader' | 'office'
  readonly openedAt: Instant
  readonly status: ThreadStatus
  readonly awaits: Awaited
  /** Last day for whoever it awaits. */
  readonly answerDueOn?: LocalDate
  /** The office's own last day to decide, which stays while it waits for the trader. */
  readonly decideBy?: LocalDate
  readonly matter?: Matter
  readonly appealed?: AppealedDecision
  readonly lateness?: Lateness
  readonly decision?: ThreadDecision
  /** When the office looks at it by itself. */
  readonly dueAt?: Instant
}

/** Every end that a thread to be decided can come to; which are open to which kind says `decide-thread.ts`. */
export const threadOutcomes = [
  'accepted',
  'accepted-in-part',
  'refused',
  'issued',
  'upheld',
  'varied',
  'cancelled',
] as const

/** How a correction, a request for a ruling or a review was decided; the last three are of the decision reviewed. */
export type ThreadOutcome = (typeof threadOutcomes)[number]

/** What was decided, as the trader is told it. */
export interface ThreadDecision {
  readonly outcome: ThreadOutcome
  readonly reasons: string
  readonly decidedOn: LocalDate
  /** What follows from it: the ruling, the new version of the declaration, what could not be undone. */
  readonly details?: ThreadDecisionDetails
}

/** Details of a decision, by what it was about. */
export interface ThreadDecisionDetails {
  readonly rulingReference?: string
  readonly code?: string
  readonly origin?: string
  readonly validFrom?: LocalDate
  readonly validUntil?: LocalDate
  /** The version of the declaration that the decision has made; what is due is told by its own notification. */
  readonly version?: number
  /** Why the decision that was cancelled stays without a remedy on the declaration. */
  readonly notUndone?: string
  /** What has become of the goods or the decision. */
  readonly effect?: string
}
