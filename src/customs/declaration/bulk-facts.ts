import type {
  DeclaredParty,
  GoodsLocationFacts,
  PackageFacts,
  PartyFacts,
  ReferenceFacts,
  Sourced,
} from './fill-input.ts'

/**
 * Everything that a bulk declaration is filled from: many consignments of low value to Great Britain
 * in one clearance request (Bulk Import Reduced Data Set, BIRDS). It has no value, no classification
 * and no tax, because the VAT was charged when the goods were sold.
 *
 * Source: HMRC's completion instructions for inventory imports of 9 October 2024, groups 1 to 4, and the
 * descriptions of the trader tests TT_IM072a and 073a (read 2026-11-23). They do not say how
 * consignments are listed; here each is a goods item.
 */
export interface BulkDeclarationFacts {
  readonly lrn: string
  /** `J` goods arrived, `K` not yet. */
  readonly additionalDeclarationType: 'J' | 'K'
  readonly parties: Pick<PartyFacts, 'declarant' | 'representation'>
  /** Elements 3/39 (BRD) and 2/3 (1BRD): the holder answers for the goods as their importer. */
  readonly authorisation: Sourced & { readonly holderEori: string; readonly number: string }
  readonly shipment: Sourced & {
    /** Element 5/14. */
    readonly exportCountry: string
    /** Whether it is one of the Crown Dependencies in customs union with Great Britain. */
    readonly isCustomsUnion: boolean
    readonly goodsLocation: GoodsLocationFacts & Sourced
    readonly borderModeCode: string
    readonly arrival?: { readonly typeCode: string; readonly id: string }
  }
  readonly references: ReferenceFacts
  readonly consignments: readonly BulkConsignmentFacts[]
}

/** One consignment of low value within the bulk. */
export interface BulkConsignmentFacts extends Sourced {
  readonly exporter: DeclaredParty
  /** Element 6/8. */
  readonly description: string
  /** Elements 6/9 to 6/11; the marks let an officer find the consignment. */
  readonly packages: readonly PackageFacts[]
}
