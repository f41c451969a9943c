import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { newId } from '../../platform/ids.ts'
import type { Moment } from '../hours/moment.ts'
import { writeNotification } from '../notification/write-notification.ts'
import type { LodgementChange, OutgoingNotification } from '../processing/change.ts'
import { riskScore } from '../risk/risk-score.ts'
import type { DefermentAccount } from '../processing/account-book.ts'
import { rememberParties } from './party-store.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'
import { writeKeptGoods } from './kept-goods-store.ts'
import { writePenalties } from './penalty-store.ts'
import { writeSecurities } from './security-store.ts'

/**
 * Writes down what steps have decided, many lodgements at once: a fixed number of statements for a
 * batch, however large it is.
 */
export async function writeChanges(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  moment: Moment,
): Promise<void> {
  if (changes.length === 0) return
  const now = moment.officeAt
  await updateLodgements(transaction, changes)
  await insertAssessments(transaction, changes, now)
  await insertControls(transaction, changes, now)
  await updateControls(transaction, changes, now)
  await insertCharges(transaction, changes, now)
  await writeSecurities(transaction, changes, now)
  await writePenalties(transaction, changes, now)
  await writeKeptGoods(transaction, changes, now)
  await insertEntries(transaction, changes, now)
  await rememberParties(transaction, changes)
  const notifications = changes.flatMap((change) => change.notifications)
  await writeNotifications(transaction, notifications, moment)
}

async function updateLodgements(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
): Promise<void> {
  const rows = changes.map(({ lodgement, dueAt, corrected, evaluation }) => {
    // The declaration is large and seldom changes, so it does not travel with every step.
    const { declaration: _declaration, ...fields } = lodgement
    const score = evaluation === undefined ? undefined : riskScore(evaluation.outcomes)
    return { ...fields, dueAt, corrected, riskScore: score }
  })
  await sql`
    update lodgement set
      state = changed.state, version = changed.version,
      corrected = coalesce(changed.corrected, lodgement.corrected),
      registered_at = changed."registeredAt", arrived_at = changed."arrivedAt",
      accepted_at = changed."acceptedAt", released_at = changed."releasedAt",
      ended_at = changed."endedAt", final_tax_version = changed."finalTaxVersion",
      payment_state = changed."paymentState", payment_state_since = changed."paymentStateSince",
      due_at = changed."dueAt", risk_score = coalesce(changed."riskScore", lodgement.risk_score)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as changed (
      id text, state text, version integer, corrected jsonb,
      "registeredAt" timestamptz, "arrivedAt" timestamptz, "acceptedAt" timestamptz,
      "releasedAt" timestamptz, "endedAt" timestamptz, "finalTaxVersion" integer,
      "paymentState" text, "paymentStateSince" timestamptz, "dueAt" timestamptz,
      "riskScore" integer
    )
    where lodgement.id = changed.id`.execute(transaction)
}

async function insertAssessments(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  const assessments = changes.flatMap(({ lodgement, assessment }) =>
    assessment === undefined
      ? []
      : [
          {
            lodgement_id: lodgement.id,
            version: lodgement.version,
            assessed_gbp: assessment.assessedGbp,
            payable_gbp: assessment.payableGbp,
            data: JSON.stringify(assessment),
            created_at: now,
          },
        ],
  )
  if (assessments.length > 0) {
    await transaction.insertInto('assessment').values(assessments).execute()
  }
  const evaluations = changes.flatMap(({ lodgement, evaluation }) =>
    evaluation === undefined
      ? []
      : [
          {
            lodgement_id: lodgement.id,
            version: lodgement.version,
            outcomes: JSON.stringify(evaluation.outcomes),
            facts: JSON.stringify(evaluation.facts),
            at: now,
          },
        ],
  )
  if (evaluations.length > 0) {
    await transaction.insertInto('risk_evaluation').values(evaluations).execute()
  }
}

async function insertControls(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  const controls = changes.flatMap(({ lodgement, newControls }) =>
    newControls.map((control) => ({
      id: newId('control'),
      lodgement_id: lodgement.id,
      kind: control.kind,
      state: 'open' as const,
      blocks_release: true,
      reason: control.reason,
      detail: JSON.stringify(control.detail),
      limit_at: control.limitAt ?? null,
      opened_at: now,
      opened_by: control.openedBy,
    })),
  )
  if (controls.length > 0) await transaction.insertInto('control').values(controls).execute()
}

async function updateControls(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  for (const control of changes.flatMap((change) => change.closedControls)) {
    await transaction
      .updateTable('control')
      .set({
        state: 'closed',
        closed_at: now,
        closed_by: control.closedBy,
        outcome: JSON.stringify(control.outcome),
      })
      .where('id', '=', control.id)
      .execute()
  }
  const loosened = changes.flatMap((change) => change.loosenedControls)
  if (loosened.length > 0) {
    await transaction
      .updateTable('control')
      .set({ blocks_release: false })
      .where('id', 'in', loosened)
      .execute()
  }
}

async function insertCharges(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  const charges = changes.flatMap((change) =>
    change.charges.map((charge) => ({
      id: newId('charge'),
      lodgement_id: change.lodgement.id,
      method: charge.method,
      account_number: charge.accountNumber ?? null,
      amount_gbp: charge.amountGbp,
      reference: charge.reference,
      claim: charge.claim ?? null,
      at: now,
    })),
  )
  if (charges.length > 0) await transaction.insertInto('charge').values(charges).execute()
}

async function insertEntries(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  const entries = changes.flatMap((change) =>
    change.entries.map(({ actor, what, detail }) => ({
      lodgement_id: change.lodgement.id,
      at: now,
      actor,
      what,
      detail: JSON.stringify(detail),
    })),
  )
  if (entries.length > 0) await transaction.insertInto('dossier_entry').values(entries).execute()
}

/** Stores messages to traders; those with a callback are due to be pushed at once, by the wall's clock. */
export async function writeNotifications(
  transaction: AuthorityTransaction,
  notifications: readonly OutgoingNotification[],
  moment: Moment,
): Promise<void> {
  const written = notifications.map((outgoing) => {
    const id = randomUUID().replaceAll('-', '')
    const { applicationId, conversationId, lodgementId, content, ...named } = outgoing
    const header = { ...named, notificationId: id, issuedAt: moment.officeAt }
    const body = writeNotification(header, content)
    return { id, applicationId, conversationId, lodgementId, code: content.code, body }
  })
  await storeNotifications(transaction, written, moment)
}

/** A message to a trader as it goes out. */
export interface WrittenNotification {
  /** 32 hex digits. */
  readonly id: string
  readonly applicationId: string
  readonly conversationId: string
  readonly lodgementId: string | undefined
  /** The function code, or what stands in its place. */
  readonly code: string
  readonly body: string
}

/** Stores what is written for traders, in its order. */
export async function storeNotifications(
  transaction: AuthorityTransaction,
  written: readonly WrittenNotification[],
  { officeAt: now, wallAt }: Moment,
): Promise<void> {
  if (written.length === 0) return
  const rows = written.map((notification, ordinal) => ({ ...notification, ordinal }))
  await sql`
    insert into notification (
      id, application_id, lodgement_id, conversation_id, function_code, body, issued_at,
      push_state, push_due_at, push_since
    )
    select written.id, written."applicationId", written."lodgementId", written."conversationId",
           written.code, written.body, ${now}::timestamptz,
           case when application.callback_url is null then 'none' else 'due' end,
           case when application.callback_url is null then null else ${wallAt}::timestamptz end,
           case when application.callback_url is null then null else ${wallAt}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as written (
      id text, ordinal integer, "applicationId" text, "lodgementId" text, "conversationId" uuid,
      code text, body text
    )
    join trader_application as application on application.id = written."applicationId"
    order by written.ordinal`.execute(transaction)
}

/**
 * Writes back what is owed on accounts that a batch has charged. It belongs into the transaction
 * that holds their locks, or two batches would overwrite each other.
 */
export async function writeAccounts(
  transaction: AuthorityTransaction,
  accounts: readonly DefermentAccount[],
): Promise<void> {
  for (const account of accounts) {
    await transaction
      .updateTable('deferment_account')
      .set({ owed_gbp: account.owedGbp })
      .where('number', '=', account.number)
      .execute()
  }
}
