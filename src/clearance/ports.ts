import type { Clock } from '../platform/clock.ts'
import type { Database, Schema, TenantTransaction } from '../platform/postgres/index.ts'
import type { RecordedChange, ChangeContext } from './store/record-events.ts'
import type { ReferenceData } from './reference-data.ts'

/** The jobs that the clearance of a case may ask for; payloads hold ids only. */
export interface CaseJobs {
  readonly 'case.prepare': { readonly tenantId: string; readonly caseId: string }
  readonly 'case.declare': { readonly tenantId: string; readonly caseId: string }
  readonly 'case.follow': { readonly tenantId: string; readonly caseId: string }
  readonly 'document.render': { readonly tenantId: string; readonly caseId: string }
  readonly 'message.send': { readonly tenantId: string; readonly messageId: string }
  readonly 'delivery.send': { readonly tenantId: string; readonly deliveryId: string }
}

export type CaseJobName = keyof CaseJobs

/** Puts a job into the caller's transaction: it exists if and only if the change is committed. */
export type EnqueueCaseJob = <Name extends CaseJobName>(
  transaction: TenantTransaction,
  name: Name,
  payload: CaseJobs[Name],
) => Promise<void>

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
  readonly enqueue: EnqueueCaseJob
  readonly tell: Tell
  /** Whether papers are rendered to PDF in the background so that their file hash is on record. */
  readonly renderDocuments: 'on' | 'off'
}
