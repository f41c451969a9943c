import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { dayAfter, type Instant, type LocalDate } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { ThreadChange } from '../store/correspondence-store.ts'
import type { LastDayOf } from './correspondence-terms.ts'
import type { Attachment } from './read-attachments.ts'
import type { Thread } from './thread.ts'
import { threadTransition, type ThreadEvent } from './thread-life-cycle.ts'
import { threadEventsInChinese, threadStatesInChinese } from './thread-in-chinese.ts'

/** An officer at work on a thread. */
export interface AtThread {
  readonly officer: string
  readonly now: Instant
  readonly thread: Thread
}

/** What an officer writes; with a last day it wants an answer. */
export interface OfficerLetter {
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly answerDueOn?: LocalDate
}

/** Writes to the trader: a question, where an answer is wanted by a day, or words without one. */
export function writeToTrader(
  { officer, now, thread }: AtThread,
  { text, attachments, answerDueOn }: OfficerLetter,
): Result<ThreadChange> {
  const past = pastDay(answerDueOn, now)
  if (past !== undefined) return failure(past)
  const event = answerDueOn === undefined ? 'office-tells' : 'office-asks'
  const moved = moveThread(thread, event)
  if (!moved.ok) return moved
  const { awaits } = moved.value
  // Where it is still the office's turn its own last day stays; where it is the trader's, so does theirs.
  const dueOn = answerDueOn ?? (awaits === 'nobody' ? undefined : thread.answerDueOn)
  return success({
    thread: withDueDay(moved.value, awaits === 'office' ? (thread.decideBy ?? dueOn) : dueOn),
    message: { id: newId('letter'), sentBy: 'office', officer, text, attachments },
    actor: officer,
    what: answerDueOn === undefined ? 'wrote' : 'asked',
  })
}

/** Moves the last day of whoever is to answer; a review that takes longer has to be agreed with the trader. */
export function moveLastDay(
  { officer, now, thread }: AtThread,
  order: { readonly answerDueOn: LocalDate; readonly reason: string },
): Result<ThreadChange> {
  const past = pastDay(order.answerDueOn, now)
  if (past !== undefined) return failure(past)
  if (thread.awaits === 'nobody') return failure(nobodyAwaited)
  const isOwn = thread.awaits === 'office' && thread.decideBy !== undefined
  return success({
    thread: {
      ...withDueDay(thread, order.answerDueOn),
      ...(isOwn && { decideBy: order.answerDueOn, dueAt: whenOver(order.answerDueOn) }),
    },
    actor: officer,
    what: `moved the last day: ${order.answerDueOn}, ${order.reason}`,
  })
}

/** Ends a thread; the trader reads why. */
export function closeThread(
  { officer, thread }: AtThread,
  { reason }: { readonly reason: string },
): Result<ThreadChange> {
  const isUndecided = thread.decideBy !== undefined && thread.decision === undefined
  if (isUndecided && thread.lateness !== 'pending' && thread.awaits === 'office') {
    return failure(toBeDecided)
  }
  const moved = moveThread(thread, 'close')
  if (!moved.ok) return moved
  const { dueAt: _dueAt, ...closed } = withDueDay(moved.value, undefined)
  return success({
    thread: closed,
    message: { id: newId('letter'), sentBy: 'office', officer, text: reason, attachments: [] },
    actor: officer,
    what: 'closed the thread',
  })
}

/**
 * Says whether there was a reasonable excuse for asking late (Finance Act 1994, s. 15E): then the time to
 * conclude begins, else the thread is closed.
 */
export function judgeLateness(
  { officer, now, thread }: AtThread,
  { isAccepted, reason, lastDay }: LatenessOrder,
): Result<ThreadChange> {
  if (thread.lateness !== 'pending') return failure(notLate)
  const message = {
    id: newId('letter'),
    sentBy: 'office',
    officer,
    text: reason,
    attachments: [],
  } as const
  if (!isAccepted) {
    const moved = moveThread(thread, 'close')
    if (!moved.ok) return moved
    const { dueAt: _dueAt, ...closed } = withDueDay(moved.value, undefined)
    const refused: Thread = { ...closed, lateness: 'refused' }
    return success({ thread: refused, message, actor: officer, what: 'refused the late request' })
  }
  const decideBy = lastDay('conclude-review', dateInLondon(now))
  return success({
    thread: {
      ...withDueDay(thread, decideBy),
      awaits: 'office',
      decideBy,
      lateness: 'accepted',
      dueAt: whenOver(decideBy),
    },
    message,
    actor: officer,
    what: 'accepted the late request',
  })
}

/** Whether a late request for a review is heard. */
export interface LatenessOrder {
  readonly isAccepted: boolean
  /** The trader reads it. */
  readonly reason: string
  readonly lastDay: LastDayOf
}

/** The thread after an event of its life cycle, or why that cannot be now. */
export function moveThread(thread: Thread, event: ThreadEvent): Result<Thread> {
  const edge = threadTransition(thread, event)
  if (edge !== undefined) return success({ ...thread, status: edge.to, awaits: edge.awaits })
  return failure({
    code: 'illegal-transition',
    path: '',
    message: `A thread of the kind ${thread.kind} that is ${thread.status} does not take: ${event}.`,
    mend: 'Read the thread again; somebody may have gone on with it.',
    zh: {
      message: `该往来函件${threadStatesInChinese[thread.status]}，不能${threadEventsInChinese[event]}。`,
      mend: '请重新读取；可能已由他人办理。',
    },
  })
}

/** The thread with another last day, or none. */
export function withDueDay(thread: Thread, answerDueOn: LocalDate | undefined): Thread {
  const { answerDueOn: _before, ...rest } = thread
  return answerDueOn === undefined ? rest : { ...rest, answerDueOn }
}

/** The moment from which a last day has gone by. */
export function whenOver(lastDay: LocalDate): Instant {
  return `${dayAfter(lastDay)}T00:00:00.000Z` as Instant
}

function pastDay(day: LocalDate | undefined, now: Instant): Failure | undefined {
  return day === undefined || day >= dateInLondon(now)
    ? undefined
    : {
        code: 'invalid-input',
        path: '/answerDueOn',
        message: 'The last day is over.',
        mend: 'Name today or a later day.',
        zh: { message: '期限已过。', mend: '请填写今天或以后的日期。' },
      }
}

const nobodyAwaited: Failure = {
  code: 'illegal-transition',
  path: '',
  message: 'Nobody is to answer in this thread.',
  mend: 'Ask the trader first; the question has a last day.',
  zh: { message: '该往来函件无人待答复。', mend: '请先向贸易商提出问题并注明期限。' },
}

const toBeDecided: Failure = {
  code: 'illegal-transition',
  path: '',
  message: 'The trader has a right to a decision.',
  mend: 'Decide it, or ask the trader whether the request is withdrawn.',
  zh: { message: '贸易商有权获得决定。', mend: '请作出决定，或询问贸易商是否撤回。' },
}

const notLate: Failure = {
  code: 'illegal-transition',
  path: '',
  message: 'The request was not late, or it was looked at before.',
  mend: 'Read the thread again.',
  zh: { message: '该申请并未逾期，或已经审查。', mend: '请重新读取。' },
}
