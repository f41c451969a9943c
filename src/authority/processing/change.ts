import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { LodgementEvent } from '../life-cycle/lodgement-state.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { NotificationContent } from '../notification/content.ts'
import type { RuleOutcome } from '../risk/evaluate.ts'
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

export interface NewControl {
  readonly kind: ControlKind
  readonly reason: string
  readonly detail: object
  readonly limitAt?: Instant
  readonly openedBy: string
}

export interface ClosedControl {
  readonly id: string
  readonly closedBy: string
  readonly outcome: object
}

export interface NewCharge {
  readonly method: string
  readonly accountNumber?: string
  /** Negative where money is to be paid back. */
  readonly amountGbp: DecimalText
  readonly reference: string
}

export interface DossierEntry {
  readonly actor: string
  readonly what: string
  readonly detail: object
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
  readonly entries: readonly DossierEntry[]
  /** The whole declaration where an officer has changed it. */
  readonly corrected?: LodgedDeclaration
  readonly assessment?: Assessment
  readonly evaluation?: readonly RuleOutcome[]
}

export function unchanged(lodgement: Lodgement): LodgementChange {
  return {
    lodgement,
    notifications: [],
    newControls: [],
    closedControls: [],
    loosenedControls: [],
    charges: [],
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

export function note(change: LodgementChange, entry: DossierEntry): LodgementChange {
  return { ...change, entries: [...change.entries, entry] }
}

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

export function wakeAt(change: LodgementChange, dueAt: Instant): LodgementChange {
  return { ...change, dueAt }
}
