import type { ClearancePorts } from '../clearance/ports.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import type { ThreadKind } from '../exchange/letters/letter-change.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'

/** What people and systems are told of a thread; types are added, never renamed. */
export type ThreadNewsType =
  | 'correspondence.received'
  | 'correspondence.decided'
  | 'correspondence.refused'
  | 'correspondence.due-soon'
  | 'correspondence.overdue'
  | 'correspondence.office-overdue'

/** Something of a thread that people and systems are told of. It holds no words of a letter. */
export interface ThreadNews {
  readonly type: ThreadNewsType
  readonly threadId: string
  readonly kind: ThreadKind
  /** The case and its reference; absent of a thread about none. */
  readonly about?: { readonly caseId: string; readonly reference: string }
  readonly answerDueOn?: LocalDate
  readonly outcome?: string
}

/**
 * Tells people and systems of a thread, within the transaction of what it tells of. Implemented by
 * `src/tracking`; handed in so that correspondence does not know who listens.
 */
export type TellOfThread = (
  transaction: TenantTransaction,
  news: ThreadNews,
  context: Pick<ChangeContext, 'tenantId' | 'now'>,
) => Promise<void>

/** What the commands of correspondence work with. */
export interface CorrespondencePorts {
  readonly clearance: ClearancePorts
  readonly tellOfThread: TellOfThread
  /** Names of the channels that carry letters, the usual one first; empty where none does. */
  readonly letterChannels: readonly LetterRoute[]
}

/** A channel that carries letters, as far as others have to know it. */
export interface LetterRoute {
  readonly name: string
  /** Whose letters may go by it; of any business where it is absent. */
  readonly businesses?: readonly string[]
  /**
   * `read`: it brings letters and nothing else, so how a thread stands a person reads in them and records.
   * Where it is absent the office tells.
   */
  readonly standing?: 'read'
}
