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

type DecidedRuling = Omit<DecisionToShow, 'review'> & {
  readonly toldIn: NonNullable<DecisionToShow['toldIn']>
}

/** The ruling that a thread has brought, or its refusal; undefined of any other thread. */
export function rulingOf({ id, kind, subject, decision }: FoundThread): DecidedRuling | undefined {
  if (kind !== 'ruling-request' || decision === null) return undefined
  const { decidedOn, details } = decision as ThreadDecision
  return {
    decision: 'ruling',
    decidedOn: decidedOn as LocalDate,
    toldIn: { threadId: id, name: details?.rulingReference ?? subject },
  }
}

/** The latest thread in which the review of a ruling was asked for. */
export async function findReview(
  transaction: TenantTransaction,
  ruling: DecidedRuling,
  { today }: Pick<AppealCalendar, 'today'>,
): Promise<FoundThread | undefined> {
  const againstThread = ruling.toldIn.threadId
  const reviews = await findThreads(transaction, { againstThread, today, atMost: MOST })
  return reviews.find((thread) => isReviewOf(thread, ruling))
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
