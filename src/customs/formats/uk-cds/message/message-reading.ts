import type { BilingualText } from '../../../bilingual-text.ts'
import type { DateTimeText } from '../../../declaration/element.ts'
import type { DecimalText } from '../../../money/decimal.ts'
import type { CurrencyCode, Money } from '../../../money/money.ts'
import type { DataElement } from '../data-element.ts'
import type { MessageKind } from './message-kind.ts'

/**
 * What a message says, in one form for every kind. A field that the message does not carry is
 * absent; the two lists are empty where it carries none.
 */
export interface MessageReading {
  /** Standard and data set, or standard and kind: `uk-cds-h1`, `uk-cds-notification`. */
  readonly format: string
  readonly kind: MessageKind
  readonly mrn?: string
  /** Reference of the declaration or request that the message is or speaks of. */
  readonly lrn?: string
  /** As in the message. */
  readonly functionCode?: string
  /** Declaration type as in the message: `IMA`, `COR`. */
  readonly typeCode?: string
  /** Of an inventory message: `EAL`, `EDL`, `CST`. */
  readonly messageCode?: string
  readonly ucr?: string
  readonly outcome?: MessageOutcome
  /** Status of the amounts of a tax statement. */
  readonly assessment?: 'preliminary' | 'provisional' | 'final'
  /** Version of the declaration that it speaks of. */
  readonly version?: number
  readonly notificationId?: string
  readonly issuedAt?: DateTimeText
  /** Whether the goods go to Northern Ireland and are declared not at risk. */
  readonly greenLane?: true
  readonly files?: readonly MessageFile[]
  readonly errors: readonly MessageError[]
  readonly taxes: readonly MessageTax[]
  /** Why the data set of a declaration is not known. */
  readonly dataSetUnknown?: BilingualText
  /** Element paths of what the message carries and nobody here understands. */
  readonly unread?: readonly string[]
}

/** What a message reports, in the words of the glossary. */
export type MessageOutcome =
  | 'registered'
  | 'accepted'
  | 'rejected'
  | 'control-ordered'
  | 'documents-wanted'
  | 'changed'
  | 'released'
  | 'cleared'
  | 'invalidated'
  | 'refused'
  | 'expired'
  | 'seized'
  | 'handled-outside'
  | 'granted'
  | 'denied'
  | 'answered'
  | 'assessed'
  | 'payment-wanted'
  | 'payment-reminded'
  | 'exited'
  | 'exit-results-wanted'
  | 'about-to-lapse'
  | 'question-asked'
  | 'file-taken'
  | 'file-refused'
  | 'matched'
  | 'not-matched'

/** A fault that the message names. */
export interface MessageError {
  /** As in the message: `CDS12046`, `BAD_REQUEST`. */
  readonly code: string
  /** What the message itself says. */
  readonly description?: string
  readonly explanation?: BilingualText
  readonly mend?: BilingualText
  /** JSON Pointer into our declaration. */
  readonly field?: string
  /** As received: `42A.67A.68A[1].23A/137`. */
  readonly pointer?: string
  /** The same as element path of the declaration. */
  readonly element?: string
  /** The data element that people know the field by. */
  readonly dataElement?: DataElement
  /** Goods item number from 1. */
  readonly item?: number
}

/** One tax of one goods item, as declared or as assessed; figures exactly as written. */
export interface MessageTax {
  /** Goods item number from 1; absent where the message gives none. */
  readonly item?: number
  /** `A00` customs duty, `B00` VAT. */
  readonly taxType?: string
  /** Preference under which it is declared or assessed: `100` none. */
  readonly preference?: string
  /** What the rate is applied to: an amount, a quantity, or both. */
  readonly base?: {
    readonly amount?: DecimalText
    readonly currency?: CurrencyCode
    readonly quantity?: DecimalText
    readonly unit?: string
  }
  /** Percent. */
  readonly rate?: DecimalText
  /** What is deducted before the tax is assessed. */
  readonly relief?: Money
  readonly assessed?: Money
  readonly payable?: Money
  /** Data element 4/8: `E` deferment. */
  readonly methodOfPayment?: string
}

/** A document that is to be, or has been, uploaded. */
export interface MessageFile {
  readonly sequence?: number
  readonly documentType?: string
  readonly reference?: string
  readonly batch?: string
  readonly name?: string
  /** What the authority says of it. */
  readonly details?: string
}
