import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'
import type { AssessedItem } from '../assessment/assessment.ts'
import type { DeclarationError, PointerStep } from '../rules/declaration-error.ts'

/** What an item of a declaration is now held to be, after a control. */
export interface ChangedItem {
  readonly sequence: number
  readonly commodityCode?: string
  readonly itemPrice?: Money
  readonly netMassKg?: DecimalText
  readonly supplementaryQuantity?: DecimalText
  readonly originCountry?: string
  readonly preferenceCode?: string
}

/**
 * What a deferment account cannot cover: the whole amount to be charged, not the part that is
 * lacking, since the office never charges a debt in parts.
 */
export interface Shortfall {
  readonly accountNumber: string
  readonly amountGbp: DecimalText
}

/** What is held as security for one item, as a tax notification states it. */
export interface HeldAmount {
  readonly sequence: number
  readonly typeCode: string
  readonly amountGbp: DecimalText
}

/** What the office tells a trader, one form for each function code that it sends. */
export type NotificationContent =
  /** DMSACC: legally accepted, the tax point. */
  | { readonly code: '01'; readonly acceptedAt: Instant }
  /** DMSRCV: a pre-lodged declaration is registered, or a request is received. */
  | { readonly code: '02' }
  /** DMSREJ. */
  | { readonly code: '03'; readonly errors: readonly DeclarationError[] }
  /** DMSCTL: the goods will be examined. */
  | { readonly code: '05' }
  /** DMSDOC: documents are wanted; why, where an officer asks for them. */
  | {
      readonly code: '06'
      readonly wanted: string
      readonly reason?: string
      readonly limitAt: Instant
    }
  /** DMSRES: the office has changed the declaration after a control. */
  | {
      readonly code: '07'
      readonly reason: string
      readonly pointers: readonly (readonly PointerStep[])[]
      readonly changedItems: readonly ChangedItem[]
    }
  /** DMSROG: the goods may go, something stays open. */
  | { readonly code: '08' }
  /** DMSCLE: cleared, nothing is open; releases the goods if that has not happened before. */
  | { readonly code: '09' }
  /** DMSINV: ended without release. `R1` refused, `R2` never arrived, `R3` at the trader's request. */
  | { readonly code: '10'; readonly statementCode: 'R1' | 'R2' | 'R3'; readonly reason: string }
  /** DMSREQ: the answer to a request, `39` granted or `41` denied. */
  | { readonly code: '11'; readonly answer: '39' | '41'; readonly reason?: string }
  /** DMSTAX: the debt, `67` as first calculated or `4` as it is charged. */
  | {
      readonly code: '13'
      readonly status: '67' | '4'
      readonly items: readonly AssessedItem[]
      /** What is secured besides, under the code of what it is given for. */
      readonly securities?: readonly HeldAmount[]
      /** Why security goes back, which no other notification tells. */
      readonly reason?: string
    }
  /** DMSCPI and its reminder DMSCPR: the deferment account has too little. */
  | { readonly code: '14' | '15'; readonly shortfall: Shortfall }
  /** DMSEOG: the goods have left, by which office and when, where that was told. */
  | {
      readonly code: '16'
      readonly exitOffice?: string
      readonly leftAt?: Instant
    }
  /** DMSGER: results of the exit are awaited. */
  | { readonly code: '18' }
  /** DMSEXT: handled outside the system; `S1` the goods are seized. */
  | {
      readonly code: '17'
      readonly reason: string
      readonly because: 'seized' | 'handled-elsewhere'
    }
  /** DMSQRY: a question to the trader. */
  | { readonly code: '51'; readonly question: string; readonly limitAt: Instant }

/** What every notification names. */
export interface NotificationHeader {
  /** The office's id of the message, 32 hex digits; a trader de-duplicates by it. */
  readonly notificationId: string
  readonly issuedAt: Instant
  /** Reference of the declaration, or of the request that is answered. */
  readonly lrn?: string
  readonly mrn?: string
  readonly version: number
}
