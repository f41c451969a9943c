import { explainNotification } from '../../customs/formats/uk-cds/explain-notification.ts'
import { FILE_RESULT } from '../../customs/formats/uk-cds/file-upload-result.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { explainDifferences } from '../../customs/quote/explain-differences.ts'
import type { Quote } from '../../customs/quote/quote.ts'
import { leadsOut } from '../../customs/lane/lane-decision.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import { type Result, success } from '../../customs/result.ts'
import { inTenant, type TenantTransaction } from '../../platform/postgres/index.ts'
import { apply } from '../apply.ts'
import type { CaseState } from '../case-state.ts'
import type { AmendmentProposal, AssessedLine, NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import type { CaseJob } from '../queues.ts'
import { followFileResults, type HeardNotification } from './follow-file-results.ts'
import { grantedAmendment } from '../standing/follow-requests.ts'
import { followStanding, type StandingContext } from '../standing/follow-standing.ts'
import { standingsOf } from '../standing/standings-of-case.ts'
import { supplementaryOwed } from '../standing/follow-supplementary.ts'
import { readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'
import { notifyArrival } from './notify-arrival.ts'
import { showOtherGoods } from './show-other-goods.ts'
import { awaitsArrival, hasArrived } from './transport-event.ts'

/**
 * Brings a case to where all that the authority has said about its declaration puts it. Running it
 * again without news changes nothing, so it may run as often as there are notifications.
 */
export async function followNotifications(
  ports: ClearancePorts,
  { tenantId, caseId }: CaseJob,
): Promise<Result<CaseState>> {
  const context: ChangeContext = {
    tenantId,
    actor: { kind: 'authority', id: 'uk-cds' },
    cause: { kind: 'job', id: caseId },
    now: ports.clock.now(),
  }
  return inTenant(ports.database, tenantId, (transaction) =>
    changeCase(ports, transaction, caseId, {
      context,
      decide: (state) => decide(ports, transaction, state, context),
    }),
  )
}

async function decide(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  state: CaseState,
  context: ChangeContext,
): Promise<Result<readonly NewCaseEvent[]>> {
  const heard = await readNotifications(transaction, state.caseId)
  const notifications = heard.map(({ notification }) => notification)
  const newlyHeard = heard.filter(
    ({ notification }) => !state.notificationIds.includes(notification.notificationId ?? ''),
  )
  const news = newlyHeard.map(({ notification }) => notification)
  if (news.length === 0 || state.declaration === undefined) return success([])
  const standings = standingsOf(current(notifications, state), state)
  const amendment = grantedAmendment(state, standings)
  const standingContext = await readContext(ports, transaction, {
    ...state,
    ...decisionsOf(amendment),
  })
  if (amendment !== undefined) {
    const other = { caseId: state.caseId, consignment: amendment.consignment }
    await showOtherGoods(ports, transaction, other, context)
  }
  const events = [
    ...news.map((notification) => receivedEvent(ports, notification)),
    ...(await followFileResults(transaction, state, newlyHeard)),
    ...followStanding(state, standings, standingContext),
  ]
  const after = apply(state, events, context)
  const owed = supplementaryOwed(after, ports.reference.supplementaryDeadline)
  if (!awaitsArrival(after) || !hasArrived(after)) return success([...events, ...owed])
  return success([...events, ...owed, await notifyArrival(transaction, after, context)])
}

/** What was assessed under an amendment is compared with the quote that went with it. */
function decisionsOf(
  amendment: AmendmentProposal | undefined,
): Pick<CaseState, 'quote' | 'parties'> {
  const { quote, parties } = amendment ?? {}
  return { ...(quote && { quote }), ...(parties && { parties }) }
}

/** "The reference is used already", which for us can only answer a repeated sending of our own. */
const REFERENCE_USED = 'CDS12003'

/** What speaks of the declaration in force; attempts that were rejected have had their say. */
function current(
  notifications: readonly Notification[],
  { earlierLrns }: CaseState,
): readonly Notification[] {
  return notifications.filter(
    ({ lrn, functionCode, errors }) =>
      functionCode !== FILE_RESULT &&
      !earlierLrns.includes(lrn ?? '') &&
      !(functionCode === '03' && errors.some(({ code }) => code === REFERENCE_USED)),
  )
}

async function readNotifications(
  transaction: TenantTransaction,
  caseId: string,
): Promise<readonly HeardNotification[]> {
  const rows = await transaction
    .selectFrom('exchange_notification')
    .select(['parsed', 'message_id'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    notification: row.parsed as Notification,
    messageId: row.message_id,
  }))
}

/** How the quote compares and from what the debts are paid; read only where there is news. */
async function readContext(
  { reference }: ClearancePorts,
  transaction: TenantTransaction,
  state: CaseState,
): Promise<StandingContext> {
  const securityFor = (taxType: string) =>
    reference.securityTypes.types.find(({ code }) => code === taxType)?.name
  // Nothing was quoted for goods that leave; should the authority charge something, it is paid by bank.
  if (leadsOut(state.lane?.lane)) {
    return { paidBy: 'bank', securityFor, differences: () => [] }
  }
  if (state.quote === undefined || state.parties === undefined) {
    throw new RangeError(`case ${state.caseId} was declared without a quote or parties`)
  }
  const { facts } = await readFacts<[Quote, PartiesDecision]>(transaction, [
    state.quote.quote,
    state.parties.decision,
  ])
  const [quote, parties] = facts
  return {
    paidBy: paymentAccount(parties),
    securityFor,
    differences: (lines: readonly AssessedLine[]) =>
      explainDifferences(quote, lines, reference.quoting.book.rates),
  }
}

/** The ledger's account from which customs is paid. */
function paymentAccount({ dutyPayment }: PartiesDecision): string {
  const payment = dutyPayment.value
  return payment.method === 'deferred' ? `deferment:${payment.accountNumber}` : 'bank'
}

function receivedEvent({ reference }: ClearancePorts, notification: Notification): NewCaseEvent {
  const { functionCode, notificationId = '', issuedAt = '', lrn, mrn, versionId } = notification
  return {
    type: 'notification-received',
    data: {
      notificationId,
      functionCode,
      issuedAt,
      ...(lrn === undefined ? {} : { lrn }),
      ...(mrn === undefined ? {} : { mrn }),
      ...(versionId === undefined ? {} : { versionId: String(versionId) }),
      explanation: explainNotification(notification, reference.authorityErrors).meaning,
    },
  }
}
