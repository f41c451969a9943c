import { Type, type Static } from 'typebox'

import type { ChangeContext } from '../clearance/store/record-events.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import type { Immutable } from '../customs/immutable.ts'
import { localDate, oneOf, text } from '../customs/order/schema.ts'
import { type Result, success } from '../customs/result.ts'
import type { LetterChange, ThreadKind } from '../exchange/letters/letter-change.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import type { CorrespondencePorts } from './correspondence-ports.ts'
import { isReadByPeople } from './letter-route.ts'
import { takeIn } from './take-in-change.ts'
import {
  decidedAlready,
  decidedInFuture,
  noSuchLetter,
  noSuchOutcome,
  noSuchThread,
  rulingEndsTooSoon,
  rulingIncomplete,
  standingIsTold,
  waitsForNobody,
} from './thread-failures.ts'
import { lockThread, type StoredThread } from './thread-store.ts'

/** What can be decided in a thread of each kind. */
export const outcomesOf = {
  question: [],
  enquiry: [],
  'voluntary-correction': ['accepted', 'accepted-in-part', 'refused'],
  'repayment-claim': ['accepted', 'accepted-in-part', 'refused'],
  'ruling-request': ['issued', 'refused'],
  appeal: ['upheld', 'varied', 'cancelled'],
} as const satisfies Record<ThreadKind, readonly string[]>

const outcomes = [
  ...new Set([
    ...outcomesOf['voluntary-correction'],
    ...outcomesOf['ruling-request'],
    ...outcomesOf.appeal,
  ]),
]

/** A decision as a person has read it in a letter. */
export const readDecisionSchema = Type.Object(
  {
    outcome: oneOf(outcomes, 'of an appeal it is said of the decision that was appealed against'),
    reasons: text(8_000, 'the reasons that the letter gives'),
    decidedOn: localDate,
    details: Type.Optional(
      Type.Object(
        {
          rulingReference: Type.Optional(text(140, 'the number of the ruling')),
          code: Type.Optional(Type.String({ pattern: '^\\d{6,10}$' })),
          origin: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
          validFrom: Type.Optional(localDate),
          validUntil: Type.Optional(localDate),
        },
        { additionalProperties: false, description: 'of a ruling that was issued' },
      ),
    ),
  },
  { additionalProperties: false, description: 'a decision as a letter states it' },
)

/** What a person has read in a letter of the authority. */
export interface LetterReading {
  readonly threadId: string
  readonly letterId: string
  readonly decision?: Immutable<Static<typeof readDecisionSchema>>
  /** Whose turn it is by that letter. */
  readonly awaits: 'trader' | 'office' | 'nobody'
  readonly answerDueOn?: LocalDate
  readonly isClosed?: true
}

/**
 * Records what a letter states that its carrier cannot tell: how the thread stands, and what was decided. It
 * counts as if the authority had told it, and shows who has read it where.
 *
 * Fails with `conflict` where the authority itself tells it, or a decision is on record already.
 */
export async function recordLetterReading(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  reading: LetterReading,
  context: ChangeContext,
): Promise<Result<{ readonly threadId: string }>> {
  const { threadId, letterId, decision } = reading
  const thread = await lockThread(transaction, threadId)
  if (thread === undefined) return noSuchThread(threadId)
  if (!isReadByPeople(ports.letterChannels, thread.channel)) return standingIsTold()
  if (!(await isOfTheOffice(transaction, reading))) return noSuchLetter(letterId)
  if (reading.isClosed && reading.awaits !== 'nobody') return waitsForNobody('/awaits')
  if (reading.answerDueOn !== undefined && reading.awaits !== 'trader') {
    return waitsForNobody('/answerDueOn')
  }
  if (decision !== undefined) {
    const checked = checkDecision(thread, decision, dateInLondon(context.now))
    if (!checked.ok) return checked
  }
  const { tenantId, actor, cause, now } = context
  await takeIn(ports, transaction, {
    ...{ tenantId, threadId, by: { actor, cause } },
    incoming: {
      ...{ channel: thread.channel, attachments: [], change: changeOf(thread, reading, now) },
      recorded: { letterId, actor, at: now },
    },
  })
  return success({ threadId })
}

async function isOfTheOffice(
  transaction: TenantTransaction,
  { threadId, letterId }: LetterReading,
): Promise<boolean> {
  const letter = await transaction
    .selectFrom('letter')
    .select('id')
    .where('id', '=', letterId)
    .where('thread_id', '=', threadId)
    .where('written_by', '=', 'office')
    .executeTakeFirst()
  return letter !== undefined
}

function checkDecision(
  { kind, decision: before }: StoredThread,
  { outcome, decidedOn, details = {} }: NonNullable<LetterReading['decision']>,
  today: LocalDate,
): Result<void> {
  const possible: readonly string[] = outcomesOf[kind]
  if (!possible.includes(outcome)) return noSuchOutcome(possible)
  if (before !== null) return decidedAlready()
  if (decidedOn > today) return decidedInFuture()
  const { rulingReference, validFrom, validUntil } = details
  const isWhole =
    rulingReference !== undefined && validFrom !== undefined && validUntil !== undefined
  if (outcome === 'issued' && !isWhole) return rulingIncomplete()
  return isWhole && validUntil < validFrom ? rulingEndsTooSoon() : success(undefined)
}

/** As an interface would tell it; what was not read stays as it was. */
function changeOf(
  thread: StoredThread,
  { decision, awaits, answerDueOn, isClosed }: LetterReading,
  now: string,
): Omit<LetterChange, 'change'> {
  const { kind, subject, mrn, state } = thread
  const status = isClosed ? 'closed' : decision !== undefined ? 'decided' : standing(state)
  return {
    ...{ at: now, thread: thread.office_reference ?? thread.id, kind, subject, status, awaits },
    ...(mrn !== null && { mrn }),
    openedBy: thread.opened_by,
    ...(answerDueOn !== undefined && { answerDueOn }),
    ...(decision !== undefined && { decision }),
  }
}

function standing(state: StoredThread['state']): LetterChange['status'] {
  return state === 'written' || state === 'refused' ? 'open' : state
}
