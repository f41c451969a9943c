import type { CaseEvent } from '../clearance/events/case-event.ts'
import { dateInLondon } from '../customs/calendar/date-in-london.ts'
import type { Instant, LocalDate } from '../customs/calendar/local-date.ts'
import { lastDayForReview, type ReviewRequestPeriod } from '../customs/law/review-request.ts'
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
 * assessment, or follows from an amendment of ours, nobody but the business itself has decided.
 */
export function appealableDecisions(
  events: readonly CaseEvent[],
  period: ReviewRequestPeriod,
): readonly AppealableDecision[] {
  const days = decisionDays(events)
  return [...days]
    .map(([decision, decidedOn]) => ({
      ...{ decision, decidedOn },
      lastDay: lastDayForReview(period, decidedOn),
    }))
    .sort((one, other) => other.decidedOn.localeCompare(one.decidedOn))
}

type Decided = AppealableDecision['decision']

/** A later decision of a kind takes the place of the one before it. */
function decisionDays(events: readonly CaseEvent[]): ReadonlyMap<Decided, LocalDate> {
  const days = new Map<Decided, LocalDate>()
  const told = new Map<string, string>()
  let latestTold: string | undefined
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
        days.set('assessment', dayOf(told.get(event.data.notificationId), event.at))
        break
      }
      case 'entry-refused':
        days.set('refusal', dayOf(latestTold, event.at))
        break
      case 'goods-seized':
        days.set('seizure', dayOf(latestTold, event.at))
        break
      case 'goods-restored':
        days.delete('seizure')
        break
    }
  }
  return days
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
