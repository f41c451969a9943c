import { sql } from 'kysely'
import { instantOf } from '../../platform/clock.ts'
import type { HttpClient } from '../../platform/http/index.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { secondsAfter } from '../processing/instant.ts'
import type { Office } from '../processing/office.ts'
import { afterAttempt, type PushOutcome } from './push-schedule.ts'

/** Messages that are sent at the same time. */
const AT_ONCE = 32

/**
 * A message that was claimed by a process which then died is free again after this time. It is
 * longer than the 8 seconds after which a sending gives up, and no longer than traders can wait.
 */
const CLAIM_SECONDS = 20

interface DuePush {
  readonly id: string
  readonly conversation_id: string
  readonly body: string
  readonly push_since: Date
  readonly push_attempts: number
  readonly callback_url: string
  readonly callback_token: string | null
}

/**
 * Sends notifications that are due to their traders' callbacks, at least once each. A message is
 * stored before it is sent and claimed for the time of sending only, so a crash repeats it and
 * loses nothing; what was answered with 2xx is never sent again. Attempts keep the time of the wall,
 * for a trader's callback is not sped up with the office.
 *
 * @returns how many were tried
 */
export async function pushDueNotifications(office: Office, http: HttpClient): Promise<number> {
  if (office.settings().pushes === 'off') return 0
  const due = await claimDue(office)
  if (due.length === 0) return 0
  const results = await Promise.all(
    due.map(async (push) => ({ id: push.id, outcome: await send(push, office, http) })),
  )
  await recordOutcomes(office, results)
  return due.length
}

async function claimDue(office: Office): Promise<readonly DuePush[]> {
  const now = office.wallClock.now()
  const claimedUntil = secondsAfter(now, CLAIM_SECONDS)
  return inTransaction(office.database, async (transaction) => {
    const { rows } = await sql<DuePush>`
      update notification
      set push_due_at = ${claimedUntil}::timestamptz, push_attempts = push_attempts + 1
      from trader_application as application
      where application.id = notification.application_id
        and notification.id in (
          select id from notification
          where push_due_at <= ${now}::timestamptz
          order by push_due_at, sequence
          limit ${AT_ONCE}
          for update skip locked
        )
      returning notification.id, conversation_id, body, push_since, push_attempts,
                callback_url, callback_token`.execute(transaction)
    return rows
  })
}

async function send(push: DuePush, office: Office, http: HttpClient): Promise<PushOutcome> {
  const outcome = await http.send({
    method: 'POST',
    url: push.callback_url,
    headers: {
      'content-type': 'application/xml; charset=UTF-8',
      accept: 'application/xml',
      'x-conversation-id': push.conversation_id,
      ...(push.callback_token === null ? {} : { authorization: push.callback_token }),
    },
    body: push.body,
  })
  const since = instantOf(push.push_since)
  const now = office.wallClock.now()
  return afterAttempt({ outcome, attempt: push.push_attempts, since, now })
}

interface PushResult {
  readonly id: string
  readonly outcome: PushOutcome
}

/** A message that was pulled while it was being sent stays as it is: it has been taken. */
async function recordOutcomes(office: Office, results: readonly PushResult[]): Promise<void> {
  const now = office.clock.now()
  const rows = results.map(({ id, outcome }) => ({
    id,
    state: outcome.kind === 'again' ? 'due' : outcome.kind,
    dueAt: outcome.kind === 'again' ? outcome.at : undefined,
    why: outcome.kind === 'delivered' ? undefined : outcome.why,
    deliveredAt: outcome.kind === 'delivered' ? now : undefined,
  }))
  await inTransaction(office.database, async (transaction) => {
    await sql`
      update notification
      set push_state = result.state, push_due_at = result."dueAt", push_error = result.why,
          delivered_at = result."deliveredAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as result (
        id text, state text, "dueAt" timestamptz, why text, "deliveredAt" timestamptz
      )
      where notification.id = result.id and notification.push_state = 'due'`.execute(transaction)
  })
}
