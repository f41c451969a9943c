import type { Sourced } from './fill-input.ts'

/**
 * The authorisation to release goods on a reduced declaration and to complete it afterwards
 * (simplified customs declaration, type `SDE`; Union Customs Code, article 166(2), as kept in the
 * United Kingdom).
 */
export interface SimplificationFacts extends Sourced {
  readonly holderEori: string
  /** Decision number as it is declared with document C512, `GBSDE553202734852I`. */
  readonly decisionNumber: string
}

/** The simplified declaration that a supplementary one completes. */
export interface InitialDeclarationFacts extends Sourced {
  /** Movement reference number, by the authority. */
  readonly mrn: string
  /** When it was accepted, `2026-09-01T12:00:00Z`: the tax point of the goods. */
  readonly acceptedAt: string
}
