import { sql } from 'kysely'

import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import { withoutWords } from '../../customs/formats/uk-cds/without-words.ts'
import type { MessageBefore } from '../../exchange/message-decision.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseSubject, Eraser } from './eraser.ts'
import { type PersonalFields, withoutPersonal } from './personal-fields.ts'

const NOTHING = Buffer.alloc(0)

/** The bytes of what was sent to the authority, and names in what it answered at once. */
export const eraseMessages: Eraser<CaseSubject> = async (
  transaction,
  { caseId, personal, now },
) => {
  const messages = await transaction
    .selectFrom('exchange_message')
    .select(['id', 'last_error'])
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .execute()
  for (const { id, last_error } of messages) {
    await transaction
      .updateTable('exchange_message')
      .set({ body: NOTHING, last_error: withoutPersonal(last_error, personal), erased_at: now })
      .where('id', '=', id)
      .execute()
    await eraseAttempts(transaction, id, personal)
  }
  await eraseDecisions(transaction, caseId, personal)
  return messages.length
}

/** Names in what the authority said to single attempts. */
async function eraseAttempts(
  transaction: TenantTransaction,
  messageId: string,
  personal: PersonalFields,
): Promise<void> {
  const attempts = await transaction
    .selectFrom('exchange_attempt')
    .select(['id', 'why'])
    .where('message_id', '=', messageId)
    .where('why', 'is not', null)
    .execute()
  for (const { id, why } of attempts) {
    await transaction
      .updateTable('exchange_attempt')
      .set({ why: withoutPersonal(why, personal) })
      .where('id', '=', id)
      .execute()
  }
}

/** Names in what people wrote when they decided about a message, and in what had failed before. */
async function eraseDecisions(
  transaction: TenantTransaction,
  caseId: string,
  personal: PersonalFields,
): Promise<void> {
  const decisions = await transaction
    .selectFrom('message_decision')
    .innerJoin('exchange_message', 'exchange_message.id', 'message_decision.message_id')
    .select(['message_decision.id', 'reason', 'before'])
    .where('case_id', '=', caseId)
    .execute()
  for (const { id, reason, before } of decisions) {
    const { lastError = null, ...rest } = before as MessageBefore
    const erased = withoutPersonal(lastError, personal)
    await transaction
      .updateTable('message_decision')
      .set({
        reason: withoutPersonal(reason, personal),
        before: JSON.stringify({ ...rest, ...(erased !== null && { lastError: erased }) }),
      })
      .where('id', '=', id)
      .execute()
  }
}

/** The bytes of what the authority has pushed, and the words in what was read from them. */
export const eraseNotifications: Eraser<CaseSubject> = async (transaction, { caseId, now }) => {
  const notifications = await transaction
    .selectFrom('exchange_notification')
    .select(['id', 'parsed'])
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .execute()
  for (const { id, parsed } of notifications) {
    // By whatever channel they come, notifications are read in the one format that there is.
    const rest = JSON.stringify(withoutWords(parsed as Notification))
    await transaction
      .updateTable('exchange_notification')
      .set({ body: NOTHING, parsed: rest, erased_at: now })
      .where('id', '=', id)
      .execute()
  }
  return notifications.length
}

/** The bytes of what came for the case but could not be read or was not expected. */
export const eraseStrayNotifications: Eraser<CaseSubject> = async (
  transaction,
  { caseId, now },
) => {
  const { rows } = await sql`
    select stray_id from erase_stray_notifications(${caseId}, ${now}::timestamptz)
  `.execute(transaction)
  return rows.length
}
