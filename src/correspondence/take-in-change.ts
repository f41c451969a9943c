import type { CaseState } from '../clearance/case-state.ts'
import { changeCase } from '../clearance/commands/change-case.ts'
import type {
  NewCaseEvent,
  ReviewedDecision,
  ThreadDecidedData,
} from '../clearance/events/case-event.ts'
import { nextState } from '../clearance/life-cycle/life-cycle.ts'
import { eventOfStatus, threadLifeCycle } from '../clearance/life-cycle/thread-life-cycle.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import { isLocalDate, type LocalDate } from '../customs/calendar/local-date.ts'
import { success } from '../customs/result.ts'
import { keepStray } from '../exchange/inbox.ts'
import type { ChangeReceipt, IncomingChange } from '../exchange/letters/letter-box.ts'
import type { OfficeLetter, ThreadDecision } from '../exchange/letters/letter-change.ts'
import { type OfficeNotice, readOfficeNotice } from '../exchange/letters/office-notice.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import {
  acrossTenants,
  figuresAcrossTenants,
  inTenant,
  inTransaction,
  type RowChange,
  type TenantTransaction,
} from '../platform/postgres/index.ts'
import type { CorrespondencePorts, ThreadNews } from './correspondence-ports.ts'
import { keptGoodsEvents } from './kept-goods-told.ts'
import { penaltyEvents } from './penalty-told.ts'
import { attachTo } from './put-letter.ts'
import { repaymentEvents } from './repayment-told.ts'
import { nextReminder } from './reminder-days.ts'
import { findThread } from './find-thread.ts'
import type { Appeal, ThreadMatter } from './thread-matter.ts'
import { lockThread, type StoredThread } from './thread-store.ts'

/** Why a letter is a stray that can be read. */
const nobodysLetter = 'a letter that belongs to no thread and no case of ours'
const namesSeveral = 'a letter that answers one thread and bears the reference of another'

/**
 * Takes in what has changed in a thread: a letter of the authority, a decision, a due day, the end. All
 * of it is stored in one transaction, together with how far the letters of the channel have been read.
 * What was taken in before changes nothing; what belongs to nobody is kept as a stray.
 */
export async function takeInChange(
  ports: CorrespondencePorts,
  incoming: IncomingChange,
): Promise<ChangeReceipt> {
  const { database } = ports.clearance
  const { channel, change } = incoming
  const [leftOut] = incoming.leftOut ?? []
  // Whoever reads only the thread would not know that there was more.
  if (leftOut !== undefined) {
    const why = `a letter with a paper that is not taken in, ${leftOut.name}: ${leftOut.why}`
    return keepNobodys(ports, incoming, why)
  }
  const named = await findThread(database, incoming)
  if (named === 'several') return keepNobodys(ports, incoming, namesSeveral)
  if (named !== undefined) {
    return inTenant(database, named.tenantId, (transaction) =>
      takeIn(ports, transaction, { incoming, ...named }),
    )
  }
  if (change.openedBy === 'trader') {
    const underWay = await figuresAcrossTenants(database, 'openings_under_way', [channel])
    return (underWay['opening_count'] ?? 0) > 0
      ? 'later'
      : keepNobodys(ports, incoming, nobodysLetter)
  }
  const [owner] =
    change.mrn === undefined ? [] : await acrossTenants(database, 'find_case_of_mrn', [change.mrn])
  if (owner === undefined) return keepNobodys(ports, incoming, nobodysLetter)
  return inTenant(database, owner['tenant_id']!, (transaction) =>
    takeIn(ports, transaction, {
      incoming,
      tenantId: owner['tenant_id']!,
      caseId: owner['case_id'],
    }),
  )
}

async function keepNobodys(
  { clearance }: CorrespondencePorts,
  { channel, change, cursor }: IncomingChange,
  why: string,
): Promise<ChangeReceipt> {
  const bytes = Buffer.from(JSON.stringify(change))
  const { mrn } = change
  await keepStray(clearance, { channel, bytes }, why, {
    ...(mrn !== undefined && { mrn }),
  })
  if (cursor !== undefined) {
    await inTransaction(clearance.database, (transaction) =>
      moveCursor(transaction, { channel, cursor, now: clearance.clock.now() }),
    )
  }
  return 'stray'
}

/** A change, and whom it concerns. */
export interface AddressedChange {
  readonly incoming: IncomingChange
  readonly tenantId: string
  /** The thread, where it is known. */
  readonly threadId?: string | undefined
  /** The case of a thread that the authority has opened. */
  readonly caseId?: string | undefined
  /** Who says so, where it is not the authority by itself. */
  readonly by?: Pick<ChangeContext, 'actor' | 'cause'>
}

/** Takes a change in whose thread or case is known, in the caller's transaction. */
export async function takeIn(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  addressed: AddressedChange,
): Promise<ChangeReceipt> {
  const { incoming, tenantId } = addressed
  const now = ports.clearance.clock.now()
  const { channel, cursor, change } = incoming
  const before =
    addressed.threadId === undefined
      ? await openedByOffice(transaction, addressed, now)
      : await lockThread(transaction, addressed.threadId)
  if (before === undefined) throw new RangeError(`thread ${addressed.threadId} is not there`)
  const context: ChangeContext = {
    ...{ tenantId, now, actor: { kind: 'authority', id: channel } },
    cause: { kind: 'notification', id: change.thread },
    ...addressed.by,
  }
  const taking = { ports, transaction, context, incoming, before }
  const letterId = await storeLetter(taking, change.message)
  if (letterId === undefined && incoming.isLetterAlone) return 'known'
  const after = standingAfter(before, incoming, now)
  await transaction
    .updateTable('correspondence_thread')
    .set({ ...after, ...firstAnswer(before, letterId, now) })
    .where('id', '=', before.id)
    .execute()
  await recordInCase(taking, letterId)
  for (const news of await newsOf(taking, letterId)) {
    await ports.tellOfThread(transaction, news, context)
  }
  if (cursor !== undefined) await moveCursor(transaction, { channel, cursor, now })
  const isNews = letterId !== undefined || isDecision(taking) || isEnd(taking)
  return isNews || after.answer_due_on !== before.answer_due_on ? 'stored' : 'known'
}

/** Two nodes may meet the same change; the second finds the thread of the first. */
async function openedByOffice(
  transaction: TenantTransaction,
  { incoming, tenantId, caseId }: AddressedChange,
  now: string,
): Promise<StoredThread | undefined> {
  const { channel, change } = incoming
  await transaction
    .insertInto('correspondence_thread')
    .values({
      ...{ id: newId('thread'), tenant_id: tenantId, case_id: caseId ?? null, channel },
      ...{ kind: change.kind, subject: change.subject, mrn: change.mrn ?? null },
      ...{ opened_by: 'office', office_reference: change.thread, state: 'open' },
      ...{ opened_at: now, updated_at: now },
    })
    .onConflict((conflict) => conflict.columns(['channel', 'office_reference']).doNothing())
    .execute()
  return transaction
    .selectFrom('correspondence_thread')
    .selectAll()
    .where('channel', '=', channel)
    .where('office_reference', '=', change.thread)
    .forUpdate()
    .executeTakeFirst()
}

interface Taking {
  readonly ports: CorrespondencePorts
  readonly transaction: TenantTransaction
  readonly context: ChangeContext
  readonly incoming: IncomingChange
  readonly before: StoredThread
}

/** @returns the id of the letter; undefined where there is none, or it is known */
async function storeLetter(
  { transaction, context, incoming, before }: Taking,
  message: OfficeLetter | undefined,
): Promise<string | undefined> {
  if (message === undefined) return undefined
  const { tenantId, now } = context
  const letterId = newId('letter')
  const stored = await transaction
    .insertInto('letter')
    .values({
      ...{ id: letterId, tenant_id: tenantId, thread_id: before.id, written_by: 'office' },
      ...{ officer: message.by ?? null, text: message.text, office_letter_id: message.id },
      // By the office's own clock; when we have read it stands on the change of the thread.
      written_at: Number.isNaN(Date.parse(message.at)) ? now : message.at,
    })
    .onConflict((conflict) => conflict.columns(['thread_id', 'office_letter_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored === undefined) return undefined
  const attachmentIds: string[] = []
  for (const { name, mediaType, bytes } of incoming.attachments) {
    const id = newId('attachment')
    await transaction
      .insertInto('attachment')
      .values({
        ...{ id, tenant_id: tenantId, case_id: before.case_id, kind: 'letter-of-the-authority' },
        ...{ file_name: name, media_type: mediaType, size_bytes: bytes.length },
        ...{ sha256: sha256Hex(bytes), content: bytes, created_at: now },
      })
      .execute()
    attachmentIds.push(id)
  }
  await attachTo(transaction, { tenantId, letterId, attachmentIds })
  return letterId
}

/** How the thread stands by what the authority says; what it does not say stays. */
function standingAfter(
  before: StoredThread,
  incoming: IncomingChange,
  now: string,
): RowChange<'correspondence_thread'> & { readonly answer_due_on: string | null } {
  const { change } = incoming
  if (incoming.isLetterAlone) return standingAfterLetter(before, incoming, now)
  const awaits =
    change.awaits === undefined ? before.awaits : change.awaits === 'nobody' ? null : change.awaits
  const answerDueOn = change.answerDueOn ?? null
  const today = dateInLondon(now as Parameters<typeof dateInLondon>[0])
  const due = { awaits, answerDueOn: answerDueOn as LocalDate | null }
  return {
    state: stateAfter(before, change.status),
    office_reference: change.thread,
    ...{ awaits, answer_due_on: answerDueOn, remind_on: nextReminder(due, today) },
    ...decisionAfter(before, incoming),
    updated_at: now,
  }
}

/**
 * A letter alone is an answer to what we have asked. It is for us to read, and until somebody has recorded
 * what it states nothing else follows from it: a decision stays, and so does the day of an answer of ours.
 */
function standingAfterLetter(
  before: StoredThread,
  { change }: IncomingChange,
  now: string,
): RowChange<'correspondence_thread'> & { readonly answer_due_on: string | null } {
  const { answer_due_on: answerDueOn } = before
  const status = before.opened_by === 'trader' ? 'answered' : 'open'
  const today = dateInLondon(now as Parameters<typeof dateInLondon>[0])
  const due = { awaits: 'trader', answerDueOn: answerDueOn as LocalDate | null } as const
  return {
    state: before.state === 'decided' ? 'decided' : stateAfter(before, status),
    office_reference: before.office_reference ?? before.reference ?? change.thread,
    ...{ awaits: 'trader', answer_due_on: answerDueOn, remind_on: nextReminder(due, today) },
    updated_at: now,
  }
}

/** What the authority takes up again, as a ruling that its review has cancelled, is decided no more. */
function decisionAfter(
  { state }: StoredThread,
  { change: { decision, status }, recorded }: IncomingChange,
): Pick<RowChange<'correspondence_thread'>, 'decision'> {
  if (decision !== undefined) return { decision: JSON.stringify({ ...decision, recorded }) }
  return state === 'decided' && status === 'open' ? { decision: null } : {}
}

function stateAfter(
  { state }: StoredThread,
  status: IncomingChange['change']['status'],
): StoredThread['state'] {
  // The authority speaks of it, so the first letter has reached it whatever its own answer said.
  const reached = state === 'written' || state === 'refused' ? 'open' : state
  if (reached === status) return reached
  return nextState(threadLifeCycle, reached, eventOfStatus(status)) ?? reached
}

function firstAnswer(
  before: StoredThread,
  letterId: string | undefined,
  now: string,
): RowChange<'correspondence_thread'> {
  const isFirst =
    before.opened_by === 'trader' && before.first_answer_at === null && letterId !== undefined
  return isFirst ? { first_answer_at: now } : {}
}

function isDecision({ before, incoming }: Taking): boolean {
  return incoming.change.decision !== undefined && before.decision === null
}

function isEnd({ before, incoming }: Taking): boolean {
  return incoming.change.status === 'closed' && before.state !== 'closed'
}

async function recordInCase(taking: Taking, letterId: string | undefined): Promise<void> {
  const { ports, transaction, context, incoming, before } = taking
  if (before.case_id === null) return
  const { decision } = incoming.change
  const answerDueOn = ourDueDay(incoming)
  const thread = { threadId: before.id, kind: before.kind }
  const events: NewCaseEvent[] = []
  if (letterId !== undefined) {
    const due = answerDueOn === undefined ? {} : { answerDueOn }
    events.push({ type: 'letter-received', data: { ...thread, letterId, ...due } })
  }
  if (decision !== undefined && isDecision(taking)) {
    events.push({ type: 'thread-decided', data: decidedData(before, decision) })
  }
  if (isEnd(taking)) events.push({ type: 'thread-closed', data: thread })
  const notice = readOfficeNotice(incoming.change.notice)
  if (events.length === 0 && notice === undefined) return
  const changed = await changeCase(ports.clearance, transaction, before.case_id, {
    context,
    decide: (state) =>
      success([...events, ...(notice === undefined ? [] : noticeEvents(taking, state, notice))]),
  })
  if (!changed.ok) throw new RangeError(`thread ${before.id} has no case ${before.case_id}`)
}

/** What a case remembers of a decision: of a review also what was reviewed, and the version that it made. */
function decidedData(
  { id, kind, matter }: StoredThread,
  { outcome, decidedOn, details }: ThreadDecision,
): ThreadDecidedData {
  const { appeal } = (matter ?? {}) as ThreadMatter
  const version = details?.version
  return {
    ...{ threadId: id, kind, outcome, decidedOn: decidedOn as LocalDate },
    ...(appeal !== undefined && { reviewed: reviewedOf(appeal) }),
    ...(version !== undefined && { versionId: String(version) }),
  }
}

function reviewedOf({ decision, decidedOn, threadId }: Appeal): ReviewedDecision {
  return { decision, decidedOn, ...(threadId !== undefined && { threadId }) }
}

/** A decision gives back once, however often it is told. */
function noticeEvents(
  taking: Taking,
  state: CaseState,
  notice: OfficeNotice,
): readonly NewCaseEvent[] {
  const { id } = taking.before
  if (notice.kind === 'penalty') return penaltyEvents(state, notice, id)
  if (notice.kind === 'kept-goods') return keptGoodsEvents(state, notice, id)
  return isDecision(taking) ? repaymentEvents(state, notice, id) : []
}

function ourDueDay({ change }: IncomingChange): LocalDate | undefined {
  const { awaits, answerDueOn } = change
  return awaits === 'trader' && answerDueOn !== undefined && isLocalDate(answerDueOn)
    ? answerDueOn
    : undefined
}

/** A decision says more than the letter that comes with it. */
async function newsOf(
  taking: Taking,
  letterId: string | undefined,
): Promise<readonly ThreadNews[]> {
  const { transaction, incoming, before } = taking
  const about = await aboutCase(transaction, before)
  const due = ourDueDay(incoming)
  const thread = { threadId: before.id, kind: before.kind, ...(about && { about }) }
  const { decision } = incoming.change
  if (decision !== undefined && isDecision(taking)) {
    return [{ ...thread, type: 'correspondence.decided', outcome: decision.outcome }]
  }
  if (letterId === undefined) return []
  return [{ ...thread, type: 'correspondence.received', ...(due && { answerDueOn: due }) }]
}

/** The case that a thread is about, by id and reference; undefined where it is about none. */
export async function aboutCase(
  transaction: TenantTransaction,
  { case_id: caseId }: Pick<StoredThread, 'case_id'>,
): Promise<ThreadNews['about']> {
  if (caseId === null) return undefined
  const { reference } = await transaction
    .selectFrom('clearance_case')
    .select('reference')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  return { caseId, reference }
}

/** Notes how far the letters of a channel have been read. */
export async function moveCursor(
  transaction: TenantTransaction,
  {
    channel,
    cursor,
    now,
  }: { readonly channel: string; readonly cursor: string; readonly now: string },
): Promise<void> {
  const read = { cursor, read_at: now }
  await transaction
    .insertInto('letter_cursor')
    .values({ channel, ...read })
    .onConflict((conflict) => conflict.column('channel').doUpdateSet(read))
    .execute()
}
