import type { AssessmentData, CaseEvent } from '../clearance/events/case-event.ts'
import { type Money, subtract } from '../customs/money/money.ts'
import { taxByTax } from './correction-figures.ts'

/** What is due before a decision of the authority and after it, tax by tax. */
export interface DecidedFigures {
  readonly before: Money
  readonly after: Money
  /** Negative where less is due. */
  readonly difference: Money
  readonly taxes: readonly DecidedTax[]
}

/** One tax before a decision and after it, over all goods items. */
export interface DecidedTax {
  /** As the authority codes it: `A00` customs duty, `B00` VAT. */
  readonly taxType: string
  readonly before: Money
  readonly after: Money
  readonly difference: Money
}

/**
 * What a decision comes to that has made a version of the declaration: the authority's assessment of
 * that version, beside its assessment of the one before. Undefined while the notification of one of
 * them has not come.
 */
export function decidedFigures(
  events: readonly CaseEvent[],
  version: number,
): DecidedFigures | undefined {
  const statements = events.flatMap((event) => (isAssessment(event) ? [event.data] : []))
  const after = statements.findLast(({ versionId }) => Number(versionId) === version)
  const before = latestBelow(statements, version)
  if (after === undefined || before === undefined) return undefined
  const taxes = taxByTax(linesOf(before), linesOf(after), after.payable.currency)
  return {
    ...{ before: before.payable, after: after.payable },
    difference: subtract(after.payable, before.payable),
    taxes: taxes.map(({ taxType, declared, correct, difference }) => ({
      ...{ taxType, before: declared, after: correct, difference },
    })),
  }
}

type AssessmentEvent = Extract<
  CaseEvent,
  { readonly type: 'assessment-notified' | 'assessment-corrected' | 'assessment-final' }
>

function isAssessment(event: CaseEvent): event is AssessmentEvent {
  return ['assessment-notified', 'assessment-corrected', 'assessment-final'].includes(event.type)
}

function latestBelow(
  statements: readonly AssessmentData[],
  version: number,
): AssessmentData | undefined {
  const below = statements.filter(({ versionId }) => Number(versionId) < version)
  const highest = Math.max(...below.map(({ versionId }) => Number(versionId)))
  return below.findLast(({ versionId }) => Number(versionId) === highest)
}

function linesOf({ lines }: AssessmentData) {
  return lines.map(({ taxType, payable }) => ({ taxType, amount: payable }))
}
