import type { BilingualText } from '../bilingual-text.ts'
import type { DecimalText } from '../money/decimal.ts'
import { present } from '../present.ts'
import { type Result, success } from '../result.ts'
import { applicableExpression, type MeasureRates } from './applicable-expression.ts'
import { displayDuty } from './display-duty.ts'
import type { DutyExpression } from './duty-expression.ts'
import { dutyFormula } from './duty-formula.ts'
import { type DutyFacts, evaluateDuty } from './evaluate-duty.ts'
import type { MeasureCondition } from './measure-condition.ts'
import type { MissingFact } from './missing-fact.ts'

/** What a measure comes to for some goods. */
export type DutyAnswer =
  | {
      readonly known: true
      /** The rate that applies; none where the measure does not apply at all. */
      readonly expression?: DutyExpression
      /** Exact, in the currency of the facts. */
      readonly duty: DecimalText
      /** As the authority's calculator shows it. */
      readonly dutyDisplay: DecimalText
      readonly formula: BilingualText
    }
  | { readonly known: false; readonly missing: readonly [MissingFact, ...MissingFact[]] }

/**
 * Chooses the rate of a measure by its conditions and works it out. Fails where the measure or one of
 * its conditions is not covered; facts that are missing are an answer.
 *
 * @param path place of the measure in the input, for failures
 */
export function workOutDuty(
  rates: MeasureRates,
  facts: DutyFacts,
  path: string,
): Result<DutyAnswer> {
  const applicable = applicableExpression(rates, facts, path)
  if (!applicable.ok) return applicable
  switch (applicable.value.outcome) {
    case 'missing':
      return success({ known: false, missing: applicable.value.missing })
    case 'does-not-apply':
      return success(noDuty(applicable.value.condition))
    case 'applies': {
      const { expression } = applicable.value
      const evaluation = evaluateDuty(expression, facts)
      if (!evaluation.known) return success(evaluation)
      const { duty, sums } = evaluation
      const { units, customsValue: base } = facts
      return success({
        known: true,
        expression,
        duty: duty.amount,
        dutyDisplay: displayDuty(duty.amount, expression, units),
        formula: dutyFormula(present({ units, duty, sums, base })),
      })
    }
  }
}

function noDuty({ conditionCode, actionCode }: MeasureCondition): DutyAnswer {
  return {
    known: true,
    duty: '0' as DecimalText,
    dutyDisplay: '0.00' as DecimalText,
    formula: {
      en: `no duty: by condition ${conditionCode} with action ${actionCode} the measure does not apply`,
      zh: `不计税：根据条件 ${conditionCode}（措施 ${actionCode}），该措施不适用`,
    },
  }
}
