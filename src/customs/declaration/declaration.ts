import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import type { GoodsItem } from './goods-item.ts'
import type {
  ChargeDeduction,
  DateTimeText,
  Destination,
  ExportCountry,
  HeaderDocument,
  PointedInformation,
  Pointer,
  PreviousDocument,
  Quantity,
  UniqueConsignmentReference,
} from './element.ts'
import type {
  Agent,
  AuthorisationHolder,
  BorderTransportMeans,
  CarriageConsignor,
  Carrier,
  CustomsOffice,
  MutualRecognitionParty,
  Party,
  TaxParty,
  Trader,
  TransportMeans,
} from './party.ts'

/**
 * A customs declaration in the terms of the WCO Data Model (version 3.6, class 42A), for every
 * procedure and authority. A format folder maps it to and from an authority's messages.
 *
 * Two conventions hold for the whole tree. A field that is not declared is absent; a repeated
 * field is absent rather than an empty list, so that reading back what was written gives an equal
 * value. Codes are plain text: which codes are lawful changes with the date and the authority, so
 * rules and code lists decide it, not types.
 */
export interface Declaration {
  /** Legal acceptance, declared only in supplementary declarations. WCO 023. */
  readonly acceptedAt?: DateTimeText
  /** UN/EDIFACT 1225: `9` original, `13` request about an earlier declaration. WCO 017. */
  readonly functionCode: string
  /** Local reference number, chosen by the declarant, at most 22 characters in use. WCO D026. */
  readonly lrn?: string
  /** Movement reference number, given by the authority. WCO D014. */
  readonly mrn?: string
  readonly issuedAt?: DateTimeText
  /** UN/LOCODE. WCO D012. */
  readonly issueLocation?: string
  /**
   * Declaration type and additional type in one, `IMD`; see `declaration-type.ts` for its parts.
   * Requests about an earlier declaration carry `COR`, `INV` or `GPR`. WCO D013.
   */
  readonly typeCode?: string
  /** Number of goods items, data element 1/9. WCO 228. */
  readonly goodsItemQuantity?: number
  readonly declarationOffice?: string
  /** Total amount invoiced, data element 4/11. WCO 109. */
  readonly invoiceAmount?: Money
  /** Number of loading lists. WCO 013. */
  readonly loadingListQuantity?: number
  /** Kilograms with packaging, over all goods items. WCO 131. */
  readonly totalGrossMass?: Quantity
  /** Total packages, data element 6/18. WCO 146. */
  readonly totalPackageQuantity?: number
  readonly specificCircumstancesCode?: string
  readonly authentication?: Authentication
  /** Who sends the message, of requests about an earlier declaration. */
  readonly submitter?: Party
  /** Deferment accounts and the like at the level of the whole declaration, data element 2/6. */
  readonly additionalDocuments?: readonly HeaderDocument[]
  readonly additionalInformation?: readonly PointedInformation[]
  /** The representative; absent where the declarant acts for themself. */
  readonly agent?: Agent
  /** What a request for amendment changes and why. */
  readonly amendments?: readonly Amendment[]
  /** Holders of the authorisations relied on, data element 3/39. */
  readonly authorisationHolders?: readonly AuthorisationHolder[]
  /** The active means of transport at the border. */
  readonly borderTransportMeans?: BorderTransportMeans
  /** The carriage contract as a whole: carrier, route, freight payment. */
  readonly consignment?: CarriageConsignment
  readonly currencyExchanges?: readonly CurrencyExchange[]
  readonly declarant?: Trader
  readonly exitOffice?: CustomsOffice
  readonly exporter?: Trader
  readonly goodsShipment?: GoodsShipment
  readonly obligationGuarantees?: readonly ObligationGuarantee[]
  readonly presentationOffice?: CustomsOffice
  readonly supervisingOffice?: CustomsOffice
}

/** The goods under one declaration with the facts that they share. WCO class 67A. */
export interface GoodsShipment {
  readonly exitAt?: DateTimeText
  /** Nature of transaction, data element 8/5. WCO 103. */
  readonly transactionNatureCode?: string
  readonly mutualRecognitionParties?: readonly MutualRecognitionParty[]
  readonly buyer?: Trader
  readonly consignee?: Party
  readonly consignment?: Consignment
  readonly consignor?: Party
  readonly customsValuation?: ShipmentValuation
  readonly destination?: Destination
  /** Parties with a VAT number in the case, data element 3/40: `FR1` importer, `FR5` IOSS. */
  readonly taxParties?: readonly TaxParty[]
  readonly exportCountry?: ExportCountry
  readonly goodsItems?: readonly GoodsItem[]
  readonly importer?: Trader
  readonly invoice?: Invoice
  readonly payer?: Party
  readonly previousDocuments?: readonly PreviousDocument[]
  readonly seller?: Trader
  readonly surety?: Party
  readonly tradeTerms?: TradeTerms
  readonly ucr?: UniqueConsignmentReference
  readonly warehouse?: Warehouse
}

/** The physical movement of the goods at the place of declaration. WCO class 28A. */
export interface Consignment {
  /** `1` where the goods are in containers, `0` where not, data element 7/2. WCO 096. */
  readonly containerCode?: string
  readonly arrivalTransportMeans?: TransportMeans
  readonly departureTransportMeans?: TransportMeans
  readonly goodsLocation?: GoodsLocation
  readonly loadingLocation?: LoadingLocation
  readonly transportEquipment?: readonly TransportEquipment[]
}

/** Where the goods can be examined, data element 5/23. WCO class 64A. */
export interface GoodsLocation {
  /** The code or name of the place; with CDS the code without country and qualifiers. */
  readonly name?: string
  readonly id?: string
  /** `A` designated, `B` authorised, `C` approved, `D` other. */
  readonly typeCode?: string
  readonly address?: PlaceAddress
}

/** Qualifier, country and, where the place has no code, the address of a place. */
export interface PlaceAddress {
  /** Qualifier of identification: `U` UN/LOCODE, `Y` authorisation number. WCO 410. */
  readonly typeCode?: string
  readonly cityName?: string
  readonly countryCode?: string
  readonly line?: string
  readonly postcode?: string
}

/** Where the goods are loaded for their main journey. WCO class 83A. */
export interface LoadingLocation {
  /** At most 256 characters. */
  readonly name?: string
  /** Code of the place, at most 17 characters. */
  readonly id?: string
}

/** A container with its seals, data element 7/10. WCO class 31B. */
export interface TransportEquipment {
  readonly sequenceNumber: number
  /** Container number, at most 17 characters. */
  readonly id?: string
  readonly seals?: readonly Seal[]
}

/** A seal on a container. WCO class 44B. */
export interface Seal {
  /** Position among the seals of its container, from 1. */
  readonly sequenceNumber: number
  /** What is stamped on the seal, at most 35 characters. */
  readonly id?: string
}

/** Valuation facts that hold for the whole shipment; the customs office apportions them. */
export interface ShipmentValuation {
  /** Freight to the final destination, data element 4/19. WCO 117. */
  readonly freightCharge?: Money
  /** Additions and deductions, data element 4/9. */
  readonly chargeDeductions?: readonly ChargeDeduction[]
}

/** The invoice of the shipment as the message itself can name it. WCO class 78A. */
export interface Invoice {
  /** Invoice number, at most 70 characters. */
  readonly id?: string
  readonly issuedAt?: DateTimeText
}

/** Delivery terms, data element 4/1. WCO class 22B. */
export interface TradeTerms {
  /** Incoterm, three letters. */
  readonly conditionCode?: string
  readonly countryRelationshipCode?: string
  readonly description?: string
  /** UN/LOCODE of the named place. */
  readonly locationId?: string
  readonly locationName?: string
}

/** The customs warehouse that the goods enter or leave, data element 2/7. WCO class 43B. */
export interface Warehouse {
  /** Number of the warehouse, without its type. */
  readonly id?: string
  /** Type of the warehouse: the first character of the data element. */
  readonly typeCode?: string
}

/** Who vouches for the declaration, and how. WCO class 61B. */
export interface Authentication {
  /** The signature or its substitute as text, at most 256 characters. */
  readonly authentication?: string
  readonly authenticator?: { readonly name?: string }
}

/** One change that a request for amendment asks for. WCO class 06A. */
export interface Amendment {
  /** Why it is changed, by a code of the authority. WCO 099. */
  readonly changeReasonCode?: string
  /** From the declaration down to what changes; see `formats/uk-cds/pointer.ts`. */
  readonly pointers?: readonly Pointer[]
}

/**
 * The goods as the contract of carriage sees them, which may cover more than this declaration;
 * {@link Consignment} is their physical movement. WCO class 28A at the head of the declaration.
 */
export interface CarriageConsignment {
  readonly carrier?: Carrier
  readonly consignmentItems?: readonly ConsignmentItem[]
  readonly consignor?: CarriageConsignor
  readonly freight?: Freight
  /** Countries on the way, in order. */
  readonly itineraries?: readonly Itinerary[]
}

/** One line of the contract of carriage, not a goods item. WCO class 29A. */
export interface ConsignmentItem {
  readonly sequenceNumber: number
  readonly consignor?: CarriageConsignor
  readonly freight?: Freight
}

/** Who pays the carrier, and how; what it costs is in the valuation. WCO class 62A. */
export interface Freight {
  /** How transport charges are paid, data element 4/2. */
  readonly paymentMethodCode?: string
}

/** One country on the way of the goods. WCO class 81A. */
export interface Itinerary {
  /** Order on the way, from 1. */
  readonly sequenceNumber: number
  /** ISO 3166-1 alpha-2. */
  readonly routingCountryCode?: string
}

/** A rate of exchange that the declarant states. WCO class 40A. */
export interface CurrencyExchange {
  /** ISO 4217, the currency that is converted. */
  readonly currencyTypeCode?: string
  /** At most twelve digits, five of them decimals. WCO 118. */
  readonly rate?: DecimalText
}

/** Security for the debt, data elements 8/2 and 8/3. WCO class 90A. */
export interface ObligationGuarantee {
  readonly amount?: Money
  /** Guarantee reference number (GRN). */
  readonly id?: string
  readonly referenceId?: string
  /** Guarantee type: `0` waiver, `1` comprehensive and so on. */
  readonly securityDetailsCode?: string
  readonly accessCode?: string
  readonly guaranteeOffice?: CustomsOffice
}
