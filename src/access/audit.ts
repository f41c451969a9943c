import type { Instant } from '../customs/calendar/local-date.ts'
import type { Actor } from '../clearance/events/actor.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'

/** By whom and when access is changed. */
export interface AccessContext {
  readonly tenantId: string
  readonly actor: Actor
  readonly now: Instant
}

/**
 * A change of who may enter, of what a tenant is and can show of itself, of whom it knows at an
 * authority, or of what can still be read. What happens to cases is not here: it stands in the events of the case.
 */
export interface AccessChange {
  readonly action:
    | 'tenant-created'
    | 'tenant-changed'
    | 'key-issued'
    | 'key-revoked'
    | 'person-invited'
    | 'person-changed'
    | 'sign-in-link-issued'
    | 'signed-in'
    | 'session-ended'
    | 'passkey-added'
    | 'passkey-removed'
    | 'personal-data-erased'
    | 'authority-connected'
    | 'authority-disconnected'
    | 'contact-added'
    | 'contact-changed'
    | 'contact-removed'
    | 'evidence-added'
    | 'evidence-withdrawn'
  /** The id of what was changed. */
  readonly subject: string
  /** What an auditor wants to know beside that; never a secret, never personal data. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Records a change of what can be entered or read, in the transaction that makes it. The table is insert-only by grant:
 * neither the API nor a worker can take an entry back.
 */
export async function recordAccessChange(
  transaction: TenantTransaction,
  { action, subject, detail = {} }: AccessChange,
  { tenantId, actor, now }: AccessContext,
): Promise<void> {
  await transaction
    .insertInto('audit_entry')
    .values({
      tenant_id: tenantId,
      actor: JSON.stringify(actor),
      action,
      subject,
      detail: JSON.stringify(detail),
      at: now,
    })
    .execute()
}
