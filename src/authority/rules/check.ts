import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { LowValueReliefs } from '../tariff/low-value-relief.ts'
import type { NorthernIrelandLaw } from '../tariff/northern-ireland-law.ts'
import type { OfficeTariff } from '../tariff/office-tariff.ts'
import type { AdditionalMeasures } from '../tariff/additional-measures.ts'
import type { Preferences } from '../tariff/preferences.ts'
import type { ReturnedGoodsYears } from '../tariff/returned-goods.ts'
import type { VatClaims } from '../tariff/vat-claims.ts'
import { itemPointer, pointer, type DeclarationError } from './declaration-error.ts'

/** A deferment account as the checks see it. */
export interface KnownDefermentAccount {
  /** EORI of the trader whose account it is. */
  readonly holder: string
  readonly state: 'active' | 'suspended'
}

/** A simplified declaration in the register, as what completes it refers to it. */
export interface InitialDeclaration {
  /** EORI of the declarant. */
  readonly declarant: string | undefined
  /** The tax point, once it is accepted. */
  readonly acceptedAt?: Instant
  readonly isReleased: boolean
}

/** What the office knows besides the message when it checks a declaration. */
export interface OfficeKnowledge {
  readonly tariff: OfficeTariff
  readonly rates: ExchangeRates
  readonly vatClaims: VatClaims
  readonly preferences: Preferences
  readonly additionalMeasures: AdditionalMeasures
  readonly lowValueRelief: LowValueReliefs
  /** The same for gifts (C08). */
  readonly giftRelief: LowValueReliefs
  readonly returnedGoodsYears: ReturnedGoodsYears
  /** The relief by value for goods to Northern Ireland, which is not that of Great Britain. */
  readonly northernIrelandRelief: LowValueReliefs
  /** Whose duty goods bear that are declared in full there. */
  readonly northernIreland: NorthernIrelandLaw
  readonly on: LocalDate
  readonly defermentAccount: (accountNumber: string) => KnownDefermentAccount | undefined
  /** The simplified declaration of an MRN; nothing for any other. */
  readonly initialDeclaration: (mrn: string) => InitialDeclaration | undefined
}

/** One business rule: what it finds wrong with a declaration, nothing when all is well. */
export type Check = (
  declaration: LodgedDeclaration,
  knowledge: OfficeKnowledge,
) => readonly DeclarationError[]

/** A rule for each goods item by itself. */
export type ItemCheck = (
  item: LodgedItem,
  declaration: LodgedDeclaration,
  knowledge: OfficeKnowledge,
) => readonly DeclarationError[]

/**
 * Makes a rule for one item into one for the declaration, so that all rules run as one list and all
 * their errors go out in one notification 03.
 */
export function forEachItem(check: ItemCheck): Check {
  return (declaration, knowledge) =>
    declaration.items.flatMap((item) => check(item, declaration, knowledge))
}

/** An error of the whole declaration, `where` as for {@link pointer} below `42A`. */
export function fault(
  code: DeclarationError['code'],
  where: string,
  reason: string,
): DeclarationError {
  return { code, pointer: pointer(`42A/${where}`), reason }
}

/**
 * An error of one goods item: the pointer names the item for software, the reason names it for
 * people. `where` is as for {@link itemPointer}.
 */
export function itemFault(
  item: LodgedItem,
  code: DeclarationError['code'],
  finding: { readonly where: string; readonly reason: string },
): DeclarationError {
  const reason = `Item ${item.sequence}: ${finding.reason}`
  return { code, pointer: itemPointer(item.sequence, finding.where), reason }
}

/** The error of an obligatory element that is absent: CDS10001. */
export function missing(value: unknown, where: string, what: string): readonly DeclarationError[] {
  return value === undefined ? [fault('CDS10001', where, `${what} is missing.`)] : []
}

/** The error of an obligatory element that is absent from one item: CDS10001. */
export function missingInItem(
  item: LodgedItem,
  value: unknown,
  element: { readonly where: string; readonly what: string },
): readonly DeclarationError[] {
  return value === undefined
    ? [itemFault(item, 'CDS10001', { where: element.where, reason: `${element.what} is missing.` })]
    : []
}
