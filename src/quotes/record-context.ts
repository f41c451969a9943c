import type { Instant } from '../customs/calendar/local-date.ts'

/** For whom, by whom, because of what and when something is put on record. */
export interface RecordContext {
  readonly tenantId: string
  readonly actor: object
  readonly cause: object
  readonly now: Instant
}
