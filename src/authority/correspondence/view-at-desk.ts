import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { listActs, type ThreadAct } from '../store/correspondence-list.ts'
import type { Lateness } from '../store/correspondence-tables.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { AppealedDecision } from './appealed-decision.ts'
import { lookUpExport, type ClaimedExport } from './claimed-export.ts'
import type { Thread, ThreadOutcome } from './thread.ts'
import { threadTransition } from './thread-life-cycle.ts'
import { possibleOutcomes } from './thread-outcomes.ts'
import { viewThread, type ThreadView } from './view-thread.ts'

/** A thread as officers read it, with what they can do in it. */
export interface DeskThread extends ThreadView {
  /** The trader, by the name under which its software is registered. */
  readonly trader: string
  readonly isOverdue: boolean
  /** The office's own last day to decide. */
  readonly decideBy?: LocalDate
  readonly appealed?: AppealedDecision
  /** Of a claim that names an export. */
  readonly claimedExport?: ClaimedExport
  readonly lateness?: Lateness
  readonly acts: readonly ThreadAct[]
  readonly possible: {
    readonly write: boolean
    readonly ask: boolean
    readonly moveLastDay: boolean
    readonly judgeLateness: boolean
    readonly close: boolean
    readonly outcomes: readonly ThreadOutcome[]
  }
}

/** Reads a thread for the desk. */
export async function viewThreadAtDesk(
  transaction: AuthorityTransaction,
  thread: Thread,
  { today }: { readonly today: LocalDate },
): Promise<DeskThread> {
  const { name } = await transaction
    .selectFrom('trader_application')
    .select('name')
    .where('id', '=', thread.applicationId)
    .executeTakeFirstOrThrow()
  const claimedExport = await lookUpExport(transaction, thread)
  const { answerDueOn, awaits, decideBy, appealed, lateness } = thread
  return {
    ...(await viewThread(transaction, thread)),
    trader: name,
    isOverdue: awaits !== 'nobody' && answerDueOn !== undefined && answerDueOn < today,
    ...(decideBy !== undefined && { decideBy }),
    ...(appealed !== undefined && { appealed }),
    ...(claimedExport !== undefined && { claimedExport }),
    ...(lateness !== undefined && { lateness }),
    acts: await listActs(transaction, thread.reference),
    possible: {
      write: threadTransition(thread, 'office-tells') !== undefined,
      ask: threadTransition(thread, 'office-asks') !== undefined,
      moveLastDay: awaits !== 'nobody',
      judgeLateness: lateness === 'pending' && thread.status === 'open',
      close: threadTransition(thread, 'close') !== undefined,
      outcomes: possibleOutcomes(thread),
    },
  }
}
