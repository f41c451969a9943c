import type { DecimalText } from '../money/decimal.ts'
import type {
  DeclaredParty,
  GoodsLocationFacts,
  PackageFacts,
  PartyFacts,
  ReferenceFacts,
  Sourced,
} from './fill-input.ts'

/** What requests in both directions say: who asks, where the goods are and what they are. */
interface ClearanceRequestFacts {
  /** Our reference, see `lrn.ts`. */
  readonly lrn: string
  /** `arrived`: the goods are where customs can see them (type J); otherwise before (type K). */
  readonly presentation: 'arrived' | 'pre-lodged'
  readonly exporter: DeclaredParty
  readonly declarant: Sourced & { readonly eori: string }
  readonly representation: PartyFacts['representation']
  readonly shipment: Sourced & {
    readonly goodsLocation: GoodsLocationFacts & Sourced
    /** Element 7/4. */
    readonly borderModeCode: string
    /** Elements 7/9 and 7/7: what brings the goods to their place, or takes them from it. */
    readonly means?: { readonly typeCode: string; readonly id: string }
  }
  readonly references: ReferenceFacts
  /** Elements 1/10 and 1/11, such as 0002 with 000. */
  readonly procedure: Sourced & {
    readonly code: string
    readonly additionalProcedures: readonly string[]
  }
  readonly goodsItems: readonly ClearanceItemFacts[]
}

/** One kind of goods: neither code nor value is asked for. */
export interface ClearanceItemFacts {
  readonly goods: Sourced & {
    readonly description: string
    readonly grossWeightKg?: DecimalText
    readonly netWeightKg?: DecimalText
    readonly packages: readonly PackageFacts[]
  }
}

/**
 * Everything that a customs clearance request of an import (C21i) is filled from.
 *
 * Source: trader test declaration TT_IM005a of HMRC: papers and printed matter under 0002 and 000 (read 2026-11-24).
 */
export interface ImportRequestFacts extends ClearanceRequestFacts {
  readonly importer: DeclaredParty
  /** Element 5/14. */
  readonly exportCountry: string
  /** Element 6/18. */
  readonly totalPackages: number
}

/**
 * Everything that a customs clearance request of an export (C21e) is filled from.
 *
 * Source: trader test declarations TT_EX026a and TT_EX031a of HMRC, appendix 2 C21e (read 2026-11-24).
 */
export interface ExportRequestFacts extends ClearanceRequestFacts {
  readonly consignee: DeclaredParty
  /** Element 5/8. */
  readonly destinationCountry: string
  /** Element 5/12. */
  readonly exitOffice: string
  /** Element 4/2, with the safety data of the exit. */
  readonly freightPaymentCode?: string
}
