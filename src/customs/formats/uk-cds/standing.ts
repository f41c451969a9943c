import type { DateTimeText } from '../../declaration/element.ts'
import type {
  BankAccount,
  Notification,
  NotificationError,
  NotificationStatement,
  PaymentDemand,
  TaxLine,
} from './notification.ts'

/**
 * Which declaration is meant. Without the reference it is taken from the notifications that always
 * carry the declaration's own; requests have references of their own under the same MRN.
 */
export interface OwnDeclaration {
  readonly lrn?: string
  readonly mrn?: string
}

/** Where a declaration stands with the authority. `none`: nothing heard that says so. */
export type StandingState =
  | 'none'
  | 'rejected'
  | 'registered'
  | 'accepted'
  | 'released'
  | 'cleared'
  | 'exited'
  | 'refused'
  | 'seized'
  | 'expired'
  | 'invalidated'
  | 'handled-outside'

/**
 * The standing of one declaration as it follows from the set of its notifications: the same for
 * every order of arrival and any number of duplicates.
 */
export interface Standing {
  readonly mrn?: string
  /** Reference of the declaration itself; requests have their own. */
  readonly lrn?: string
  /** The newest version that a notification speaks of. */
  readonly version: number
  readonly state: StandingState
  readonly registeredAt?: DateTimeText
  /** Legal acceptance: the tax point. */
  readonly acceptedAt?: DateTimeText
  /** Release of the goods, by 08 or by 09 alone. */
  readonly releasedAt?: DateTimeText
  readonly clearedAt?: DateTimeText
  /** Goods that leave are out of the country (16). */
  readonly exitedAt?: string
  /** When and why the declaration ended without release: rejection, invalidation, refusal, seizure. */
  readonly ending?: StandingEnding
  /** Errors of a rejection of the declaration itself. */
  readonly errors: readonly NotificationError[]
  /** Physical controls ordered (05). */
  readonly controls: readonly StandingEvent[]
  /** Documents wanted (06). */
  readonly documentRequests: readonly StandingRequest[]
  /** Questions of the authority (51). */
  readonly queries: readonly StandingRequest[]
  /** Results of controls and amendments that changed the declaration (07). */
  readonly results: readonly Notification[]
  /** Our requests under the same MRN (amendment, cancellation, arrival) and their answers. */
  readonly requests: readonly OwnRequest[]
  /** The tax statement that counts: the last final one of the current version, else the last. */
  readonly assessment?: Assessment
  /** Every tax statement, oldest first. */
  readonly assessments: readonly Assessment[]
  /** The open shortfall (14, reminder 15); absent once released. */
  readonly insufficientFunds?: FundsDemand
  /** Warning that the declaration is about to lapse (50). */
  readonly aboutToLapse?: StandingEvent
  /** Exit results wanted (18). */
  readonly exitResultsWanted?: StandingRequest
  /** Remarks with which the authority took the declaration, such as an unusual value per kilogram. */
  readonly remarks: readonly NotificationStatement[]
  /** The same as errors that point to a field; they do not stand in the way. */
  readonly advisories: readonly NotificationError[]
  /** Messages that do not fit this declaration or this state: kept and shown, never dropped. */
  readonly unfit: readonly Unfit[]
}

/** By which notification something is known. */
export interface StandingEvent {
  readonly notificationId?: string
  /** When the authority issued the message; of an ending, when it took effect. */
  readonly at?: DateTimeText
}

/** Something that the authority wants of the trader. */
export interface StandingRequest extends StandingEvent {
  /** What is wanted, in its words. */
  readonly text?: string
  /** Why, in its words. */
  readonly reason?: string
  /** The same by code, where the message has one. */
  readonly code?: string
  /** The last moment for an answer, where it sets one. */
  readonly limitAt?: DateTimeText
}

/** How a declaration ended without release. */
export interface StandingEnding extends StandingEvent {
  /** `R1` entry refused, `R2` never arrived, `R3` at the trader's request, `S1` seized. */
  readonly reasonCode?: string
  /** In words, as the authority wrote it. */
  readonly reason?: string
}

/** A request of ours about the declaration, and what the authority has made of it. */
export interface OwnRequest {
  /** The reference of the request, not of the declaration. */
  readonly lrn: string
  /** `answered`: with a status that we do not know, kept in `statusCode`. */
  readonly state: 'received' | 'granted' | 'denied' | 'rejected' | 'answered'
  readonly statusCode?: string
  readonly receivedAt?: DateTimeText
  readonly answeredAt?: DateTimeText
  /** Why it was rejected. */
  readonly errors: readonly NotificationError[]
}

/**
 * One tax statement (13). A declaration has several: preliminary and final ones of each version.
 */
export interface Assessment extends StandingEvent {
  /** Version of the declaration that it assesses, from 1. */
  readonly version: number
  /** Status of the amounts by UN/EDIFACT 4405; `final` ones are debited. */
  readonly kind: 'preliminary' | 'provisional' | 'final' | 'unknown'
  readonly taxLines: readonly TaxLine[]
  /** Why it is stated, where the authority says so. */
  readonly reason?: string
  readonly bank?: BankAccount
}

/** The deferment account or guarantee does not cover the charges, which holds up the release. */
export interface FundsDemand extends StandingEvent {
  readonly payments: readonly PaymentDemand[]
  readonly bank?: BankAccount
  /** Whether the reminder (15) has come, after the first demand (14). */
  readonly reminded: boolean
}

/** A message that the standing does not count. */
export interface Unfit {
  readonly notification: Notification
  /** One sentence for the person who looks into it. */
  readonly reason: string
}
