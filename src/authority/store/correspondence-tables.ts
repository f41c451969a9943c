import type { ColumnType, JSONColumnType } from 'kysely'
import type { AppealedDecision } from '../correspondence/appealed-decision.ts'
import type { Matter } from '../correspondence/letter.ts'
import type { Awaited, ThreadKind, ThreadStatus } from '../correspondence/thread-life-cycle.ts'
import type { OfficeNotice } from '../correspondence/office-notice.ts'
import type { ThreadDecision } from '../correspondence/thread.ts'

type Time = ColumnType<Date, string, string>
type OptionalTime = ColumnType<Date | null, string | null | undefined, string | null>
/** `YYYY-MM-DD`: the connection reads days as text. */
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>

/** Letters with traders, as `../migrations/0008-correspondence.sql` has them. */
export interface CorrespondenceTables {
  readonly correspondence_thread: CorrespondenceThreadTable
  readonly correspondence_message: CorrespondenceMessageTable
  readonly correspondence_attachment: CorrespondenceAttachmentTable
  readonly correspondence_count: CorrespondenceCountTable
  readonly correspondence_change: CorrespondenceChangeTable
}

/** Whether an officer has accepted why an appeal came late. */
export type Lateness = 'pending' | 'accepted' | 'refused'

/** An exchange of letters about one matter. */
export interface CorrespondenceThreadTable {
  reference: string
  application_id: string
  kind: ThreadKind
  subject: string
  lodgement_id: string | null
  opened_by: 'trader' | 'office'
  opened_at: Time
  status: ThreadStatus
  awaits: Awaited
  answer_due_on: OptionalDay
  /** The office's own last day, which stays while it waits for the trader. */
  decide_by: OptionalDay
  matter: JSONColumnType<Matter | null, string | null, string | null>
  appealed: JSONColumnType<AppealedDecision | null, string | null, string | null>
  lateness: Lateness | null
  decision: JSONColumnType<ThreadDecision | null, string | null | undefined, string | null>
  /** When the office looks at it by itself. */
  due_at: OptionalTime
}

/** One letter. */
export interface CorrespondenceMessageTable {
  id: string
  thread: string
  application_id: string
  sent_by: 'trader' | 'office'
  /** Absent where the trader wrote, or the office by itself. */
  officer: string | null
  text: string
  at: Time
  /** The trader's own reference, under which a repeated letter is known. */
  sender_reference: string | null
  request_sha256: string | null
  /** What the trader's software was answered. */
  answer: JSONColumnType<object | null, string | null, string | null>
}

/** A file that came with a letter. */
export interface CorrespondenceAttachmentTable {
  id: string
  message_id: string
  position: number
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  content: Buffer
}

/** How many changes a trader's software was given; the row keeps their order. */
export interface CorrespondenceCountTable {
  application_id: string
  changes: ColumnType<string, number, string>
}

/** What a trader's software reads in order; rows are only added. */
export interface CorrespondenceChangeTable {
  application_id: string
  /** A `bigint`, so text. */
  number: string
  thread: string
  at: Time
  status: ThreadStatus
  awaits: Awaited
  answer_due_on: OptionalDay
  message_id: string | null
  decision: JSONColumnType<ThreadDecision | null, string | null, string | null>
  /** What it does, for the trader's software. */
  notice: JSONColumnType<OfficeNotice | null, string | null, string | null>
  actor: string
  what: string
}
