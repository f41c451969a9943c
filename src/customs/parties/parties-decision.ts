import type { BilingualText } from '../bilingual-text.ts'
import type { Reason } from '../law/law.ts'
import type { Order } from '../order/order.ts'
import type { Party } from '../order/party.ts'
import type { ChargeKind } from '../quote/quote.ts'

/** Who somebody is in the trade, apart from what the law makes of them. */
export type TradeRole = 'seller' | 'buyer' | 'marketplace' | 'purchasing-agent'

/** A fact that was decided, with the reason for it. */
export interface Decided<T> {
  readonly value: T
  readonly reason: Reason
}

/** Somebody with the role that they have in the trade. */
export interface PartyInRole {
  readonly role: TradeRole
  readonly party: Party
}

/** Who makes the supply on which VAT is charged: one for all goods, or each seller for its own. */
export type SellerForVat =
  PartyInRole | { readonly role: 'each-seller'; readonly parties: readonly Party[] }

/** Who lodges the declaration. */
export interface Declarant {
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

/** How customs duty, and import VAT that is not postponed, reaches the authority. */
export type DutyPayment =
  | { readonly method: 'paid' }
  | {
      readonly method: 'deferred'
      readonly accountNumber: string
      readonly holderEori: string
      readonly guarantee: 'waived' | { readonly reference: string }
    }

/** Where import VAT is accounted for. */
export type ImportVatAccounting =
  | DutyPayment
  /** On the VAT return of the importer (fiscal reference FR1). */
  | { readonly method: 'postponed'; readonly vatNumber: string }
  | { readonly method: 'charged-at-sale'; readonly registration: string }
  /** On the VAT return of the buyer, as on a sale within the country (fiscal reference FR2). */
  | { readonly method: 'customer-accounts'; readonly vatNumber: string }
  | { readonly method: 'not-due' }

/** Who bears one kind of charge in the end, apart from who owes it to the authority. */
export interface ChargePayer {
  readonly kind: ChargeKind
  readonly payer: Order['dutiesBilledTo']
  /** Names of those who are liable for it towards the authority; empty for what the authority does not collect. */
  readonly debtors: readonly string[]
  readonly reason: BilingualText
}

/** Somebody who is not the importer, and why. */
export interface ImporterNotChosen extends PartyInRole {
  readonly why: Reason
}

/** The separate facts about who is who before customs in one case. */
export interface PartiesDecision {
  readonly importerOfRecord: Decided<PartyInRole>
  readonly declarant: Decided<Declarant>
  readonly representation: Decided<Representation>
  readonly payers: readonly ChargePayer[]
  readonly sellerForVat: Decided<SellerForVat>
  readonly importVatAccounting: Decided<ImportVatAccounting>
  readonly dutyPayment: Decided<DutyPayment>
  /** Every other candidate for importer, with the reason against. */
  readonly importersNotChosen: readonly ImporterNotChosen[]
}
