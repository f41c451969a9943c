import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { newId } from '../../platform/ids.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { THE_OFFICE } from '../processing/lodgement.ts'
import type { Office } from '../processing/office.ts'
import { claimDueThreads } from '../store/correspondence-list.ts'
import { writeThread, writeThreadChange, type ThreadChange } from '../store/correspondence-store.ts'
import { moveThread, whenOver, withDueDay } from './officer-steps.ts'
import type { Thread, ThreadDecision } from './thread.ts'

/** Threads that one transaction takes on. */
const BATCH = 50

/**
 * What the office does with letters by itself: where it works without people it says that it has them, and
 * a review whose time is over stands as the law says. It answers and decides nothing.
 *
 * @returns how many threads were looked at
 */
export async function processDueLetters(office: Office): Promise<number> {
  const now = office.clock.now()
  const worked = await inTransaction(office.database, async (transaction) => {
    const due = await claimDueThreads(transaction, now, BATCH)
    for (const thread of due) {
      const change = lapsed(office, thread) ?? acknowledged(office, thread)
      if (change === undefined) await writeThread(transaction, withoutAcknowledgement(thread))
      else await writeThreadChange(transaction, change, now)
    }
    return due
  })
  office.news.tell(worked.map(({ mrn, reference }) => mrn ?? reference))
  return worked.length
}

/** Without conclusions in time a review is taken to have upheld the decision (Finance Act 1994, s. 15F(8)). */
function lapsed({ clock }: Office, thread: Thread): ThreadChange | undefined {
  const today = dateInLondon(clock.now())
  const { kind, decideBy, decision: made } = thread
  if (kind !== 'appeal' || decideBy === undefined || made !== undefined) return undefined
  if (today <= decideBy) return undefined
  const moved = moveThread(thread, 'decide')
  if (!moved.ok) return undefined
  const decision: ThreadDecision = {
    outcome: 'upheld',
    reasons: `The review was not concluded by ${decideBy}; the decision is treated as upheld (Finance Act 1994, s. 15F(8)).`,
    decidedOn: today,
    details: { effect: 'time-is-over' },
  }
  const { dueAt: _dueAt, ...decided } = withDueDay(moved.value, undefined)
  return {
    thread: { ...decided, decision },
    decision,
    actor: THE_OFFICE,
    what: 'decided: upheld',
  }
}

function acknowledged({ settings }: Office, thread: Thread): ThreadChange | undefined {
  const isWanted = settings().decisions === 'by-office' && thread.awaits === 'office'
  if (!isWanted || thread.dueAt !== thread.openedAt) return undefined
  const until = thread.answerDueOn === undefined ? '' : ` by ${thread.answerDueOn}`
  return {
    thread: withoutAcknowledgement(thread),
    message: {
      id: newId('letter'),
      sentBy: 'office',
      text: `We have received your letter (${thread.reference}). An officer will answer it${until}.`,
      attachments: [],
    },
    actor: THE_OFFICE,
    what: 'acknowledged',
  }
}

/** The office comes back to a review when its time is over, and to nothing else. */
function withoutAcknowledgement({ dueAt: _dueAt, ...thread }: Thread): Thread {
  const { kind, decideBy } = thread
  return kind === 'appeal' && decideBy !== undefined
    ? { ...thread, dueAt: whenOver(decideBy) }
    : thread
}
