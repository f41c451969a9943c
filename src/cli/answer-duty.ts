import type { MeasurementUnits } from '../customs/duty/measurement-units.ts'
import { type MissingFact, missingFactText } from '../customs/duty/missing-fact.ts'
import { workOutDuty } from '../customs/duty/work-out-duty.ts'
import { readDutyQuestion } from '../customs/formats/uk-trade-tariff/read-duty-question.ts'
import type { Failures } from '../customs/result.ts'
import type { InputLine, LineId } from './answer-lines.ts'

/** A duty with its formula, the facts that it still needs, or what is wrong with the question. */
export type DutyLine = { readonly id: LineId } & (
  | {
      readonly duty: string
      readonly dutyDisplay: string
      readonly formula: string
      readonly formulaZh: string
    }
  | { readonly missing: readonly object[] }
  | { readonly error: string; readonly failures: Failures }
)

/** Works out the duty that one line asks for. */
export function answerDuty({ id, fields }: InputLine, units: MeasurementUnits): DutyLine {
  const question = readDutyQuestion(fields, units)
  if (!question.ok) return refused(id, question.failures)
  const { rates, facts, ignored } = question.value
  const answer = workOutDuty(rates, facts, '')
  if (!answer.ok) return refused(id, answer.failures)
  const beside = ignored.length === 0 ? {} : { ignored }
  if (!answer.value.known) {
    return { id, missing: answer.value.missing.map((fact) => inWords(fact, units)), ...beside }
  }
  const { duty, dutyDisplay, formula } = answer.value
  return { id, duty, dutyDisplay, formula: formula.en, formulaZh: formula.zh, ...beside }
}

function inWords(fact: MissingFact, units: MeasurementUnits): object {
  const { en, zh } = missingFactText(fact, units)
  return { ...fact, message: en, zh }
}

function refused(id: LineId, failures: Failures): DutyLine {
  const [{ message, mend }] = failures
  return { id, error: mend === undefined ? message : `${message} ${mend}`, failures }
}
