import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { LodgementEvent } from '../life-cycle/lodgement-state.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { NotificationContent } from '../notification/content.ts'
import type { RuleOutcome } from '../risk/evaluate.ts'
import type { RiskFacts } from '../risk/risk-facts.ts'
import type { MovedKeptGoods, NewKeptGoods } from '../kept/kept-goods.ts'
import type { MovedPenalty, NewPenalty } from '../penalties/penalty.ts'
import type { DecidedSecurity, NewSecurity } from '../security/security.ts'
import type { ControlKind } from '../store/tables.ts'
import type { Lodgement } from './lodgement.ts'

/** A message to the trader that is still without its id and time. */
export interface OutgoingNotification {
  readonly applicationId: string
  readonly conversationId: string
  readonly lodgementId?: string
  readonly lrn?: string
  readonly mrn?: string
  readonly version: number
  readonly content: NotificationContent
}

/**
 * A control that a step opens. A new control always holds the goods; an officer may loosen it
 * later.
 */
export interface NewControl {
  readonly kind: ControlKind
  readonly reason: string
  /** What belongs to the kind: the papers wanted, or the question. */
  readonly detail: object
  /** Last moment for the trader's answer; absent where nothing is asked of the trader. */
  readonly limitAt?: Instant
  /** The officer, or the office itself for a risk rule. */
  readonly openedBy: string
}

/** A control that a step closes, with the result that stays in the dossier. */
export interface ClosedControl {
  readonly id: string
  readonly closedBy: string
  readonly outcome: object
}

/**
 * Money that moves for a lodgement. What has been paid is the sum of the charges of a method; none
 * is ever changed.
 */
export interface NewCharge {
  /** Data element 4/8: `E` deferment, `A` cash; `R` and `M` the same as security. */
  readonly method: string
  /** The deferment account; absent for cash. */
  readonly accountNumber?: string
  /** Negative where money is to be paid back. */
  readonly amountGbp: DecimalText
  /** What the money is for, such as the MRN or the cashier's receipt. */
  readonly reference: string
  /** The thread of a claim on which it is given back, which leaves what is owed as it was. */
  readonly claim?: string
}

/** One line of the dossier, which is only ever added to. */
export interface DossierEntry {
  /** An officer, the trader, or the office where nobody decided. */
  readonly actor: string
  /** What was done, in words for people; programs look at `detail`. */
  readonly what: string
  readonly detail: object
}

/** What the risk rules have said of an entry, and of which facts. */
export interface RiskEvaluation {
  readonly facts: RiskFacts
  readonly outcomes: readonly RuleOutcome[]
  /** They were asked before; the entry counts among the past of its parties once. */
  readonly isRepeated?: true
}

/**
 * All that one step does to a lodgement. Steps are pure and only describe; one transaction writes
 * the description down, so that a step is done as a whole or not at all.
 */
export interface LodgementChange {
  /** As it stands after the step. */
  readonly lodgement: Lodgement
  /** When the office looks at it again by itself. */
  readonly dueAt?: Instant
  readonly notifications: readonly OutgoingNotification[]
  readonly newControls: readonly NewControl[]
  readonly closedControls: readonly ClosedControl[]
  /** Open controls for which the goods no longer wait. */
  readonly loosenedControls: readonly string[]
  readonly charges: readonly NewCharge[]
  readonly newSecurities: readonly NewSecurity[]
  readonly decidedSecurities: readonly DecidedSecurity[]
  readonly newPenalty?: NewPenalty
  readonly movedPenalty?: MovedPenalty
  readonly newKeptGoods?: NewKeptGoods
  readonly movedKeptGoods?: MovedKeptGoods
  readonly entries: readonly DossierEntry[]
  /** The whole declaration where an officer has changed it. */
  readonly corrected?: LodgedDeclaration
  readonly assessment?: Assessment
  readonly evaluation?: RiskEvaluation
  /** An officer has found something wrong with the entry, which its parties are remembered by. */
  readonly finding?: true
}

/**
 * The step that does nothing, from which every other is built up. It has no `dueAt`, so by itself
 * it puts the lodgement to rest until somebody does something about it.
 */
export function unchanged(lodgement: Lodgement): LodgementChange {
  return {
    lodgement,
    notifications: [],
    newControls: [],
    closedControls: [],
    loosenedControls: [],
    charges: [],
    newSecurities: [],
    decidedSecurities: [],
    entries: [],
  }
}

/** Tells the trader something about the declaration, under its own LRN and conversation. */
export function notify(change: LodgementChange, content: NotificationContent): LodgementChange {
  const { applicationId, conversationId, id, lrn, mrn, version } = change.lodgement
  const notification: OutgoingNotification = {
    applicationId,
    conversationId,
    lodgementId: id,
    ...(lrn === undefined ? {} : { lrn }),
    mrn,
    version,
    content,
  }
  return { ...change, notifications: [...change.notifications, notification] }
}

/** Adds a line to the dossier, which is written in the transaction of the step that it tells of. */
export function note(change: LodgementChange, entry: DossierEntry): LodgementChange {
  return { ...change, entries: [...change.entries, entry] }
}

/**
 * Changes fields of the register beside the state; the state itself only changes by {@link move}.
 */
export function amend(change: LodgementChange, fields: Partial<Lodgement>): LodgementChange {
  return { ...change, lodgement: { ...change.lodgement, ...fields } }
}

/**
 * Takes an edge of the life cycle.
 * @throws Error when there is no such edge: whoever calls this has asked `nextState` before, or
 * acts on a state that it has just read.
 */
export function move(
  change: LodgementChange,
  event: LodgementEvent,
  fields: Partial<Lodgement> = {},
): LodgementChange {
  const next = nextState(change.lodgement.state, event)
  if (!next.ok) throw new Error(next.failures[0].message)
  return amend(change, { ...fields, state: next.value })
}

/**
 * Has the office look at the lodgement again by itself. There is one such time: a later call
 * replaces an earlier one.
 */
export function wakeAt(change: LodgementChange, dueAt: Instant): LodgementChange {
  return { ...change, dueAt }
}
