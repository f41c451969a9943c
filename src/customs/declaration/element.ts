import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'

/**
 * A moment or a day as an authority states it: `2026-09-01`, or `2026-09-01T12:00:00Z` with the
 * zone that it was stated in (`Z` or `+01:00`), to the second.
 */
export type DateTimeText = string

/** A measured or counted amount of goods. */
export interface Quantity {
  readonly value: DecimalText
  /**
   * UN/ECE Recommendation 20 code, with the authority's qualifier after `#` (`KGM#G`). Absent where
   * the field itself fixes the unit: masses are kilograms (`KGM`).
   */
  readonly unitCode?: string
}

/** A reference of the whole declaration to a document or account, data element 2/6. */
export interface HeaderDocument {
  /** First character of the document code: `N` of `N935`. */
  readonly categoryCode?: string
  readonly id?: string
  /** The rest of the document code: `935` of `N935`. */
  readonly typeCode?: string
}

/** A document produced, certificate, authorisation or reference, data element 2/3. */
export interface AdditionalDocument extends HeaderDocument {
  readonly effectiveAt?: DateTimeText
  /** Reason or name of the document, at most 35 characters. */
  readonly name?: string
  /** Document status code: `AC`, `AE`, `JP` and so on. */
  readonly statusCode?: string
  readonly submitter?: DocumentSubmitter
  readonly writeOff?: WriteOff
}

/** The issuing authority of a document. */
export interface DocumentSubmitter {
  readonly name?: string
  readonly roleCode?: string
}

/** What of a licence this item uses up. */
export interface WriteOff {
  readonly quantity?: Quantity
  readonly amount?: Money
}

/** A coded or free statement, data element 2/2. WCO class 03A. */
export interface AdditionalInformation {
  /** Statement code: `00500`, `RVAT1`, `NIIMP` and so on. */
  readonly statementCode?: string
  /** At most 512 characters. */
  readonly statementDescription?: string
  readonly statementTypeCode?: string
}

/** A statement about a part of the message: the explanation of an amendment. */
export interface PointedInformation extends AdditionalInformation {
  readonly pointers?: readonly Pointer[]
}

/** One step of a WCO pointer: a class by its id, which of several, and at the end a field. */
export interface Pointer {
  /** Position among siblings, counted from 1. */
  readonly sequenceNumber?: number
  /** WCO class id, `68A`. */
  readonly documentSectionCode?: string
  /** WCO id of the field, `137`. */
  readonly tagId?: string
}

/** An earlier document in the chain, data element 2/1. WCO class 99A. */
export interface PreviousDocument {
  /** `X` summary declaration, `Y` initial declaration, `Z` previous document. */
  readonly categoryCode?: string
  readonly id?: string
  /** `DCR` declaration UCR, `MCR` master UCR, `355` entry summary declaration and so on. */
  readonly typeCode?: string
  /** Goods item number in the earlier document. */
  readonly lineNumber?: number
}

/** One addition to, or deduction from, the price on the way to the customs value, element 4/9. */
export interface ChargeDeduction {
  /** In the UK `AP` is carriage, `AK` insurance and other costs; see `valuation-additions.json`. */
  readonly chargesTypeCode?: string
  readonly amount?: Money
}

/**
 * Where the goods are to stay, data element 5/8; an item has its own only where it differs. WCO
 * class 99B.
 */
export interface Destination {
  /** ISO 3166-1 alpha-2, as the authority uses it. */
  readonly countryCode?: string
  /** Region within the country, at most 9 characters. WCO 477. */
  readonly regionId?: string
}

/**
 * Country from which the goods were dispatched, data element 5/14, which need not be their origin.
 * WCO class 95B.
 */
export interface ExportCountry {
  readonly countryCode?: string
}

/** Unique consignment reference, data element 2/4. WCO class 35B. */
export interface UniqueConsignmentReference {
  readonly id?: string
  readonly traderAssignedReference?: string
}
