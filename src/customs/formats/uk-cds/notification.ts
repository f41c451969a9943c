import type { DateTimeText, Quantity } from '../../declaration/element.ts'
import type { Money } from '../../money/money.ts'
import type { DecimalText } from '../../money/decimal.ts'
import type { CdsPointer } from './pointer.ts'

/** The notifications of the Customs Declaration Service by function code, with HMRC's names. */
export const notificationNames = {
  '01': 'DMSACC',
  '02': 'DMSRCV',
  '03': 'DMSREJ',
  '05': 'DMSCTL',
  '06': 'DMSDOC',
  '07': 'DMSRES',
  '08': 'DMSROG',
  '09': 'DMSCLE',
  '10': 'DMSINV',
  '11': 'DMSREQ',
  '13': 'DMSTAX',
  '14': 'DMSCPI',
  '15': 'DMSCPR',
  '16': 'DMSEOG',
  '17': 'DMSEXT',
  '18': 'DMSGER',
  '50': 'DMSALV',
  '51': 'DMSQRY',
} as const

export type NotificationCode = keyof typeof notificationNames

/**
 * One response of the Customs Declaration Service, read into terms of the trade.
 * A field is absent where the message does not carry it; a list is empty where it carries none.
 */
export interface Notification {
  /** One of {@link notificationNames}, or a code that is new to us and kept as it came. */
  readonly functionCode: string
  /** The authority's id of this message: the key for de-duplication. */
  readonly notificationId?: string
  readonly issuedAt?: DateTimeText
  /** The reference of the declaration, or of the request that this message answers. */
  readonly lrn?: string
  readonly mrn?: string
  /** Version of the declaration that the message speaks of. */
  readonly versionId?: number
  readonly acceptedAt?: DateTimeText
  readonly rejectedAt?: DateTimeText
  readonly cancelledAt?: DateTimeText
  readonly statuses: readonly NotificationStatus[]
  readonly statements: readonly NotificationStatement[]
  readonly errors: readonly NotificationError[]
  readonly amendments: readonly NotificationAmendment[]
  /** The tax lines of a 13, in the order of the message. */
  readonly taxLines: readonly TaxLine[]
  /** Payments wanted for the declaration as a whole: the shortfall of a 14 or 15. */
  readonly payments: readonly PaymentDemand[]
  /** Where a payment goes. */
  readonly bank?: BankAccount
  readonly contactOffices: readonly string[]
  /** Values that the authority has set, as told by the second declaration of a 07. */
  readonly amendedValues: readonly AmendedValue[]
  /** Paths of content that the message carries and this model has no field for. */
  readonly unread: readonly string[]
}

export interface NotificationStatus {
  /** UN/EDIFACT 4405: 4 final, 39 approved, 41 rejected, 67 preliminary, 115 provisional. */
  readonly nameCode?: string
  readonly effectiveAt?: DateTimeText
  readonly releasedAt?: DateTimeText
}

export interface NotificationStatement {
  readonly code?: string
  readonly description?: string
  /** `AFB` clearance or reason, `ACA` documents, `AES` change, `CEX` exit. */
  readonly typeCode?: string
  /** The last moment for an answer. */
  readonly limitAt?: DateTimeText
  readonly pointer?: CdsPointer
}

export interface NotificationError {
  /** `CDS` and five digits. */
  readonly code?: string
  readonly description?: string
  readonly pointer?: CdsPointer
}

export interface NotificationAmendment {
  /** `16`: changed by customs after a control. */
  readonly changeReasonCode?: string
  readonly pointer?: CdsPointer
}

/** One tax of one goods item as assessed. */
export interface TaxLine {
  /** From 1; 0 where the message gives no number. */
  readonly goodsItemNumber: number
  /** Tax type: `A00` customs duty, `B00` VAT, `A50` additional duty and so on. */
  readonly taxType: string
  /** Preference under which it was assessed: `100` none. */
  readonly dutyRegimeCode?: string
  readonly taxBase?: Money
  readonly specificTaxBase?: Quantity
  readonly ratePercent?: DecimalText
  /** What is deducted from the calculated tax before it is assessed, for example a relief. */
  readonly deducted?: Money
  readonly assessed?: Money
  readonly payable?: Money
}

export interface PaymentDemand {
  readonly referenceId?: string
  readonly assessed?: Money
  readonly payable?: Money
  readonly dueAt?: DateTimeText
  /** Deferment account numbers or guarantee references that lack funds. */
  readonly guaranteeReferences: readonly string[]
}

export interface BankAccount {
  /** BIC. */
  readonly bic?: string
  /** IBAN. */
  readonly iban?: string
}

export interface AmendedValue {
  /** Element path in the declaration with positions, `/GoodsShipment/GovernmentAgencyGoodsItem`. */
  readonly path: string
  /** The new value as text, with its unit or currency after a blank where it has one. */
  readonly value: string
}
