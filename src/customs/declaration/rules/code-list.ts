import type { LocalDate } from '../../calendar/local-date.ts'

/** The code lists of CDS by the name of their file in `data/gb/codes`. */
export const codeListNames = [
  'additional-procedure-codes',
  'authorisation-types',
  'classification-parts',
  'countries',
  'currencies',
  'customs-offices',
  'declaration-types',
  'document-codes',
  'document-status-codes',
  'fiscal-references',
  'goods-location-codes',
  'guarantee-types',
  'incoterms',
  'package-types',
  'payment-methods',
  'preferences',
  'previous-document-codes',
  'procedure-codes',
  'representation',
  'statement-codes',
  'supply-chain-roles',
  'tax-types',
  'transaction-natures',
  'transport-identities',
  'transport-modes',
  'transport-payment-methods',
  'valuation-additions',
  'valuation-methods',
  'warehouse-types',
] as const

export type CodeListName = (typeof codeListNames)[number]

/** A code list of the authority. */
export interface CodeList {
  /** Whether it holds every code that the authority takes; where not, others may be lawful. */
  readonly isComplete: boolean
  /** Whether it holds the code on that day. */
  has(code: string, on: LocalDate): boolean
}

export type CodeLists = Readonly<Record<CodeListName, CodeList>>
