import type { ConfiguredChannel } from '../exchange/channels.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Schema, TenantTransaction } from '../platform/postgres/index.ts'
import type { ReferenceData } from './reference-data.ts'
import type { ChangeContext, RecordedChange } from './store/record-events.ts'

/**
 * Tells people and systems of a change (webhooks, e-mail), within the change's own transaction.
 * Implemented by `src/tracking`; handed in so that clearance does not know who listens.
 */
export type Tell = (
  transaction: TenantTransaction,
  change: RecordedChange,
  context: ChangeContext,
) => Promise<void>

/** What the commands of the clearance work with. */
export interface ClearancePorts {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly reference: ReferenceData
  readonly tell: Tell
  /** Whether papers are rendered to PDF in the background so that their file hash is on record. */
  readonly renderDocuments: 'on' | 'off'
  /** The ways by which declarations may go beside HMRC's own interface; none unless stated. */
  readonly channels?: readonly ConfiguredChannel[]
}
