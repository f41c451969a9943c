import type { MeasureCondition, Threshold } from '../../duty/measure-condition.ts'
import { type MeasurementUnits, unitCode } from '../../duty/measurement-units.ts'
import { combine, failure, type Result, success } from '../../result.ts'
import type { ConditionFields } from './duty-question-schema.ts'
import { decimalIfStated } from './figure.ts'
import { readComponents } from './read-components.ts'

/** How the service writes the comparison with a limit. */
const comparisons: ReadonlyMap<string, Threshold['comparison']> = new Map([
  ['=<', 'at-most'],
  ['<=', 'at-most'],
  ['<', 'below'],
  ['=>', 'at-least'],
  ['>=', 'at-least'],
  ['>', 'above'],
  ['=', 'equal'],
])

/** Condition codes that mean by themselves that a limit is not to be passed. */
const limiting: ReadonlySet<string> = new Set(['E', 'I'])

/** Reads one condition of a measure. */
export function readCondition(
  fields: ConditionFields,
  units: MeasurementUnits,
  path: string,
): Result<MeasureCondition> {
  const parts = combine({
    expression: readComponents(fields.components, units, `${path}/components`),
    threshold: readThreshold(fields, path),
  })
  if (!parts.ok) return parts
  const { expression = [], threshold } = parts.value
  return success({
    conditionCode: fields.condition_code,
    actionCode: fields.action_code,
    // The service writes an empty code where no document is asked for.
    ...(fields.document_code && {
      documentCode: fields.document_code,
      ...(fields.certificate_description && {
        documentName: plainText(fields.certificate_description),
      }),
    }),
    ...(threshold && { threshold }),
    expression,
  })
}

function readThreshold(fields: ConditionFields, path: string): Result<Threshold | undefined> {
  const amount = decimalIfStated(fields.condition_duty_amount, `${path}/condition_duty_amount`)
  if (!amount.ok) return amount
  if (amount.value === undefined) return success(undefined)
  const code = fields.condition_code
  const comparison = comparisonOf(fields)
  const unit = fields.condition_measurement_unit_code
  const isOfPrice = Boolean(fields.condition_monetary_unit_code)
  // The entry price and the like are known by their condition code, not by their limit.
  if (!limiting.has(code) && (isOfPrice || comparison === undefined)) return success(undefined)
  if (isOfPrice || comparison === undefined || !unit) return failure(notALimit(code, path))
  const qualifier = fields.condition_measurement_unit_qualifier_code
  return success({ comparison, amount: amount.value, unit: unitCode(unit, qualifier) })
}

function comparisonOf({
  condition_code,
  requirement_operator,
}: ConditionFields): Threshold['comparison'] | undefined {
  if (requirement_operator) return comparisons.get(requirement_operator)
  return limiting.has(condition_code) ? 'at-most' : undefined
}

function notALimit(conditionCode: string, path: string) {
  return {
    code: 'not-covered',
    path,
    message: `The limit of condition ${conditionCode} is not one of quantity, so it is not decided here.`,
    mend: 'Ask a customs broker for the duty on these goods.',
    zh: {
      message: `条件 ${conditionCode} 的限额不是数量限额，目前尚不支持。`,
      mend: '请就这些货物的关税咨询报关行。',
    },
  } as const
}

/** How long the name of a document may be told; whole laws are in some. */
const NAME_CHARACTERS_MAX = 200

/** Names of documents come with the marks of a web page. */
function plainText(html: string): string {
  const text = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return text.length <= NAME_CHARACTERS_MAX ? text : `${text.slice(0, NAME_CHARACTERS_MAX)}…`
}
