import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseEventType, NewCaseEvent } from '../events/case-event.ts'
import { pseudonymise } from './personal-fields.ts'
import { readPersonalFieldsOfOrders } from './personal-record.ts'

/**
 * Whether an event holds words that somebody wrote, or a sentence that names the parties: a name or
 * an address may stand there. The others hold codes, figures, ids and sentences of the reference
 * data. Every event type has to say it, so that a new one cannot be forgotten.
 */
const holdsWords: Readonly<Record<CaseEventType, boolean>> = {
  'case-opened': false,
  'return-opened': false,
  'preparation-started': false,
  'preparation-failed': false,
  'lane-decided': false,
  'parties-decided': false,
  'quote-made': false,
  'documents-listed': false,
  'documents-prepared': false,
  'document-rendered': false,
  'document-attached': false,
  'document-issued': true,
  'preference-statement-signed': false,
  'importers-knowledge-recorded': false,
  'checks-completed': true,
  'checks-passed': false,
  'goods-data-changed': false,
  'case-stopped': true,
  'case-reopened': true,
  'declaration-filled': false,
  'declaration-sent': false,
  'message-delivered': false,
  'message-refused': true,
  'message-outcome-unknown': true,
  'message-dead': true,
  'message-set-aside': true,
  'notification-received': false,
  'declaration-rejected': true,
  'declaration-registered': false,
  'declaration-accepted': false,
  'declaration-facts-learned': false,
  'declaration-expired': true,
  'declaration-invalidated': true,
  'entry-refused': true,
  'goods-seized': true,
  'goods-released': false,
  'file-closed': false,
  'goods-exited': false,
  'documents-requested': true,
  'examination-ordered': false,
  'documents-answered': false,
  'documents-not-taken': true,
  'goods-examined': true,
  'control-satisfied': false,
  'control-not-satisfied': true,
  'control-lapsed': false,
  'question-asked': true,
  'question-answered': true,
  'question-closed': false,
  'question-lapsed': false,
  'assessment-notified': false,
  'assessment-corrected': false,
  'assessment-final': false,
  'debt-incurred': false,
  'debt-secured': false,
  'debt-paid': false,
  'debt-reduced': false,
  'debt-refunded': false,
  'debt-written-off': true,
  'security-required': true,
  'security-lowered': false,
  'security-given': false,
  'security-returned': true,
  'security-taken': false,
  'funds-insufficient': false,
  'charges-settled': true,
  'arrival-notified': false,
  'request-made': true,
  'request-granted': false,
  'request-denied': true,
  'supplementary-owed': false,
  'supplementary-reminded': false,
  'supplementary-overdue': false,
  'supplementary-goods-changed': false,
  'supplementary-sent': false,
  'supplementary-rejected': true,
  'supplementary-accepted': false,
  'supplementary-invalidated': true,
  'supplementary-cleared': false,
  'letter-written': false,
  'letter-refused': true,
  'letter-received': false,
  'thread-decided': false,
  'thread-closed': false,
  'goods-kept-back': true,
  'kept-goods-seized': true,
  'kept-goods-restored': true,
  'kept-goods-lost': true,
  'penalty-warned': false,
  'penalty-imposed': false,
  'penalty-lowered': false,
  'penalty-paid': false,
  'penalty-withdrawn': false,
  'transport-pre-advised': true,
  'goods-departed': true,
  'goods-arrived': true,
  'goods-presented': true,
  'goods-handed-over': true,
  'goods-delivered': true,
  'delivery-failed': true,
  'goods-returned': true,
  'goods-destroyed': true,
  'goods-abandoned': true,
  'goods-restored': true,
  'goods-forfeited': true,
}

/**
 * Events as they may be recorded for good: references stand for the personal values of the orders,
 * wherever somebody has written one. What a person is called only in part, or by another name, is
 * not known here and stays.
 */
export async function withReferences(
  transaction: TenantTransaction,
  orderIds: readonly string[],
  events: readonly NewCaseEvent[],
): Promise<readonly NewCaseEvent[]> {
  if (orderIds.length === 0 || !events.some(mayNameSomebody)) return events
  const personal = await readPersonalFieldsOfOrders(transaction, orderIds)
  return events.map((event) => (holdsWords[event.type] ? pseudonymise(event, personal) : event))
}

/** Checks that have found nothing name nobody, which spares most cases a question to the database. */
function mayNameSomebody(event: NewCaseEvent): boolean {
  if (event.type !== 'checks-completed') return holdsWords[event.type]
  const { findings, failures, warnings = [] } = event.data
  return findings.length + failures.length + warnings.length > 0
}
