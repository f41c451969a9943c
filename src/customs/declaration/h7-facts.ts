import type { Money } from '../money/money.ts'
import type { DecimalText } from '../money/decimal.ts'
import type {
  DocumentFacts,
  GoodsLocationFacts,
  PartyFacts,
  ReferenceFacts,
  Sourced,
  StatementFacts,
} from './fill-input.ts'

/**
 * Everything that a declaration of the super-reduced data set is filled from: H7, which Northern
 * Ireland alone has (additional procedure 1H7). It names no origin, no net mass, no invoice and no
 * tax, because CDS works out none from it.
 *
 * Source: trader test declarations TT_IM067a, 068a, 077a, 079a and 124a of HMRC, and column H7 of Annex
 * B of Commission Delegated Regulation (EU) 2015/2446 (read 2026-11-23).
 */
export interface H7DeclarationFacts {
  readonly lrn: string
  /** `A` goods arrived, `D` lodged before arrival. */
  readonly additionalDeclarationType: 'A' | 'D'
  readonly parties: Pick<PartyFacts, 'importer' | 'exporter' | 'declarant' | 'representation'>
  readonly shipment: H7ShipmentFacts
  readonly transportCosts: TransportCosts
  /** Element 3/40: who accounts for the VAT; absent where no VAT is due. */
  readonly fiscalReference?: FiscalReference & Sourced
  readonly references: ReferenceFacts
  readonly goodsItems: readonly H7ItemFacts[]
}

/** How the goods travel and where they are presented. */
export interface H7ShipmentFacts extends Sourced {
  /** Element 6/18. */
  readonly totalPackages: number
  readonly goodsLocation: GoodsLocationFacts & Sourced
  /** Element 7/4. */
  readonly borderModeCode: string
  /** Element 7/15. */
  readonly borderNationality?: string
}

/**
 * Element 4/19: carriage and insurance to the final destination. Zero where the price has them in it
 * and nobody states them apart; the intrinsic value then holds them.
 */
export interface TransportCosts extends Sourced {
  readonly amount: Money
}

/** Element 3/40: a VAT number with the part that its holder plays. */
export interface FiscalReference {
  /** `FR5` seller in the import one stop shop, `FR2` customer who accounts for the VAT itself. */
  readonly roleCode: 'FR2' | 'FR5'
  /** `IM` and ten digits for `FR5`, a UK VAT number for `FR2`. */
  readonly id: string
}

/** One goods item of the super-reduced data set. */
export interface H7ItemFacts {
  readonly goods: Sourced & {
    /** Element 6/8. */
    readonly description: string
    /** Element 6/5. */
    readonly grossWeightKg: DecimalText
  }
  /** Element 6/14: six digits of the Harmonised System, or eight of the nomenclature. */
  readonly classification: Sourced & { readonly commodityCode: string }
  /** Element 4/18: the price of the goods alone. */
  readonly intrinsicValue: Sourced & { readonly amount: Money }
  /** Element 1/11, `1H7` first. */
  readonly regime: Sourced & { readonly additionalProcedures: readonly string[] }
  /** Element 2/3. */
  readonly documents: readonly (DocumentFacts & Sourced)[]
  /** Element 2/2. */
  readonly statements: readonly (StatementFacts & Sourced)[]
}
