import type { CaseState } from '../clearance/case-state.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import type { ThreadDecision } from '../exchange/letters/letter-change.ts'
import { instantOf } from '../platform/clock.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import type { AppealableKind } from './thread-matter.ts'

/** Decisions that no notification tells of, but a letter. */
export const toldInLetters = ['ruling', 'penalty'] as const satisfies readonly AppealableKind[]

/** One of {@link toldInLetters}. */
export type ToldInLetter = (typeof toldInLetters)[number]

/** A decision that stands in a thread. */
export interface DecisionInLetters {
  readonly decidedOn: LocalDate
  /** The last day for its review, where the authority has stated it. */
  readonly lastDay?: LocalDate
  /** The thread that tells of it, and the authority's reference of that thread. */
  readonly threadId: string
  readonly thread?: string
}

/** Whether a decision is found in letters, and not among the notifications of a case. */
export function isToldInLetters(decision: AppealableKind): decision is ToldInLetter {
  return (toldInLetters as readonly AppealableKind[]).includes(decision)
}

/** The decision that a thread tells of; undefined where it tells of none that can be put to review. */
export async function decisionInLetters(
  transaction: TenantTransaction,
  decision: ToldInLetter,
  { threadId, state }: { readonly threadId: string; readonly state: CaseState | undefined },
): Promise<DecisionInLetters | undefined> {
  return decision === 'ruling'
    ? rulingDecided(transaction, threadId)
    : state?.declaration?.mrn === undefined
      ? undefined
      : penaltyTold(transaction, threadId, state)
}

async function rulingDecided(
  transaction: TenantTransaction,
  threadId: string,
): Promise<DecisionInLetters | undefined> {
  const row = await transaction
    .selectFrom('correspondence_thread')
    .select(['decision', 'office_reference'])
    .where('id', '=', threadId)
    .where('kind', '=', 'ruling-request')
    .executeTakeFirst()
  const decided = row?.decision as ThreadDecision | null | undefined
  if (row === undefined || decided === undefined || decided === null) return undefined
  return found(threadId, decided.decidedOn as LocalDate, row.office_reference)
}

/**
 * No notification tells of a penalty: it comes in a letter, which says it to systems as well, or which
 * a person has read as one.
 */
async function penaltyTold(
  transaction: TenantTransaction,
  threadId: string,
  { caseId, penalties = [] }: CaseState,
): Promise<DecisionInLetters | undefined> {
  const row = await transaction
    .selectFrom('correspondence_thread as thread')
    .innerJoin('letter', 'letter.thread_id', 'thread.id')
    .select(['letter.written_at', 'thread.office_reference'])
    .where('thread.id', '=', threadId)
    .where('thread.case_id', '=', caseId)
    .where('thread.opened_by', '=', 'office')
    .where('letter.written_by', '=', 'office')
    .orderBy('letter.id')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const penalty = penalties.find((one) => one.threadId === threadId)
  const decidedOn = penalty?.imposedOn ?? dateInLondon(instantOf(row.written_at))
  const told = found(threadId, decidedOn, row.office_reference)
  return penalty === undefined ? told : { ...told, lastDay: penalty.reviewBy }
}

function found(
  threadId: string,
  decidedOn: LocalDate,
  officeReference: string | null,
): DecisionInLetters {
  return { decidedOn, threadId, ...(officeReference !== null && { thread: officeReference }) }
}
