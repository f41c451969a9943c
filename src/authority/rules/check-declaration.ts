import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import type { Check, OfficeKnowledge } from './check.ts'
import type { DeclarationError } from './declaration-error.ts'
import { headerChecks } from './header-checks.ts'
import { itemChecks } from './item-checks.ts'
import { paymentChecks } from './payment-checks.ts'
import { preferenceChecks } from './preference-checks.ts'
import { valueChecks } from './value-checks.ts'

const checks: readonly Check[] = [
  ...headerChecks,
  ...itemChecks,
  ...preferenceChecks,
  ...valueChecks,
  ...paymentChecks,
]

/** After so many errors the trader is told that there are more: CDS19999. */
const MOST_ERRORS = 30

/** Holds a declaration against the business rules of the H1 data set that this office takes. */
export function checkDeclaration(
  declaration: LodgedDeclaration,
  knowledge: OfficeKnowledge,
): readonly DeclarationError[] {
  const errors = checks.flatMap((check) => check(declaration, knowledge))
  if (errors.length <= MOST_ERRORS) return errors
  const more: DeclarationError = {
    code: 'CDS19999',
    pointer: [{ section: '42A' }],
    reason: `${errors.length - MOST_ERRORS} more errors were found.`,
  }
  return [...errors.slice(0, MOST_ERRORS), more]
}
