import type { FoundMessage } from '../../exchange/find-messages.ts'
import type { FoundStray } from '../../exchange/stray.ts'
import { instantOf } from '../../platform/clock.ts'

/** A message as one line of JSON, for whoever runs the installation. */
export function messageLine(row: FoundMessage) {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    caseId: row.case_id,
    caseReference: row.case_reference,
    channel: row.channel,
    kind: row.kind,
    lrn: row.lrn,
    state: row.state,
    attempts: row.attempts,
    ...(row.last_error !== null && { lastError: row.last_error }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    createdAt: instantOf(row.created_at),
    ...(row.sent_at !== null && { sentAt: instantOf(row.sent_at) }),
    ...((row.state === 'due' || row.state === 'unknown') && {
      nextAttemptAt: instantOf(row.due_at),
    }),
    ...(row.waits_for !== null && { waitsFor: row.waits_for }),
    ...(row.replaced_by !== null && { replacedBy: row.replaced_by }),
    sha256: row.sha256,
    bytes: row.byte_count,
  }
}

/** A stray notification as one line of JSON. */
export function strayLine(row: FoundStray) {
  return {
    id: row.id,
    channel: row.channel,
    receivedAt: instantOf(row.received_at),
    why: row.why,
    state: row.outcome ?? 'open',
    ...(row.lrn !== null && { lrn: row.lrn }),
    ...(row.mrn !== null && { mrn: row.mrn }),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    ...(row.settled_at !== null && {
      settled: {
        at: instantOf(row.settled_at),
        actor: row.settled_by,
        ...(row.settled_why !== null && { reason: row.settled_why }),
        ...(row.case_id !== null && { caseId: row.case_id }),
      },
    }),
    sha256: row.sha256,
  }
}
