import { Type, type Static } from 'typebox'

import { threadStates } from '../../clearance/life-cycle/thread-life-cycle.ts'
import { appealable, type ThreadMatter } from '../../correspondence/thread-matter.ts'
import type { FoundThread } from '../../correspondence/thread-store.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Immutable } from '../../customs/immutable.ts'
import {
  type AppealPeriod,
  type AppealPeriods,
  appealPeriodsOf,
  lastDayToAppeal,
} from '../../customs/law/appeal-periods.ts'
import { cite, type Laws } from '../../customs/law/law.ts'
import { localDate, oneOf } from '../../customs/order/schema.ts'
import { threadOutcomes, type ThreadDecision } from '../../exchange/letters/letter-change.ts'
import { instantOf } from '../../platform/clock.ts'

const lawSchema = Type.Object({ title: Type.String(), url: Type.String() })

/** The review of a decision, and whether its conclusions can go before the tribunal. */
export const reviewSchema = Type.Object(
  {
    threadId: Type.String({ description: 'in which it was asked for' }),
    askedOn: localDate,
    state: oneOf(threadStates, 'refused: the authority has not taken the request'),
    concludedBy: Type.Optional(localDate),
    outcome: Type.Optional(oneOf(threadOutcomes, 'said of the decision that was reviewed')),
    concludedOn: Type.Optional(localDate),
    tribunal: Type.Optional(
      Type.Object(
        {
          lastDay: localDate,
          isOver: Type.Boolean({ description: 'whether that day is over' }),
          law: lawSchema,
        },
        { description: 'until when the conclusions can be appealed to the tribunal' },
      ),
    ),
  },
  { description: 'a review that was asked for' },
)

/** The type of {@link reviewSchema}. */
export type ReviewView = Immutable<Static<typeof reviewSchema>>

/** A decision that can be put to review, or was. */
export const appealableSchema = Type.Object(
  {
    decision: oneOf(appealable, 'what was decided'),
    decidedOn: localDate,
    lastDay: localDate,
    isLate: Type.Boolean({ description: 'whether that day is over, so that a reason is needed' }),
    law: lawSchema,
    toldIn: Type.Optional(
      Type.Object(
        { threadId: Type.String(), name: Type.String() },
        { description: 'of a decision that a letter tells of: its thread, and how it is called' },
      ),
    ),
    threadId: Type.Optional(Type.String({ description: 'in which it was appealed against' })),
    review: Type.Optional(reviewSchema),
  },
  { description: 'a decision that can be put to review' },
)

/** The type of {@link appealableSchema}. */
export type AppealableView = Immutable<Static<typeof appealableSchema>>

/** What periods are counted with. */
export interface AppealCalendar {
  readonly today: LocalDate
  readonly appealPeriods: AppealPeriods
  readonly laws: Laws
}

/** A decision as it can be put to review, and the review where there is one. */
export interface DecisionToShow extends Pick<AppealableView, 'decision' | 'decidedOn' | 'toldIn'> {
  /** As the authority has stated it; else it is counted by the law. */
  readonly lastDay?: LocalDate
  readonly review: FoundThread | undefined
}

/** Shows a decision with the last day for its review, or with its review and what comes after it. */
export function appealableView(
  { review, ...decided }: DecisionToShow,
  calendar: AppealCalendar,
): AppealableView {
  const counted = until(
    appealPeriodsOf(calendar.appealPeriods, decided.decision).review,
    decided.decidedOn,
    calendar,
  )
  const { lastDay = counted.lastDay } = decided
  return {
    ...{ ...decided, lastDay, law: counted.law, isLate: calendar.today > lastDay },
    ...(review !== undefined && {
      threadId: review.id,
      review: reviewView(review, calendar),
    }),
  }
}

/** Shows the thread of an appeal as the review that it asks for. */
export function reviewView(row: FoundThread, calendar: AppealCalendar): ReviewView {
  const { appeal } = (row.matter ?? {}) as ThreadMatter
  const decision = row.decision as ThreadDecision | null
  const concludedOn = decision?.decidedOn as LocalDate | undefined
  const { tribunal } = appealPeriodsOf(calendar.appealPeriods, appeal?.decision ?? '')
  return {
    ...{ threadId: row.id, state: row.state, askedOn: dateInLondon(instantOf(row.opened_at)) },
    ...(row.awaits === 'office' &&
      row.answer_due_on !== null &&
      decision === null && { concludedBy: row.answer_due_on as LocalDate }),
    ...(decision !== null && { outcome: decision.outcome }),
    ...(concludedOn !== undefined && {
      concludedOn,
      tribunal: until(tribunal, concludedOn, calendar),
    }),
  }
}

/** Whether a thread asks for the review of a decision; one that was not taken asks for nothing. */
export function isReviewOf(
  { kind, state, matter }: Pick<FoundThread, 'kind' | 'state' | 'matter'>,
  decided: Pick<AppealableView, 'decision' | 'decidedOn' | 'toldIn'>,
): boolean {
  const { appeal } = (matter ?? {}) as ThreadMatter
  return (
    kind === 'appeal' &&
    state !== 'refused' &&
    appeal?.decision === decided.decision &&
    appeal.decidedOn === decided.decidedOn &&
    appeal.threadId === decided.toldIn?.threadId
  )
}

function until(period: AppealPeriod, documentOf: LocalDate, { today, laws }: AppealCalendar) {
  const { title, url } = cite(laws, period.law)
  const lastDay = lastDayToAppeal(period, documentOf)
  return { lastDay, isOver: today > lastDay, law: { title, url } }
}
