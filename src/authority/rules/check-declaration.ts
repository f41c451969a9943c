import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { additionalMeasureChecks } from './additional-measure-checks.ts'
import type { Check, OfficeKnowledge } from './check.ts'
import type { DeclarationError } from './declaration-error.ts'
import { clearanceRequestChecks } from './clearance-request-checks.ts'
import { type DataSet, dataSetOf } from './data-set.ts'
import { fullNorthernIrelandChecks } from './full-northern-ireland-checks.ts'
import { exportChecks, simplifiedExportChecks } from './export-checks.ts'
import { h7Checks } from './h7-checks.ts'
import { h8Checks } from './h8-checks.ts'
import {
  headerChecks,
  sharedHeaderChecks,
  simplifiedHeaderChecks,
  supplementaryHeaderChecks,
} from './header-checks.ts'
import { itemChecks, simplifiedItemChecks } from './item-checks.ts'
import { northernIrelandChecks } from './northern-ireland-checks.ts'
import { paymentChecks } from './payment-checks.ts'
import { preferenceChecks } from './preference-checks.ts'
import { reliefChecks } from './relief-checks.ts'
import { simplificationChecks } from './simplification-checks.ts'
import { supplementaryChecks } from './supplementary-checks.ts'
import { valueChecks } from './value-checks.ts'

/** What decides on the debt, as far as it is not said by the head. */
const onTheDebt: readonly Check[] = [
  ...itemChecks,
  ...fullNorthernIrelandChecks,
  ...preferenceChecks,
  ...additionalMeasureChecks,
  ...reliefChecks,
  ...valueChecks,
  ...paymentChecks,
]

const checks: Readonly<Record<DataSet, readonly Check[]>> = {
  h1: [...headerChecks, ...onTheDebt],
  i1: [
    ...simplifiedHeaderChecks,
    ...simplifiedItemChecks,
    ...preferenceChecks,
    ...simplificationChecks,
  ],
  'h1-supplementary': [
    ...supplementaryHeaderChecks,
    ...onTheDebt,
    ...simplificationChecks,
    ...supplementaryChecks,
  ],
  c21i: [...simplifiedHeaderChecks, ...clearanceRequestChecks],
  h7: [...sharedHeaderChecks, ...northernIrelandChecks, ...h7Checks],
  h8: [...sharedHeaderChecks, ...northernIrelandChecks, ...h8Checks],
  b1: exportChecks,
  c1: [...simplifiedExportChecks, ...simplificationChecks],
}

/** After so many errors the trader is told that there are more: CDS19999. */
const MOST_ERRORS = 30

/** Holds a declaration against the business rules of its data set: H1, I1, H7, H8, C21i, B1 and C1 are taken here. */
export function checkDeclaration(
  declaration: LodgedDeclaration,
  knowledge: OfficeKnowledge,
): readonly DeclarationError[] {
  const errors = checks[dataSetOf(declaration)].flatMap((check) => check(declaration, knowledge))
  if (errors.length <= MOST_ERRORS) return errors
  const more: DeclarationError = {
    code: 'CDS19999',
    pointer: [{ section: '42A' }],
    reason: `${errors.length - MOST_ERRORS} more errors were found.`,
  }
  return [...errors.slice(0, MOST_ERRORS), more]
}
