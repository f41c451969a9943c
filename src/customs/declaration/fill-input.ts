import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'

/** Where a field of the declaration comes from; every filled field keeps one. */
export interface FieldOrigin {
  readonly source: 'order' | 'quote' | 'parties' | 'document' | 'profile' | 'rule' | 'person'
  /** Id of the order, quote, document or rule. */
  readonly reference?: string
  /** One sentence on how the value was reached. */
  readonly note?: string
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
  readonly goodsItems: readonly GoodsItemFacts[]
}

/** A person or company with an EORI, or with name and address where it has none. */
export type DeclaredParty = Sourced &
  (
    | { readonly kind: 'registered'; readonly eori: string }
    | { readonly kind: 'named'; readonly name: string; readonly address: DeclaredAddress }
  )

export interface DeclaredAddress {
  readonly line: string
  readonly city: string
  readonly postcode: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
}

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

export interface ShipmentFacts extends Sourced {
  /** Element 5/14, where the goods were dispatched from. */
  readonly exportCountry: string
  /** Element 5/8. */
  readonly destinationCountry: string
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

export interface ValuationCharge extends Sourced {
  /** Code of element 4/9. */
  readonly code: string
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
  /** MRN of the entry summary declaration. */
  readonly entrySummaryMrn?: string
}

export interface GoodsItemFacts {
  readonly goods: GoodsFacts & Sourced
  readonly classification: ClassificationFacts & Sourced
  readonly price: { readonly amount: Money } & Sourced
  /** Elements 3/24 and 3/25 at the level of the item, only where the goods have several sellers. */
  readonly seller?: DeclaredParty
  readonly regime: RegimeFacts & Sourced
  readonly documents: readonly (DocumentFacts & Sourced)[]
  readonly statements: readonly (StatementFacts & Sourced)[]
}

export interface GoodsFacts {
  readonly description: string
  /** ISO 3166-1 alpha-2, non-preferential origin. */
  readonly originCountry: string
  readonly grossWeightKg: DecimalText
  readonly netWeightKg: DecimalText
  readonly supplementaryQuantity?: { readonly value: DecimalText; readonly unitCode?: string }
  readonly packages: readonly PackageFacts[]
}

export interface PackageFacts {
  /** UN/ECE Recommendation 21: `CT` carton, `PK` package. */
  readonly typeCode: string
  /** 0 where the goods share a package counted with another item. */
  readonly quantity: number
  readonly marks: string
}

export interface ClassificationFacts {
  /** Ten digits of the UK tariff. */
  readonly commodityCode: string
  readonly taricAdditionalCodes: readonly string[]
  readonly nationalAdditionalCodes: readonly string[]
}

export interface RegimeFacts {
  /** `40`. */
  readonly requestedProcedure: string
  /** `00`. */
  readonly previousProcedure: string
  /** `['000']`, or `['C07', '1RV']`. */
  readonly additionalProcedures: readonly string[]
  /** Element 4/16: `1` transaction value. */
  readonly valuationMethod: string
  /** Element 4/13, four digits, for method 1. */
  readonly valuationIndicators?: string
  /** Element 4/17: `100` none claimed. */
  readonly preferenceCode: string
  /** Element 5/16, where a preference is claimed. */
  readonly preferentialOriginCountry?: string
  readonly quotaOrderNumber?: string
  /** Tax types that the tariff expects a method of payment for, `['A00', 'B00']`. */
  readonly taxTypes: readonly string[]
}

/** Element 2/3. */
export interface DocumentFacts {
  /** Four characters, `N935`. */
  readonly code: string
  readonly id: string
  readonly statusCode?: string
  readonly name?: string
}

/** Element 2/2. */
export interface StatementFacts {
  readonly code: string
  readonly text?: string
}
