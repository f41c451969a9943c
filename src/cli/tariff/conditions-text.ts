import type { ReadCondition } from '../../customs/tariff-enquiry/read-condition.ts'
import type { ShownMeasure } from '../../tariffs/index.ts'

/** The conditions of a measure, a line each; a schedule that is printed has none. */
export function conditionsText(measure: ShownMeasure): readonly string[] {
  return 'documents' in measure ? measure.conditions.map(conditionText) : []
}

function conditionText({ code, action, document, threshold, rate }: ReadCondition): string {
  const asked = [
    ...(document === undefined ? [] : [`with document ${document}`]),
    ...(threshold === undefined
      ? []
      : [`${comparisons[threshold.comparison]} ${threshold.amount} ${threshold.unit}`]),
  ]
  const holds = asked.length === 0 ? 'otherwise' : asked.join(', ')
  const follows = action === undefined ? 'an action that is not known' : actions[action]
  return `    ${code}: ${holds}: ${follows}${rate === undefined ? '' : ` at ${rate}`}`
}

const comparisons = {
  'at-most': 'at most',
  'at-least': 'at least',
  below: 'below',
  above: 'above',
  equal: 'exactly',
} as const

const actions = {
  apply: 'it applies',
  'do-not-apply': 'it does not apply',
  stop: 'the goods may not be declared like this',
} as const
