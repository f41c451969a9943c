import type { CaseState } from '../../clearance/case-state.ts'
import { readCase } from '../../clearance/store/case-store.ts'
import { findThreads, type FoundThread } from '../../correspondence/thread-store.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { ThreadDecision } from '../../exchange/letters/letter-change.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import {
  type AppealCalendar,
  type AppealableView,
  appealableView,
  type DecisionToShow,
  isReviewOf,
} from './appealable-view.ts'

/** So many rulings, and reviews of one, are looked at; the newest of each. */
const MOST = 200

type ToldDecision = Omit<DecisionToShow, 'review'> & {
  readonly toldIn: NonNullable<DecisionToShow['toldIn']>
}

/** The ruling that a thread has brought, or its refusal; undefined of any other thread. */
export function rulingOf({ id, kind, subject, decision }: FoundThread): ToldDecision | undefined {
  if (kind !== 'ruling-request' || decision === null) return undefined
  const { decidedOn, details } = decision as ThreadDecision
  return {
    decision: 'ruling',
    decidedOn: decidedOn as LocalDate,
    toldIn: { threadId: id, name: details?.rulingReference ?? subject },
  }
}

/** The warnings and penalties of a case; one that was withdrawn is there for its review alone. */
export function penaltiesOf({
  penalties = [],
}: Pick<CaseState, 'penalties'>): readonly (ToldDecision & {
  readonly isWithdrawn: boolean
})[] {
  return penalties.map(({ penaltyId, imposedOn, reviewBy, threadId, state }) => ({
    ...{ decision: 'penalty', decidedOn: imposedOn, lastDay: reviewBy },
    ...{ toldIn: { threadId, name: penaltyId }, isWithdrawn: state === 'withdrawn' },
  }))
}

/** The decision that a thread tells of: a ruling, or a penalty of its case that still stands. */
export async function decisionOf(
  transaction: TenantTransaction,
  thread: FoundThread,
): Promise<ToldDecision | undefined> {
  if (thread.kind !== 'enquiry' || thread.case_id === null) return rulingOf(thread)
  const state = await readCase(transaction, thread.case_id)
  const told = state && penaltiesOf(state).find(({ toldIn }) => toldIn.threadId === thread.id)
  if (told === undefined || told.isWithdrawn) return undefined
  const { isWithdrawn: _stands, ...penalty } = told
  return penalty
}

/** The latest thread in which the review of such a decision was asked for. */
export async function findReview(
  transaction: TenantTransaction,
  told: ToldDecision,
  { today }: Pick<AppealCalendar, 'today'>,
): Promise<FoundThread | undefined> {
  const againstThread = told.toldIn.threadId
  const reviews = await findThreads(transaction, { againstThread, today, atMost: MOST })
  return reviews.find((thread) => isReviewOf(thread, told))
}

/** The rulings of a business whose review nobody has asked for yet, the newest first. */
export async function rulingsToReview(
  transaction: TenantTransaction,
  calendar: AppealCalendar,
): Promise<readonly AppealableView[]> {
  const { today } = calendar
  const kinds = ['ruling-request', 'appeal'] as const
  const threads = await findThreads(transaction, { kinds, today, atMost: MOST })
  return threads.flatMap((thread) => {
    const ruling = rulingOf(thread)
    if (ruling === undefined || threads.some((other) => isReviewOf(other, ruling))) return []
    return [appealableView({ ...ruling, review: undefined }, calendar)]
  })
}
