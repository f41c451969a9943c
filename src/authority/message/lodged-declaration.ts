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
  readonly goodsItemQuantity?: number
  readonly totalPackageQuantity?: number
  readonly invoiceCurrency?: string
  readonly declarant: LodgedParty
  readonly exporter: LodgedParty
  readonly importer: LodgedParty
  /** Data element 3/21: `2` direct, `3` indirect representation. */
  readonly representativeStatusCode?: string
  readonly borderTransportModeCode?: string
  readonly borderTransportNationality?: string
  readonly goodsLocation?: string
  readonly destinationCountry?: string
  readonly exportCountry?: string
  /** Data element 4/1, the Incoterm. */
  readonly deliveryTerms?: string
  /** Data element 4/9 for all items together. */
  readonly additionsAndDeductions: readonly AdditionOrDeduction[]
  /** Deferment account numbers, data element 2/6. */
  readonly defermentAccounts: readonly string[]
  readonly authorisationHolders: readonly AuthorisationHolder[]
  readonly taxParties: readonly TaxParty[]
  readonly previousDocuments: readonly PreviousDocument[]
  readonly items: readonly LodgedItem[]
}

export interface LodgedParty {
  readonly id?: string
  readonly name?: string
  readonly countryCode?: string
  readonly hasAddress: boolean
}

export interface AdditionOrDeduction {
  readonly code?: string
  readonly amount?: Money
}

export interface AuthorisationHolder {
  readonly id?: string
  readonly categoryCode?: string
}

/** Data element 3/40: `FR1` the importer's VAT number for postponed accounting. */
export interface TaxParty {
  readonly id?: string
  readonly roleCode?: string
}

export interface PreviousDocument {
  readonly categoryCode?: string
  readonly typeCode?: string
  readonly id?: string
}

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
  readonly valuationMethodCode?: string
  readonly valuationIndicators?: string
  readonly additionsAndDeductions: readonly AdditionOrDeduction[]
  readonly preferenceCode?: string
  readonly taxTypes: readonly DeclaredTaxType[]
  readonly packages: readonly LodgedPackaging[]
}

/** Data elements 4/3 and 4/8: how the trader means to pay one tax type. */
export interface DeclaredTaxType {
  readonly taxTypeCode?: string
  readonly paymentMethodCode?: string
}

export interface LodgedPackaging {
  readonly marks?: string
  readonly quantity?: number
  readonly typeCode?: string
}
