import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference } from '../law/law.ts'
import type { Order } from '../order/order.ts'
import type { Party } from '../order/party.ts'
import type { ChargeKind } from '../quote/quote.ts'

/** Who somebody is in the trade, apart from what the law makes of them. */
export type TradeRole = 'seller' | 'buyer' | 'marketplace' | 'purchasing-agent' | 'declarant'

/** A fact that was decided, with the reason for it. */
export interface Decided<T> {
  readonly value: T
  readonly reason: BilingualText
  readonly law?: LawReference
}

export interface PartyInRole {
  readonly role: TradeRole
  readonly party: Party
}

/** Somebody who acts before customs with an EORI. */
export interface Declarant {
  readonly role: TradeRole
  readonly name: string
  readonly address: Party['address']
  readonly eori: string
}

/**
 * - `self`: the importer declares.
 * - `direct`: in the importer's name and on the importer's behalf.
 * - `indirect`: in the representative's own name; both are liable for the debt.
 */
export type Representation = 'self' | 'direct' | 'indirect'

/** How import VAT reaches the authority. */
export type ImportVatAccounting =
  | { readonly method: 'paid' }
  | { readonly method: 'deferred'; readonly accountNumber: string }
  /** Postponed accounting on the VAT return of the importer (fiscal reference FR1). */
  | { readonly method: 'postponed'; readonly vatNumber: string }
  | { readonly method: 'charged-at-sale'; readonly registration: string }

/** How customs duty is settled; absent from a decision where no duty is charged. */
export type DutyPayment =
  | { readonly method: 'paid' }
  | { readonly method: 'deferred'; readonly accountNumber: string; readonly holderEori: string }

export interface ChargePayer {
  readonly kind: ChargeKind
  /** Who bears the charge in the end. */
  readonly payer: Order['dutiesBilledTo']
  /** Who is liable for it towards the authority. */
  readonly debtors: readonly string[]
  readonly reason: BilingualText
}

/** The separate facts about who is who before customs in one case. */
export interface PartiesDecision {
  readonly importerOfRecord: Decided<PartyInRole>
  readonly declarant: Decided<Declarant>
  readonly representation: Decided<Representation>
  readonly payers: readonly ChargePayer[]
  readonly sellerForVat: Decided<PartyInRole>
  readonly importVatAccounting: Decided<ImportVatAccounting>
  readonly dutyPayment: Decided<DutyPayment>
  /** Every other candidate for importer, with the reason against. */
  readonly importersNotChosen: readonly (PartyInRole & { readonly why: BilingualText })[]
}
