import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { newMrn } from '../notification/mrn.ts'
import {
  loadCharges,
  loadOpenControls,
  lockLodgements,
  type AuthorityTransaction,
} from '../store/lodgement-store.ts'
import type { MessageKind } from '../store/tables.ts'
import { writeChanges, writeNotifications } from '../store/write-changes.ts'
import {
  answerArrival,
  answerCancellation,
  answerDuplicate,
  type Answered,
  type ReceivedRequest,
} from './answer-request.ts'
import type { Lodgement } from './lodgement.ts'
import type { Office } from './office.ts'

/** Messages that one transaction answers. */
const BATCH = 50

interface DueMessage extends ReceivedRequest {
  readonly id: string
  readonly kind: MessageKind
}

/**
 * Answers the messages that are no lodgement of their own: arrivals, cancellations, and
 * declarations under a used LRN.
 *
 * @returns how many were answered or put off
 */
export async function processDueMessages(office: Office): Promise<number> {
  const now = office.clock.now()
  const answered = await inTransaction(office.database, async (transaction) => {
    const due = await claimDueMessages(transaction, now)
    if (due.length === 0) return due
    const answers = await answerAll(transaction, onePerDeclaration(due), now)
    await writeAnswers(transaction, answers, now)
    return due
  })
  office.news.tell(answered.flatMap(({ mrn }) => mrn ?? []))
  return answered.length
}

/** Two messages about one declaration in a batch would both see it as it was before the first. */
function onePerDeclaration(messages: readonly DueMessage[]): readonly DueMessage[] {
  const seen = new Set<string>()
  return messages.filter(({ mrn, kind }) => {
    if (mrn === undefined || kind === 'declaration') return true
    const first = !seen.has(mrn)
    seen.add(mrn)
    return first
  })
}

async function claimDueMessages(
  transaction: AuthorityTransaction,
  now: Instant,
): Promise<readonly DueMessage[]> {
  const rows = await transaction
    .selectFrom('message')
    .select(['id', 'kind', 'application_id', 'conversation_id', 'lrn', 'mrn', 'request'])
    .where('due_at', '<=', new Date(now))
    .orderBy('due_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    applicationId: row.application_id,
    conversationId: row.conversation_id,
    ...(row.lrn === null ? {} : { lrn: row.lrn }),
    ...(row.mrn === null ? {} : { mrn: row.mrn }),
    ...(row.request?.reason === undefined ? {} : { reason: row.request.reason }),
  }))
}

interface MessageAnswer {
  readonly message: DueMessage
  readonly answered: Answered
}

async function answerAll(
  transaction: AuthorityTransaction,
  messages: readonly DueMessage[],
  now: Instant,
): Promise<readonly MessageAnswer[]> {
  const requests = messages.filter((message) => message.kind !== 'declaration')
  const lodgements = await lockLodgements(
    transaction,
    requests.flatMap((request) => request.mrn ?? []),
  )
  const cancelled = requests
    .filter((request) => request.kind === 'cancellation')
    .flatMap((request) => ownLodgement(request, lodgements)?.id ?? [])
  const controls = await loadOpenControls(transaction, cancelled)
  const charges = await loadCharges(transaction, cancelled)
  return messages.map((message) => {
    if (message.kind === 'declaration') {
      return { message, answered: answerDuplicate(message, newMrn(now)) }
    }
    const lodgement = ownLodgement(message, lodgements)
    if (message.kind === 'arrival') {
      return { message, answered: answerArrival(message, lodgement, now) }
    }
    const id = lodgement?.id ?? ''
    const answered = answerCancellation(message, lodgement, {
      now,
      openControls: controls.get(id) ?? [],
      cashPaidGbp: charges.get(id)?.get('A') ?? decimal('0'),
    })
    return { message, answered }
  })
}

/** A declaration is only known to the application that lodged it. */
function ownLodgement(
  message: DueMessage,
  lodgements: ReadonlyMap<string, Lodgement>,
): Lodgement | undefined {
  const lodgement = lodgements.get(message.mrn ?? '')
  return lodgement?.applicationId === message.applicationId ? lodgement : undefined
}

async function writeAnswers(
  transaction: AuthorityTransaction,
  answers: readonly MessageAnswer[],
  now: Instant,
): Promise<void> {
  const given = answers.flatMap(({ answered }) => ('outcome' in answered ? [answered] : []))
  await writeNotifications(
    transaction,
    given.flatMap((answer) => answer.notifications),
    now,
  )
  await writeChanges(
    transaction,
    given.flatMap((answer) => answer.change ?? []),
    now,
  )
  const rows = answers.map(({ message, answered }) =>
    'outcome' in answered
      ? { id: message.id, outcome: answered.outcome }
      : { id: message.id, dueAt: answered.askAgainAt },
  )
  await sql`
    update message set due_at = answered."dueAt", outcome = answered.outcome
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as answered (id text, outcome text, "dueAt" timestamptz)
    where message.id = answered.id`.execute(transaction)
}
