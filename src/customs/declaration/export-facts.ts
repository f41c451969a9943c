import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import type {
  DeclaredParty,
  DocumentFacts,
  GoodsLocationFacts,
  PackageFacts,
  Sourced,
  StatementFacts,
} from './fill-input.ts'

/**
 * Everything that an export declaration is filled from: the full one (B1), and the simplified one (C1)
 * that leaves some of it for its supplementary declaration. No tax, origin or price of the invoice is
 * worked out from it.
 *
 * Source: CDS UK Trade Tariff, volume 3, appendices 22A and 22D, of 28 February 2025: their beginning, and
 * a public transcription of the rest of 21 August 2026 (read 2026-11-23; to be compared with the page),
 * https://www.gov.uk/government/publications/appendix-22-declaration-category-data-sets-landing-page-and-introductory-text--2
 */
export interface ExportDeclarationFacts {
  /** Our reference, see `lrn.ts`. */
  readonly lrn: string
  /** `arrived`: the goods are where customs can see them; otherwise they are declared before. */
  readonly presentation: 'arrived' | 'pre-lodged'
  readonly parties: ExportPartyFacts
  readonly shipment: ExportShipmentFacts
  /** Safety and security data of the exit; absent where the goods need none. */
  readonly safety?: ExitSafetyFacts & Sourced
  readonly authorisations: readonly (ExportAuthorisation & Sourced)[]
  readonly references: ExportReferenceFacts
  readonly goodsItems: readonly ExportItemFacts[]
}

/** Who takes which part in the export. */
export interface ExportPartyFacts {
  /** Elements 3/1 and 3/2: who has the power to determine that the goods leave, and has done so. */
  readonly exporter: DeclaredParty
  /** Elements 3/9 and 3/10: to whom the goods go. */
  readonly consignee: DeclaredParty
  /** Element 3/18. */
  readonly declarant: Sourced & { readonly eori: string }
  /** `self`: the exporter declares. Otherwise a representative acts for the exporter. */
  readonly representation: Sourced & {
    readonly kind: 'self' | 'direct' | 'indirect'
    /** Element 3/20, where it is declared. */
    readonly eori?: string
  }
}

/** Where the goods go, what takes them out, and where customs can see them before. */
export interface ExportShipmentFacts extends Sourced {
  /** Element 5/14, ISO 3166-1 alpha-2: where the goods leave. */
  readonly exportCountry: string
  /** Element 5/8, ISO 3166-1 alpha-2, of all goods. */
  readonly destinationCountry: string
  /** Element 6/18: the packages as they travel, each counted once. */
  readonly totalPackages: number
  /** Element 5/12, eight characters. */
  readonly exitOffice: string
  /** Element 5/26, where it is not the office of the place of the goods. */
  readonly presentationOffice?: string
  /** Element 5/27, which some authorisations name. */
  readonly supervisingOffice?: string
  readonly goodsLocation: GoodsLocationFacts & Sourced
  readonly transport: ExportTransportFacts & Sourced
  /** Element 2/2 of the whole declaration: `RRS01` of a reduced-capacity port. */
  readonly statements: readonly (StatementFacts & Sourced)[]
}

/** How the goods leave, and what takes them. */
export interface ExportTransportFacts {
  /** Element 7/4: `1` sea, `3` road, `4` air, `5` post, `6` roll-on roll-off. */
  readonly borderModeCode: string
  /** Element 7/5. */
  readonly inlandModeCode?: string
  /** Element 7/14: what crosses the border. */
  readonly border?: MeansIdentity
  /** Element 7/15, ISO 3166-1 alpha-2. */
  readonly borderNationality?: string
  /** Element 7/7: onto what the goods are loaded when they are presented. */
  readonly departure?: MeansIdentity
  /** Elements 7/10 and 7/18; none where the goods are not in containers. */
  readonly containers: readonly { readonly id: string; readonly seals: readonly string[] }[]
}

/** A means of transport: `{ typeCode: '10', id: '9321483' }`. */
export interface MeansIdentity {
  readonly typeCode: string
  readonly id: string
}

/** What customs judge the safety of an exit by. */
export interface ExitSafetyFacts {
  /** Elements 3/31 and 3/32. */
  readonly carrier: DeclaredParty
  /** Element 4/2: `A` cash, `B` card, `D` other, `H` electronic transfer. */
  readonly freightPaymentCode: string
  /** Element 5/18: countries on the way in their order, from the first to the last. */
  readonly routingCountries: readonly string[]
}

/** Element 3/39 with its proof in element 2/3 of every item. */
export interface ExportAuthorisation {
  /** `SDE` simplified declarations, `CSE` customs supervised exports. */
  readonly typeCode: string
  readonly holderEori: string
  /** Document code of the authorisation, `C512` of `SDE`. */
  readonly documentCode: string
  readonly decisionNumber: string
}

/** References that tie the declaration to the chain, element 2/1. */
export interface ExportReferenceFacts extends Sourced {
  /** Declaration unique consignment reference, see `ucr.ts`. */
  readonly ducr: string
  /** Master reference of the consolidation in which the goods leave. */
  readonly masterUcr?: string
  /** MRN of the import by which goods that now go back came in. */
  readonly importMrn?: string
}

/** One goods item with everything that is declared of it, each group with its own origin. */
export interface ExportItemFacts {
  readonly goods: ExportGoodsFacts & Sourced
  readonly classification: ExportClassificationFacts & Sourced
  readonly regime: ExportRegimeFacts & Sourced
  /**
   * Element 8/6: worth in pounds at the place and time of leaving, carriage and insurance up to there
   * included and beyond it left out (Regulation (EU) No 113/2010 as retained, article 4).
   */
  readonly statisticalValue: Sourced & { readonly amount: Money }
  /** Element 2/3, without the authorisations of the whole declaration. */
  readonly documents: readonly (DocumentFacts & Sourced)[]
  /** Element 2/2. */
  readonly statements: readonly (StatementFacts & Sourced)[]
}

/** What the goods are and how much of them there is. */
export interface ExportGoodsFacts {
  /** Element 6/8. */
  readonly description: string
  /** Element 6/5: with packaging. */
  readonly grossWeightKg: DecimalText
  /** Element 6/1: without any packaging. */
  readonly netWeightKg: DecimalText
  /** Element 6/2, in the unit that the tariff asks for; absent where it asks for none. */
  readonly supplementaryQuantity?: DecimalText
  readonly packages: readonly PackageFacts[]
}

/** Elements 6/14, 6/16 and 6/17. */
export interface ExportClassificationFacts {
  /** Eight digits of the UK nomenclature: exports have no ninth and tenth. */
  readonly commodityCode: string
  readonly taricAdditionalCodes: readonly string[]
  /** `VATZ` where the goods leave at the zero rate of VAT. */
  readonly nationalAdditionalCodes: readonly string[]
}

/** Under which procedure and in what transaction the goods leave. */
export interface ExportRegimeFacts {
  /** First two digits of element 1/10: `10` permanent export, `31` re-export. */
  readonly requestedProcedure: string
  /** Last two digits of element 1/10: `40` free circulation. */
  readonly previousProcedure: string
  /** Element 1/11: `['000']` for none, `['3RI']` for rejected imports. */
  readonly additionalProcedures: readonly string[]
  /** Element 8/5: `11` outright sale, `21` return of goods. */
  readonly transactionNatureCode: string
}
