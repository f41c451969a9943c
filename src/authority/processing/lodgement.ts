import type { Instant } from '../../customs/calendar/local-date.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { ControlKind, PaymentState } from '../store/tables.ts'

/** A lodgement as the office works on it. */
export interface Lodgement {
  readonly id: string
  readonly applicationId: string
  readonly conversationId: string
  readonly lrn?: string
  readonly mrn: string
  /** The declaration as it stands now: as lodged, or as officers have changed it. */
  readonly declaration: LodgedDeclaration
  readonly version: number
  readonly state: LodgementState
  readonly receivedAt: Instant
  readonly registeredAt?: Instant
  readonly arrivedAt?: Instant
  readonly acceptedAt?: Instant
  readonly releasedAt?: Instant
  readonly endedAt?: Instant
  readonly finalTaxVersion: number
  readonly paymentState: PaymentState
  readonly paymentStateSince?: Instant
}

/** Something that is open beside the main line, and whether the goods must wait for it. */
export interface OpenControl {
  readonly id: string
  readonly kind: ControlKind
  readonly blocksRelease: boolean
  readonly reason: string
  readonly detail: object
  readonly openedAt: Instant
  /** When the trader has sent the first file since. */
  readonly answeredAt?: Instant
}

/** Who acts in the dossier when no officer does. */
export const THE_OFFICE = 'office'
