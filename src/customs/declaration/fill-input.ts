import type { BilingualText } from '../bilingual-text.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import type { InternalMarketFacts } from './internal-market-facts.ts'

/** Where a field of the declaration comes from; every filled field keeps one. */
export interface FieldOrigin {
  readonly source: 'order' | 'quote' | 'parties' | 'document' | 'profile' | 'rule' | 'person'
  /** Id of the order, quote, document or rule. */
  readonly reference?: string
  /** One sentence on how the value was reached. */
  readonly note?: BilingualText
}

/** A group of facts that share one origin. */
export interface Sourced {
  readonly origin: FieldOrigin
}

/** Everything that an H1 import declaration into free circulation is filled from. */
export interface ImportDeclarationFacts {
  /** Our reference, see `lrn.ts`. */
  readonly lrn: string
  /** `A` goods arrived, `D` lodged before arrival (additional declaration type, element 1/2). */
  readonly additionalDeclarationType: 'A' | 'D'
  readonly parties: PartyFacts
  readonly shipment: ShipmentFacts
  readonly valuation: ValuationFacts
  readonly payment: PaymentFacts
  readonly vat: VatTreatment & Sourced
  readonly references: ReferenceFacts
  /** Only where goods in Northern Ireland are not at risk. */
  readonly internalMarket?: InternalMarketFacts
  /** Statements of the whole declaration, element 2/2: RRS01 where the goods vehicle service is told. */
  readonly statements?: readonly (StatementFacts & Sourced)[]
  readonly goodsItems: readonly GoodsItemFacts[]
}

/** A person or company with an EORI, or with name and address where it has none. */
export type DeclaredParty = Sourced &
  (
    | { readonly kind: 'registered'; readonly eori: string }
    | { readonly kind: 'named'; readonly name: string; readonly address: DeclaredAddress }
  )

/**
 * An address in the form of a declaration, required in full because it stands in the place of an
 * EORI.
 */
export interface DeclaredAddress {
  /** Street and number in one line of at most 70 characters. */
  readonly line: string
  readonly city: string
  /** Absent where there is none, which the declaration has a value for. */
  readonly postcode?: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
}

/** Who takes which part in the import, as the parties of the case were decided. */
export interface PartyFacts {
  readonly importer: DeclaredParty
  readonly exporter: DeclaredParty
  /** Only where the seller is not the exporter, and only where it is the same for all goods. */
  readonly seller?: DeclaredParty
  /** Only where the buyer is not the importer. */
  readonly buyer?: DeclaredParty
  /** The person in whose name the declaration is lodged with the authority's system. */
  readonly declarant: Sourced & { readonly eori: string }
  /** `self`: the importer declares. Otherwise the declarant acts for the importer. */
  readonly representation: Sourced & { readonly kind: 'self' | 'direct' | 'indirect' }
}

/**
 * What holds for all goods of the declaration: their way, their place and the trade behind them.
 */
export interface ShipmentFacts extends Sourced {
  /** Element 5/14, ISO 3166-1 alpha-2: where the goods were dispatched from. */
  readonly exportCountry: string
  /** Element 5/8, ISO 3166-1 alpha-2. */
  readonly destinationCountry: string
  /** Element 6/18: the packages as they travel, each counted once. */
  readonly totalPackages: number
  /** Nature of transaction, element 8/5: `1` sale. */
  readonly transactionNatureCode: string
  readonly goodsLocation: GoodsLocationFacts & Sourced
  readonly transport: TransportFacts & Sourced
}

/** Element 5/23: `GB` `A` `U` `LHRLHRLHR`. */
export interface GoodsLocationFacts {
  readonly countryCode: string
  readonly typeCode: string
  readonly qualifier: string
  readonly code: string
}

/** How the goods cross the border and what brings them to the place where customs can see them. */
export interface TransportFacts {
  /** Element 7/4: `1` sea, `3` road, `4` air, `5` post. */
  readonly borderModeCode: string
  /** Element 7/15, not for post and rail. */
  readonly borderNationality?: string
  /** Element 7/9, for example `{ typeCode: '40', id: 'BA0038/2026-09-12' }`; not for post. */
  readonly arrival?: { readonly typeCode: string; readonly id: string }
  /** Element 7/10; none where the goods are not in containers. */
  readonly containerIds: readonly string[]
}

/**
 * How the customs value follows from the invoice: prices of the items, plus the additions, minus
 * the deductions. The authority can rebuild the value from these alone.
 */
export interface ValuationFacts extends Sourced {
  /** Element 4/1: Incoterm. */
  readonly incoterm: string
  /** UN/LOCODE of the named place, or its name with country. */
  readonly place:
    | { readonly kind: 'code'; readonly unlocode: string }
    | { readonly kind: 'name'; readonly name: string; readonly countryCode: string }
  /** Element 4/11: the invoice total over all items, in the invoice currency. */
  readonly invoiceTotal: Money
  /** Element 4/9 for the shipment as a whole, such as freight and insurance not in the price. */
  readonly chargeDeductions: readonly ValuationCharge[]
}

/** One addition to the price, or deduction from it, on the way to the customs value. */
export interface ValuationCharge extends Sourced {
  /** Code of element 4/9. */
  readonly code: string
  /** In the currency in which it was charged; the code says whether it adds or deducts. */
  readonly amount: Money
}

/** How the charges are paid. */
export type PaymentFacts = Sourced &
  (
    | {
        readonly kind: 'deferment'
        /** Deferment approval number, seven digits. */
        readonly accountNumber: string
        readonly dpo: AuthorisationFacts
        readonly guarantee?: GuaranteeFacts
      }
    | { readonly kind: 'immediate'; readonly methodCode: string }
  )

/** An authorisation relied on: who holds it and its decision number. */
export interface AuthorisationFacts {
  readonly holderEori: string
  /** As declared in element 2/3, `GBDPO1108654`. */
  readonly decisionNumber: string
}

/** The comprehensive guarantee of a deferment account. */
export interface GuaranteeFacts extends AuthorisationFacts {
  /** Element 8/3. */
  readonly guaranteeReference: string
  /** Element 8/2: `0` waiver, `1` comprehensive. */
  readonly typeCode: string
}

/** What happens to import VAT. */
export type VatTreatment =
  | { readonly kind: 'paid' }
  /** Accounted for in the importer's VAT return. */
  | { readonly kind: 'postponed'; readonly vatNumber: string }
  /** Charged when the goods were sold, consignment not over the threshold. */
  | { readonly kind: 'charged-at-sale' }
  /** The tariff sets it at zero or exempts it; nothing is paid. */
  | { readonly kind: 'not-due' }

/** References that tie the declaration to the chain. */
export interface ReferenceFacts extends Sourced {
  /** Declaration unique consignment reference, see `ucr.ts`. */
  readonly ducr: string
  readonly masterUcr?: string
  /** What shows that goods which come back were exported: an MRN, or another reference. */
  readonly proofOfExport?: { readonly kind: 'mrn' | 'other'; readonly reference: string }
  /** MRN of the entry summary declaration. */
  readonly entrySummaryMrn?: string
}

/** One goods item with everything that is declared of it, each group with its own origin. */
export interface GoodsItemFacts {
  readonly goods: GoodsFacts & Sourced
  readonly classification: ClassificationFacts & Sourced
  /** Element 4/14: price of the whole item in the invoice currency. */
  readonly price: { readonly amount: Money } & Sourced
  /** Elements 3/24 and 3/25 at the level of the item, only where the goods have several sellers. */
  readonly seller?: DeclaredParty
  readonly regime: RegimeFacts & Sourced
  /** Element 2/3. */
  readonly documents: readonly (DocumentFacts & Sourced)[]
  /** Element 2/2. */
  readonly statements: readonly (StatementFacts & Sourced)[]
}

/** What the goods are and how much of them there is. */
export interface GoodsFacts {
  /** Element 6/8: what a classifying officer needs to know, at most 512 characters. */
  readonly description: string
  /** ISO 3166-1 alpha-2, non-preferential origin. */
  readonly originCountry: string
  /** Element 6/5: with packaging. */
  readonly grossWeightKg: DecimalText
  /** Element 6/1: without any packaging. */
  readonly netWeightKg: DecimalText
  /** Element 6/2, in the unit that the tariff asks for; absent where it asks for none. */
  readonly supplementaryQuantity?: { readonly value: DecimalText; readonly unitCode?: string }
  readonly packages: readonly PackageFacts[]
}

/** Packages of one kind with the same marks, elements 6/9 to 6/11. */
export interface PackageFacts {
  /** UN/ECE Recommendation 21: `CT` carton, `PK` package. */
  readonly typeCode: string
  /** 0 where the goods share a package counted with another item. */
  readonly quantity: number
  /** What is written on them, by which an officer finds them. */
  readonly marks: string
}

/**
 * The commodity code, element 6/14 and following, with the codes that refine it for single
 * measures.
 */
export interface ClassificationFacts {
  /** Ten digits of the UK tariff. */
  readonly commodityCode: string
  /** Four characters each, for measures of trade defence and the like. */
  readonly taricAdditionalCodes: readonly string[]
  /** Of VAT and excise, such as the code of a zero rate. */
  readonly nationalAdditionalCodes: readonly string[]
}

/**
 * Under which procedure, valuation and preference the goods are declared: what decides on the
 * charges beside the goods themselves.
 */
export interface RegimeFacts {
  /** First two digits of element 1/10: `40` release for free circulation. */
  readonly requestedProcedure: string
  /** Last two digits of element 1/10: `00` none. */
  readonly previousProcedure: string
  /** Element 1/11: `['000']` for none, or `['C07', '1RV']`. */
  readonly additionalProcedures: readonly string[]
  /** Element 4/16: `1` transaction value. */
  readonly valuationMethod: string
  /** Element 4/13, four digits, for method 1. */
  readonly valuationIndicators?: string
  /** Element 4/17: `100` none claimed. */
  readonly preferenceCode: string
  /** Element 5/16, where a preference is claimed. */
  readonly preferentialOriginCountry?: string
  /** Element 8/1, where a tariff quota is claimed. */
  readonly quotaOrderNumber?: string
  /** Tax types that the tariff expects a method of payment for, `['A00', 'B00']`. */
  readonly taxTypes: readonly string[]
  /** Element 4/4: amounts in units that taxes count beside weight and pieces, such as `LPA`. */
  readonly taxBases?: readonly { readonly unitCode: string; readonly value: DecimalText }[]
}

/** Element 2/3. */
export interface DocumentFacts {
  /** Four characters, `N935`. */
  readonly code: string
  /** Absent for a code that only says that no document is needed. */
  readonly id?: string
  readonly statusCode?: string
  readonly name?: string
}

/** Element 2/2. */
export interface StatementFacts {
  readonly code: string
  readonly text?: string
}
