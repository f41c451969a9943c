import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { Moment } from '../hours/moment.ts'
import { readDeclarationElement } from '../message/read-declaration.ts'
import type { LodgedMovement } from '../message/read-requests.ts'
import { type MovementAnswer, writeMovementAnswer } from '../notification/write-movement-answer.ts'
import { newMrn } from '../notification/mrn.ts'
import { openAccountBook } from '../store/account-store.ts'
import { declarationOf, loadDeclarationsToAmend } from '../store/amendment-store.ts'
import { loadEvaluations } from '../store/evaluation-store.ts'
import {
  loadCharges,
  loadOpenControls,
  lockLodgements,
  type AuthorityTransaction,
} from '../store/lodgement-store.ts'
import { loadHeldSecurities } from '../store/security-store.ts'
import type { MessageKind } from '../store/tables.ts'
import { amendmentAsStub, cancellationAsStub } from '../stub/answer-request-as-stub.ts'
import {
  storeNotifications,
  writeChanges,
  writeNotifications,
  type WrittenNotification,
} from '../store/write-changes.ts'
import { answerAmendment } from './answer-amendment.ts'
import { answerMovement } from './answer-movement.ts'
import {
  answerArrival,
  answerCancellation,
  answerDuplicate,
  ASK_AGAIN_SECONDS,
  type Answered,
  type CancellationFacts,
  type ReceivedRequest,
} from './answer-request.ts'
import { secondsAfter } from './instant.ts'
import type { Lodgement, OpenControl } from './lodgement.ts'
import type { Office } from './office.ts'
import { gatherKnowledge } from './process-due.ts'

/** Messages that one transaction answers. */
const BATCH = 50

interface DueMessage extends ReceivedRequest {
  readonly id: string
  readonly kind: MessageKind
  readonly body: Uint8Array
  readonly movement?: LodgedMovement
}

/**
 * Answers the messages that are no lodgement of their own: arrivals, amendments, cancellations,
 * and declarations under a used LRN.
 *
 * @returns how many were answered or put off
 */
export async function processDueMessages(office: Office): Promise<number> {
  const now = office.clock.now()
  const answered = await inTransaction(office.database, async (transaction) => {
    const due = await claimDueMessages(transaction, now)
    if (due.length === 0) return due
    const answers = await answerAll(transaction, office, onePerDeclaration(due))
    await writeAnswers(transaction, answers, { officeAt: now, wallAt: office.wallClock.now() })
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
    .select(['id', 'kind', 'application_id', 'conversation_id', 'lrn', 'mrn', 'request', 'body'])
    .where('due_at', '<=', new Date(now))
    .orderBy('due_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    body: row.body,
    applicationId: row.application_id,
    conversationId: row.conversation_id,
    ...(row.lrn === null ? {} : { lrn: row.lrn }),
    ...(row.mrn === null ? {} : { mrn: row.mrn }),
    ...(row.request?.reason === undefined ? {} : { reason: row.request.reason }),
    ...(row.request?.movement === undefined ? {} : { movement: row.request.movement }),
  }))
}

interface MessageAnswer {
  readonly message: DueMessage
  readonly answered: Answered & { readonly movement?: MovementAnswer }
}

async function answerAll(
  transaction: AuthorityTransaction,
  office: Office,
  messages: readonly DueMessage[],
): Promise<readonly MessageAnswer[]> {
  const now = office.clock.now()
  const requests = messages.filter((message) => message.kind !== 'declaration')
  const lodgements = await lockLodgements(
    transaction,
    requests.flatMap((request) => request.mrn ?? []),
  )
  const ended = requests
    .filter(({ kind }) => kind === 'cancellation' || kind === 'amendment')
    .flatMap((request) => ownLodgement(request, lodgements)?.id ?? [])
  const controls = await loadOpenControls(transaction, ended)
  const charges = await loadCharges(transaction, ended)
  const securities = await loadHeldSecurities(transaction, ended)
  const amendments = requests.filter(({ kind }) => kind === 'amendment')
  const amended = await answerAmendments(transaction, office, { amendments, lodgements, controls })
  return messages.map((message) => {
    if (message.kind === 'declaration') {
      return { message, answered: answerDuplicate(message, newMrn(now)) }
    }
    const lodgement = ownLodgement(message, lodgements)
    if (message.movement !== undefined) {
      return { message, answered: movementAnswered(message, message.movement, { lodgement, now }) }
    }
    if (message.kind === 'arrival') {
      return { message, answered: answerArrival(message, lodgement, now) }
    }
    const id = lodgement?.id ?? ''
    const facts = {
      now,
      openControls: controls.get(id) ?? [],
      cashPaidGbp: charges.get(id)?.get('A') ?? decimal('0'),
      securities: securities.get(id) ?? [],
    }
    if (lodgement !== undefined && office.settings().answers === 'stub') {
      return { message, answered: stubbed(office, { message, lodgement, facts }) }
    }
    const answeredAmendment = amended.get(message.id)
    if (answeredAmendment !== undefined) return { message, answered: answeredAmendment }
    return { message, answered: answerCancellation(message, lodgement, facts) }
  })
}

/** A declaration that came just before its goods have moved is looked at first. */
function movementAnswered(
  message: DueMessage,
  movement: LodgedMovement,
  known: { readonly lodgement: Lodgement | undefined; readonly now: Instant },
): MessageAnswer['answered'] {
  if (known.lodgement?.state === 'received') {
    return { askAgainAt: secondsAfter(known.now, ASK_AGAIN_SECONDS) }
  }
  const { outcome, answer, change } = answerMovement(message, movement, known)
  return { outcome, notifications: [], movement: answer, ...(change && { change }) }
}

interface RequestToStub {
  readonly message: DueMessage
  readonly lodgement: Lodgement
  readonly facts: CancellationFacts & { readonly now: Instant }
}

/** The answer of an office that answers like HMRC's test stub. */
function stubbed(
  { stubRules: rules }: Office,
  { message, lodgement, facts }: RequestToStub,
): Answered {
  if (message.kind === 'cancellation') {
    return cancellationAsStub(message, lodgement, { ...facts, rules })
  }
  const { borderTransportId } = readDeclarationElement(declarationOf(message.body))
  return amendmentAsStub(message, lodgement, {
    rules,
    ...(borderTransportId !== undefined && { borderTransportId }),
  })
}

interface AmendmentsToAnswer {
  readonly amendments: readonly DueMessage[]
  readonly lodgements: ReadonlyMap<string, Lodgement>
  readonly controls: ReadonlyMap<string, readonly OpenControl[]>
}

/** A request that comes again under an LRN that was answered has no second answer. */
async function answerAmendments(
  transaction: AuthorityTransaction,
  office: Office,
  { amendments, lodgements, controls }: AmendmentsToAnswer,
): Promise<ReadonlyMap<string, Answered>> {
  if (amendments.length === 0) return new Map()
  const own = amendments.flatMap((message) => ownLodgement(message, lodgements) ?? [])
  const accounts = await openAccountBook(
    transaction,
    own.flatMap(({ declaration }) => declaration.defermentAccounts),
  )
  const knowledge = await gatherKnowledge(transaction, office, accounts, own)
  const lodged = await loadDeclarationsToAmend(
    transaction,
    own.map(({ mrn }) => mrn),
  )
  const evaluations = await loadEvaluations(
    transaction,
    own.map(({ id }) => id),
  )
  return new Map(
    amendments.map((message): [string, Answered] => {
      const lodgement = ownLodgement(message, lodgements)
      const toAmend = lodgement && lodged.get(lodgement.mrn)
      if (toAmend?.answeredLrns.has(message.lrn ?? '') === true) {
        return [message.id, { outcome: 'repeated', notifications: [] }]
      }
      const facts = lodgement &&
        toAmend && {
          ...{ now: knowledge.now, arrivalExpirySeconds: knowledge.arrivalExpirySeconds },
          ...{ knowledge, declaration: toAmend.declaration, request: declarationOf(message.body) },
          openControls: controls.get(lodgement.id) ?? [],
          evaluations: evaluations.get(lodgement.id) ?? [],
          isCorrectedByOfficer: lodgement.version - 1 > toAmend.grantedAmendments,
        }
      return [message.id, answerAmendment(message, lodgement, facts)]
    }),
  )
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
  moment: Moment,
): Promise<void> {
  const given = answers.flatMap(({ answered }) => ('outcome' in answered ? [answered] : []))
  await writeNotifications(
    transaction,
    given.flatMap((answer) => answer.notifications),
    moment,
  )
  await storeNotifications(
    transaction,
    answers.flatMap(({ message, answered: { movement } }) =>
      movement === undefined ? [] : [writtenAnswer(message, movement)],
    ),
    moment,
  )
  await writeChanges(
    transaction,
    given.flatMap((answer) => answer.change ?? []),
    moment,
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

/** Stands in the place of a function code, as the answers of the inventory have none. */
const MOVEMENT_CODE = 'ILE'

function writtenAnswer(
  { applicationId, conversationId }: DueMessage,
  answer: MovementAnswer,
): WrittenNotification {
  return {
    ...{ id: randomUUID().replaceAll('-', ''), applicationId, conversationId },
    ...{ lodgementId: undefined, code: MOVEMENT_CODE, body: writeMovementAnswer(answer) },
  }
}
