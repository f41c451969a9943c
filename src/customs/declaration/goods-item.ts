import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import type {
  AdditionalDocument,
  AdditionalInformation,
  ChargeDeduction,
  Destination,
  ExportCountry,
  PreviousDocument,
  Quantity,
  UniqueConsignmentReference,
} from './element.ts'
import type { MutualRecognitionParty, Party, TaxParty, Trader } from './party.ts'

/** One goods item of a declaration. WCO class 68A. */
export interface GoodsItem {
  /** Intrinsic value of the goods, data element 4/18, only in super-reduced data sets. WCO 108. */
  readonly customsValueAmount?: Money
  /** Goods item number from 1, data element 1/6. WCO 006. */
  readonly sequenceNumber: number
  /** Data element 8/6. WCO 114. */
  readonly statisticalValue?: Money
  readonly transactionNatureCode?: string
  /** Documents produced, certificates, authorisations, references, data element 2/3. */
  readonly additionalDocuments?: readonly AdditionalDocument[]
  /** Additional information statements, data element 2/2. */
  readonly additionalInformation?: readonly AdditionalInformation[]
  readonly mutualRecognitionParties?: readonly MutualRecognitionParty[]
  readonly buyer?: Trader
  readonly commodity?: Commodity
  readonly consignee?: Party
  readonly consignor?: Party
  readonly customsValuation?: ItemValuation
  readonly destination?: Destination
  readonly taxParties?: readonly TaxParty[]
  readonly exportCountry?: ExportCountry
  /** Procedure (1/10) first, then the additional procedures (1/11). */
  readonly governmentProcedures?: readonly GovernmentProcedure[]
  readonly origins?: readonly Origin[]
  readonly packagings?: readonly Packaging[]
  readonly previousDocuments?: readonly PreviousDocument[]
  readonly seller?: Trader
  readonly ucr?: UniqueConsignmentReference
  readonly valuationAdjustment?: ValuationAdjustment
}

/** What the goods are, how much, and what is claimed for them. WCO class 23A. */
export interface Commodity {
  /** Data element 6/8, at most 512 characters. WCO 137. */
  readonly description?: string
  readonly classifications?: readonly Classification[]
  readonly dangerousGoods?: readonly { readonly undgCode?: string }[]
  readonly dutyTaxFees?: readonly DutyTaxFee[]
  readonly goodsMeasure?: GoodsMeasure
  readonly invoiceLine?: InvoiceLine
  readonly transportEquipment?: readonly ItemTransportEquipment[]
}

/** Part of the commodity code. WCO class 21A. */
export interface Classification {
  readonly code?: string
  /** `TSP` the eight digits, `TRC` the next two, `TRA` TARIC additional, `GN` national additional. */
  readonly typeCode?: string
}

/** Preference, tax base and payment of one tax type. WCO class 50A. */
export interface DutyTaxFee {
  readonly adValoremTaxBase?: Money
  readonly deductAmount?: Money
  /** Preference, data element 4/17: `100` none claimed. WCO 164. */
  readonly dutyRegimeCode?: string
  /** Quantity that a specific rate applies to, data element 4/4. WCO 129. */
  readonly specificTaxBase?: Quantity
  readonly taxRatePercent?: DecimalText
  /** Tax type, data element 4/3: `A00` customs duty, `B00` VAT. WCO 113. */
  readonly typeCode?: string
  readonly quotaOrderNumber?: string
  readonly payment?: DutyTaxFeePayment
}

/**
 * How one tax is paid; the amounts are declared only where the trader works them out. WCO class
 * 94A.
 */
export interface DutyTaxFeePayment {
  /** Method of payment, data element 4/8: `E` deferment, `A` cash and so on. WCO 107. */
  readonly methodCode?: string
  readonly taxAssessed?: Money
  /** What is to be paid of the tax assessed; less than it under a relief. */
  readonly payable?: Money
}

/** How much of the goods there is; the charges of specific rates rest on it. WCO class 65A. */
export interface GoodsMeasure {
  /** Kilograms with packaging, data element 6/5. WCO 126. */
  readonly grossMass?: Quantity
  /** Kilograms without any packaging, data element 6/1. WCO 128. */
  readonly netMass?: Quantity
  /** In the supplementary unit of the tariff, data element 6/2. WCO 130. */
  readonly tariffQuantity?: Quantity
}

/** The price of the item before additions and deductions. WCO class 79A. */
export interface InvoiceLine {
  /** Item price in the invoice currency, data element 4/14. WCO 112. */
  readonly itemCharge?: Money
}

/** The containers that this item is in, by the numbers of the shipment's. WCO class 31B. */
export interface ItemTransportEquipment {
  readonly sequenceNumber: number
  /** Container number, at most 17 characters. */
  readonly id?: string
}

/** How the customs value of the item follows from its price. WCO class 41A. */
export interface ItemValuation {
  /** Valuation method, data element 4/16: `1` transaction value. WCO 122. */
  readonly methodCode?: string
  /**
   * Additions and deductions of this item alone, data element 4/9; those of the shipment are
   * apportioned.
   */
  readonly chargeDeductions?: readonly ChargeDeduction[]
}

/** Procedure or additional procedure. WCO class 70A. */
export interface GovernmentProcedure {
  /** Requested procedure `40`, or an additional procedure code `C07`. */
  readonly currentCode?: string
  /** Previous procedure `00`; absent for additional procedures. */
  readonly previousCode?: string
}

/**
 * A country of origin with what it is claimed for: an item under a preference declares two. WCO
 * class 92A.
 */
export interface Origin {
  /** ISO 3166-1 alpha-2, or a code of the authority for a group of countries. */
  readonly countryCode?: string
  readonly regionId?: string
  /** `1` non-preferential (5/15), `2` preferential (5/16). WCO 501. */
  readonly typeCode?: string
}

/** Packages of one kind with the same marks. WCO class 93A. */
export interface Packaging {
  readonly sequenceNumber: number
  /** Shipping marks, data element 6/11, at most 512 characters. */
  readonly marksAndNumbers?: string
  /** Number of packages, data element 6/10. */
  readonly packageQuantity?: number
  /** Kind of package, UN/ECE Recommendation 21, data element 6/9. */
  readonly typeCode?: string
  /** At most 256 characters. WCO 344. */
  readonly packingMaterialDescription?: string
  readonly length?: Quantity
  readonly width?: Quantity
  readonly height?: Quantity
  readonly volume?: Quantity
}

/**
 * Circumstances of the sale that bear on its price, such as a link between buyer and seller. WCO
 * class 39B.
 */
export interface ValuationAdjustment {
  /** Valuation indicators, data element 4/13, four digits of `0` or `1`. WCO 188. */
  readonly additionCode?: string
}
