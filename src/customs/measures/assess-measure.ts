import type { BilingualText } from '../bilingual-text.ts'
import { dutyText } from '../duty/duty-text.ts'
import type { DutyFacts } from '../duty/evaluate-duty.ts'
import { type MissingFact, missingFactText } from '../duty/missing-fact.ts'
import { workOutDuty } from '../duty/work-out-duty.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { AssessedDuty } from '../landed-cost/duty-option.ts'
import { present } from '../present.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import type { Measure } from './measure.ts'
import type { MeasureType } from './measure-type.ts'
import { nameByArea } from './name-of-measure.ts'

/** The goods that a measure is worked out for. */
export interface Assessment {
  readonly facts: DutyFacts
  readonly documents: readonly string[] | undefined
  readonly lineIndex: number
}

/** What a measure comes to for the goods of a line, exact. Missing facts are failures by name. */
export function assessMeasure(
  measure: Measure,
  type: MeasureType,
  { facts, documents, lineIndex }: Assessment,
): Result<AssessedDuty> {
  const path = jsonPointer('lines', lineIndex)
  const { expression: standard, conditions, notWorkedOut } = measure
  if (notWorkedOut !== undefined)
    return failure(notComputable(nameByArea(measure.area, type), notWorkedOut, path))
  const worked = workOutDuty(present({ conditions, standard, documents }), facts, path)
  if (!worked.ok) return worked
  const answer = worked.value
  if (!answer.known) {
    const [first, ...others] = answer.missing.map((fact) => missing(fact, facts, lineIndex))
    return failure(first!, ...others)
  }
  const { customsValue } = facts
  const { law, validity } = measure
  return success(
    present({
      kind: kindOf(type),
      source: 'tariff' as const,
      measure: measure.type,
      name: nameOf(measure, type),
      rate: dutyText(answer.expression ?? [], facts.units),
      expression: answer.expression ?? [],
      base: customsValue,
      exact: { amount: answer.duty, currency: facts.currency },
      words: answer.formula,
      law: law && present({ title: law.title, url: law.url, inForceFrom: validity.from }),
      edition: measure.edition,
      additionalCode: measure.additionalCode?.code,
    }),
  )
}

function kindOf({ role }: MeasureType): AssessedDuty['kind'] {
  switch (role) {
    case 'excise':
      return 'excise'
    case 'trade-remedy':
    case 'additional':
    case 'safeguard':
      return 'additional-duty'
    case 'third-country':
    case 'preference':
    case 'suspension':
    case 'quota':
    case 'vat':
    case 'agricultural':
    case 'supplementary-unit':
      return 'customs-duty'
  }
}

/** The additional code tells duties of one type apart, such as those of two producers. */
function nameOf({ additionalCode, area }: Measure, type: MeasureType): AssessedDuty['name'] {
  const name = nameByArea(area, type)
  if (additionalCode === undefined) return name
  return { en: `${name.en} (${additionalCode.code})`, zh: `${name.zh}（${additionalCode.code}）` }
}

/** Where in the request a missing fact is to be stated. */
function placeOf(fact: MissingFact, lineIndex: number): string {
  switch (fact.fact) {
    case 'quantity':
      return fact.unit === 'KGM'
        ? jsonPointer('lines', lineIndex, 'netWeightKg')
        : jsonPointer('lines', lineIndex, 'quantities', fact.unit)
    case 'retail-price':
      return jsonPointer('lines', lineIndex, 'quantities', 'RET')
    case 'additional-code':
      return jsonPointer('lines', lineIndex, 'additionalCodes')
    case 'document':
      return jsonPointer('lines', lineIndex, 'documents')
    case 'customs-value':
    case 'measurement-unit':
    case 'exchange-rate':
    case 'entry-price':
      return jsonPointer('lines', lineIndex)
  }
}

function missing(fact: MissingFact, { units }: DutyFacts, lineIndex: number): Failure {
  const { en, zh } = missingFactText(fact, units)
  return {
    code: 'fact-missing',
    path: placeOf(fact, lineIndex),
    message: `Line ${lineIndex + 1}: ${en}.`,
    mend: 'State it for all pieces of the line.',
    zh: { message: `第${lineIndex + 1}行：${zh}。`, mend: '请按该行全部货物填写。' },
  }
}

function notComputable(name: BilingualText, why: BilingualText, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `${name.en} is not worked out: ${why.en}.`,
    mend: 'Ask a customs broker for the duty on these goods.',
    zh: { message: `${name.zh}未计算：${why.zh}。`, mend: '请就这些货物的关税咨询报关行。' },
  }
}
