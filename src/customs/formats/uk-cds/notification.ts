import type { DateTimeText, Quantity } from '../../declaration/element.ts'
import type { Money } from '../../money/money.ts'
import type { DecimalText } from '../../money/decimal.ts'
import type { FileUploadResult } from './file-upload-result.ts'
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

/** The function codes that we understand; a message of another code is kept as it came. */
export type NotificationCode = keyof typeof notificationNames

/**
 * One response of the Customs Declaration Service, read into terms of the trade.
 * A field is absent where the message does not carry it; a list is empty where it carries none.
 */
export interface Notification {
  /** One of {@link notificationNames}, `FILE` for a file, or a code that is new to us and kept as it came. */
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
  /** What became of an uploaded file, where the message tells that. */
  readonly file?: FileUploadResult
  /** Values that the authority has set, as told by the second declaration of a 07. */
  readonly amendedValues: readonly AmendedValue[]
  /** Paths of content that the message carries and this model has no field for. */
  readonly unread: readonly string[]
}

/** What became of a declaration, a request or the amounts of a tax statement. */
export interface NotificationStatus {
  /** UN/EDIFACT 4405: 4 final, 39 approved, 41 rejected, 67 preliminary, 115 provisional. */
  readonly nameCode?: string
  /** When it takes effect, which need not be when the message was issued. */
  readonly effectiveAt?: DateTimeText
  readonly releasedAt?: DateTimeText
}

/**
 * Something that the authority says, by code or in words: a reason, a question, a wish for papers.
 */
export interface NotificationStatement {
  readonly code?: string
  readonly description?: string
  /** `AFB` clearance or reason, `ACA` documents, `AES` change, `CEX` exit. */
  readonly typeCode?: string
  /** The last moment for an answer. */
  readonly limitAt?: DateTimeText
  /** The place in the declaration that it speaks of. */
  readonly pointer?: CdsPointer
}

/** A fault that the authority finds in a declaration or request. */
export interface NotificationError {
  /** `CDS` and five digits. */
  readonly code?: string
  readonly description?: string
  /** The place of the fault; absent where it is about the whole. */
  readonly pointer?: CdsPointer
}

/**
 * A place in the declaration that customs has changed; the new value is in {@link AmendedValue}.
 */
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

/** A payment that the authority waits for. */
export interface PaymentDemand {
  /** What to state with the payment, so that it is matched. */
  readonly referenceId?: string
  readonly assessed?: Money
  /** What is still to be paid. */
  readonly payable?: Money
  /** The last moment for it. */
  readonly dueAt?: DateTimeText
  /** Deferment account numbers or guarantee references that lack funds. */
  readonly guaranteeReferences: readonly string[]
}

/** Account of the authority that takes payments by transfer. */
export interface BankAccount {
  /** BIC. */
  readonly bic?: string
  /** IBAN. */
  readonly iban?: string
}

/** One value that the authority has put in the place of ours. */
export interface AmendedValue {
  /** Element path in the declaration with positions, `/GoodsShipment/GovernmentAgencyGoodsItem`. */
  readonly path: string
  /** The new value as text, with its unit or currency after a blank where it has one. */
  readonly value: string
}
