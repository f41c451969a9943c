import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import type {
  DocumentFacts,
  GoodsLocationFacts,
  PackageFacts,
  PartyFacts,
  ReferenceFacts,
  Sourced,
  StatementFacts,
} from './fill-input.ts'
import type { InternalMarketFacts } from './internal-market-facts.ts'

/**
 * Everything that a declaration of goods from Great Britain to Northern Ireland is filled from, where
 * they are not at risk of moving on to the European Union: data set H8 of the simplified process for
 * internal market movements.
 *
 * Source: trader test declaration TT_IM168a of HMRC, and the completion guide of the simplified process
 * of 10 January 2025 (read 2026-11-23).
 */
export interface H8DeclarationFacts {
  readonly lrn: string
  readonly additionalDeclarationType: 'A' | 'D'
  readonly parties: Pick<PartyFacts, 'importer' | 'exporter' | 'declarant' | 'representation'>
  /** Element 3/39: who is authorised under the UK Internal Market Scheme. */
  readonly authorisation: InternalMarketFacts
  readonly shipment: Sourced & {
    /** Element 5/8. */
    readonly destinationCountry: string
    readonly goodsLocation: GoodsLocationFacts & Sourced
    /** Element 7/4: `6` roll on, roll off. */
    readonly borderModeCode: string
  }
  /** Statements of the whole declaration, element 2/2: RRS01 where the goods vehicle service is told. */
  readonly statements: readonly (StatementFacts & Sourced)[]
  readonly references: ReferenceFacts
  readonly goodsItems: readonly H8ItemFacts[]
}

/** One goods item that is not at risk. */
export interface H8ItemFacts {
  readonly goods: Sourced & {
    readonly description: string
    readonly originCountry: string
    readonly grossWeightKg: DecimalText
    readonly netWeightKg: DecimalText
    readonly packages: readonly PackageFacts[]
  }
  /** Element 6/14: eight digits of the nomenclature. */
  readonly classification: Sourced & { readonly commodityCode: string }
  /** Element 4/14. */
  readonly price: Sourced & { readonly amount: Money }
  /** Element 1/11: `1SG` standard goods. */
  readonly regime: Sourced & { readonly additionalProcedures: readonly string[] }
  readonly documents: readonly (DocumentFacts & Sourced)[]
  /** Element 2/2: NIDOM and NIREM. */
  readonly statements: readonly (StatementFacts & Sourced)[]
}
