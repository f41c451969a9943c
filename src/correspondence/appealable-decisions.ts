import type { CaseEvent } from '../clearance/events/case-event.ts'
import { VERSION_NOT_RECORDED } from '../clearance/events/upcasters.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import {
  type AppealPeriods,
  appealPeriodsOf,
  lastDayToAppeal,
} from '../customs/law/appeal-periods.ts'
import type { AppealableKind } from './thread-matter.ts'

/** A decision on a case that can be put to review, and until when. */
export interface AppealableDecision {
  readonly decision: Exclude<AppealableKind, 'ruling' | 'penalty'>
  readonly decidedOn: LocalDate
  /** The last day on which a review is asked for in time. */
  readonly lastDay: LocalDate
}

/**
 * What a case can be appealed for, the latest decision first: that entry was refused, that goods were
 * seized, that the authority has assessed them otherwise than before. What was paid by the first
 * assessment, or follows from an amendment of ours, nobody but the business itself has decided. What a
 * review has concluded is not reviewed again: it goes before the tribunal.
 *
 * @law Finance Act 1994, sections 15A to 16
 */
export function appealableDecisions(
  events: readonly CaseEvent[],
  periods: AppealPeriods,
): readonly AppealableDecision[] {
  const days = decisionDays(events)
  return [...days]
    .map(([decision, decidedOn]) => ({
      ...{ decision, decidedOn },
      lastDay: lastDayToAppeal(appealPeriodsOf(periods, decision).review, decidedOn),
    }))
    .sort((one, other) => other.decidedOn.localeCompare(one.decidedOn))
}

type Decided = AppealableDecision['decision']

/** A later decision of a kind takes the place of the one before it. */
function decisionDays(events: readonly CaseEvent[]): ReadonlyMap<Decided, LocalDate> {
  const days = new Map<Decided, LocalDate>()
  const told = new Map<string, string>()
  let latestTold: string | undefined
  const reviews = concludedReviews(events)
  const keeping = versionsOfKeeping(events)
  /** The version up to which an assessment follows from what the business itself has declared. */
  let ownVersion = 1
  for (const event of events) {
    switch (event.type) {
      case 'notification-received':
        told.set(event.data.notificationId, event.data.issuedAt)
        latestTold = event.data.issuedAt
        break
      case 'request-granted':
        ownVersion += isAmendment(events, event.data.requestId) ? 1 : 0
        break
      case 'declaration-filled':
        ownVersion = 1
        days.clear()
        break
      case 'assessment-notified':
      case 'assessment-corrected':
      case 'assessment-final': {
        const version = Number(event.data.versionId)
        if (!(version > ownVersion)) break
        ownVersion = version
        const day = dayOf(told.get(event.data.notificationId), event.at)
        if (isOfReview(reviews, event.data.versionId, day)) break
        // What is due on the goods that go follows from what is kept, and that is reviewed itself.
        if (!keeping.has(event.data.versionId)) days.set('assessment', day)
        break
      }
      case 'entry-refused':
        days.set('refusal', dayOf(latestTold, event.at))
        break
      case 'goods-seized':
        days.set('seizure', dayOf(latestTold, event.at))
        break
      case 'goods-kept-back':
        days.set('seizure', event.data.keptOn)
        break
      case 'kept-goods-seized':
        days.set('seizure', event.data.decidedOn)
        break
      case 'goods-restored':
      case 'kept-goods-restored':
        days.delete('seizure')
        break
    }
  }
  return days
}

/** The versions of the declaration that follow from goods being kept, or given back. */
function versionsOfKeeping(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.type === 'goods-kept-back' || event.type === 'kept-goods-restored'
        ? [event.data.versionId]
        : [],
    ),
  )
}

type ConcludedReview = Extract<CaseEvent, { readonly type: 'thread-decided' }>['data']

/** The reviews that have made a version of the declaration, or of which it is not on record. */
function concludedReviews(events: readonly CaseEvent[]): readonly ConcludedReview[] {
  return events.flatMap((event) =>
    event.type === 'thread-decided' &&
    event.data.kind === 'appeal' &&
    event.data.versionId !== undefined
      ? [event.data]
      : [],
  )
}

/** Where the version is not on record, what was assessed on the day of the review is taken for its own. */
function isOfReview(
  reviews: readonly ConcludedReview[],
  versionId: string,
  assessedOn: LocalDate,
): boolean {
  return reviews.some((review) =>
    review.versionId === VERSION_NOT_RECORDED
      ? review.decidedOn === assessedOn
      : review.versionId === versionId,
  )
}

function isAmendment(events: readonly CaseEvent[], requestId: string): boolean {
  return events.some(
    ({ type, data }) =>
      type === 'request-made' && data.requestId === requestId && data.kind === 'amendment',
  )
}

/** The day that the authority has put on what it says; the day on which it was read, where it has none. */
function dayOf(issuedAt: string | undefined, recordedAt: Instant): LocalDate {
  const issued = issuedAt === undefined ? Number.NaN : Date.parse(issuedAt)
  return dateInLondon(
    Number.isNaN(issued) ? recordedAt : (new Date(issued).toISOString() as Instant),
  )
}
