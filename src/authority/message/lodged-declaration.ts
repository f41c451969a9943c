import type { Instant } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { Money } from '../../customs/money/money.ts'

/**
 * A declaration as this office has read it from the message: only what its checks, its risk rules
 * and its assessment look at. What was not declared is absent. The exact bytes are kept beside it.
 */
export interface LodgedDeclaration {
  readonly functionCode?: string
  readonly lrn?: string
  readonly typeCode?: string
  /** The tax point as the trader states it, which only a supplementary declaration does. */
  readonly declaredAcceptance?: Instant
  readonly goodsItemQuantity?: number
  readonly totalPackageQuantity?: number
  readonly invoiceCurrency?: string
  readonly declarant: LodgedParty
  readonly exporter: LodgedParty
  readonly importer: LodgedParty
  /** To whom exported goods go, elements 3/9 and 3/10. */
  readonly consignee?: LodgedParty
  /** Element 5/12. */
  readonly exitOffice?: string
  /** Data element 3/21: `2` direct, `3` indirect representation. */
  readonly representativeStatusCode?: string
  readonly borderTransportModeCode?: string
  /** Data element 7/14. */
  readonly borderTransportId?: string
  readonly borderTransportNationality?: string
  readonly goodsLocation?: string
  /** Element 5/8, of all goods or of an item. */
  readonly destinationCountry?: string
  readonly exportCountry?: string
  /** Data element 4/1, the Incoterm. */
  readonly deliveryTerms?: string
  /** Data element 4/9 for all items together. */
  readonly additionsAndDeductions: readonly AdditionOrDeduction[]
  /** Data element 4/19: carriage to the destination, stated apart in reduced data sets only. */
  readonly transportCosts?: Money
  /** Deferment account numbers, data element 2/6. */
  readonly defermentAccounts: readonly string[]
  readonly authorisationHolders: readonly AuthorisationHolder[]
  readonly taxParties: readonly TaxParty[]
  readonly previousDocuments: readonly PreviousDocument[]
  readonly items: readonly LodgedItem[]
}

/** A party by its EORI, or by name and address where it has none. */
export interface LodgedParty {
  /** EORI, as declared and not yet checked. */
  readonly id?: string
  readonly name?: string
  readonly countryCode?: string
  /** Whether any part of an address stands; its lines play no part in any rule. */
  readonly hasAddress: boolean
}

/**
 * Data element 4/9: a sum that is added to or taken from the price on the way to the customs value.
 */
export interface AdditionOrDeduction {
  /**
   * Two letters that say what the sum is for, such as `AP`; the code also says how it is shared
   * out.
   */
  readonly code?: string
  /** In the currency that was declared; absent as well where the currency is not stated. */
  readonly amount?: Money
}

/** Data element 3/39: whose authorisation the declaration makes use of. */
export interface AuthorisationHolder {
  /** EORI of the holder. */
  readonly id?: string
  /** Type of the authorisation; `DPO` lets the holder defer payment. */
  readonly categoryCode?: string
}

/** Data element 3/40: `FR1` the importer's VAT number for postponed accounting. */
export interface TaxParty {
  readonly id?: string
  readonly roleCode?: string
}

/** Data element 2/1: what went before the declaration. The DUCR stands here too, as type `DCR`. */
export interface PreviousDocument {
  readonly categoryCode?: string
  readonly typeCode?: string
  readonly id?: string
}

/**
 * Data element 2/3: a paper that stands behind an item. Category and type together are its code:
 * `N` and `935` are the commercial invoice, `U` and `110` a proof of origin.
 */
export interface LodgedDocument {
  readonly categoryCode?: string
  readonly typeCode?: string
  readonly id?: string
}

/** One goods item; `sequence` is its declared number, which may be wrong. */
export interface LodgedItem {
  readonly sequence: number
  readonly description?: string
  /** `TSP` and `TRC` classification together: ten digits when complete. */
  readonly commodityCode?: string
  /**
   * Additional codes of the tariff, such as `B999`: the producer of a trade remedy. Absent, as the tax
   * bases, from what was read before the office looked at them.
   */
  readonly tariffAdditionalCodes?: readonly string[]
  /** National additional codes, such as `VATZ`. */
  readonly nationalAdditionalCodes: readonly string[]
  readonly procedureCode?: string
  readonly previousProcedureCode?: string
  readonly additionalProcedureCodes: readonly string[]
  readonly statementCodes: readonly string[]
  readonly documents: readonly LodgedDocument[]
  readonly previousDocuments: readonly PreviousDocument[]
  /** Data element 5/15. */
  readonly originCountry?: string
  /** Data element 5/16: a country, or a group such as `EU`. */
  readonly preferentialOriginCountry?: string
  readonly exportCountry?: string
  readonly grossMassKg?: DecimalText
  readonly netMassKg?: DecimalText
  /** In the supplementary unit of the tariff, such as pairs of shoes. */
  readonly supplementaryQuantity?: DecimalText
  readonly itemPrice?: Money
  /** Element 8/6, of exported goods: what they are worth where they leave. */
  readonly statisticalValue?: Money
  readonly destinationCountry?: string
  readonly consignee?: LodgedParty
  /** Data element 4/18: the price of the goods alone, stated in the super-reduced data set only. */
  readonly intrinsicValue?: Money
  readonly valuationMethodCode?: string
  readonly valuationIndicators?: string
  readonly additionsAndDeductions: readonly AdditionOrDeduction[]
  readonly preferenceCode?: string
  readonly taxTypes: readonly DeclaredTaxType[]
  /** Data element 4/4: how much there is in the units that taxes count, such as `LPA`. */
  readonly taxBases?: Readonly<Record<string, DecimalText>>
  readonly packages: readonly LodgedPackaging[]
  /** How much of it officers keep back, of how much; nothing that was declared, and the rest of it goes. */
  readonly keptBack?: { readonly kept: DecimalText; readonly of: DecimalText }
}

/** Data elements 4/3 and 4/8: how the trader means to pay one tax type. */
export interface DeclaredTaxType {
  readonly taxTypeCode?: string
  readonly paymentMethodCode?: string
}

/** One kind of package of an item: data elements 6/9 (kind), 6/10 (number) and 6/11 (marks). */
export interface LodgedPackaging {
  /** Shipping marks as free text; risk rules look into them. */
  readonly marks?: string
  readonly quantity?: number
  /** Kind of package, such as `CT` carton. */
  readonly typeCode?: string
}
