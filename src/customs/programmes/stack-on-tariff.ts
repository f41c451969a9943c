import { jsonPointer } from '../json-pointer.ts'
import type { AssessedDuty, DutyOption, LineTariff } from '../landed-cost/duty-option.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { sum } from '../money/money.ts'
import { type Failure, type Failures, type Result, success } from '../result.ts'
import { type StackingLaw, stackProgrammes } from './stack-programmes.ts'
import type { ProgrammeCharge, StackingFacts } from './stacking.ts'

/** What special rates of the schedule are called where programmes speak of a preference. */
const preferenceBySymbol: ReadonlyMap<string, string> = new Map([
  ['S', 'USMCA'],
  ['S+', 'USMCA'],
])

/**
 * Adds the additional duties of the United States to every option of a line: what stacks depends on
 * the duty that it stacks on, and on the preference that is claimed with it.
 *
 * Fails with what `stackProgrammes` fails with for the rate that goods bear which claim nothing; an
 * option for which it fails is named among what is not worked out.
 */
export function stackOnTariff(
  law: StackingLaw,
  tariff: LineTariff,
  question: TariffQuestion,
): Result<LineTariff> {
  const [base, ...others] = tariff.options
  const stackedBase = stackedOption(law, base, question)
  if (!stackedBase.ok) return stackedBase
  const stackedOthers = others.map((option) => ({
    option,
    stacked: stackedOption(law, option, question),
  }))
  return success({
    ...tariff,
    options: [
      stackedBase.value,
      ...stackedOthers
        .map(({ stacked }) => stacked)
        .filter((stacked) => stacked.ok)
        .map(({ value }) => value),
    ],
    notCovered: [
      ...tariff.notCovered,
      ...stackedOthers.flatMap(({ option, stacked }) =>
        stacked.ok ? [] : [notWorkedOut(option, stacked.failures[0])],
      ),
    ],
  })
}

function notWorkedOut({ name }: DutyOption, { message, zh }: Failure) {
  return {
    en: `${name.en} is not worked out: ${message}`,
    zh: `${name.zh}未计算：${zh?.message ?? message}`,
  }
}

/** The option with the lines of Chapter 99 that go with it. */
function stackedOption(
  law: StackingLaw,
  option: DutyOption,
  question: TariffQuestion,
): Result<DutyOption> {
  const { request, lineIndex, on, valued } = question
  const line = request.lines[lineIndex]!
  const value = valued.lines[lineIndex]!.parts['customs-value']
  if (!value.ok) return value
  const scheduleDuty = sum(
    option.duties.map(({ exact }) => exact),
    value.value.currency,
  )
  const stack = stackProgrammes(law, {
    code: line.commodityCode!,
    origin: line.origin!,
    entered: on,
    enteredValueUsd: value.value.amount,
    scheduleDutyUsd: scheduleDuty.amount,
    facts: factsOf(option, line.unitedStates),
  })
  if (!stack.ok) return { ok: false, failures: atLine(stack.failures, lineIndex) }
  const { charges, replacesScheduleDuty } = stack.value
  const ofSchedule = replacesScheduleDuty ? [] : option.duties
  return success({ ...option, duties: [...ofSchedule, ...charges.map(dutyOf)] })
}

/** A preference counts for the programmes where the goods are charged under it. */
function factsOf({ claim }: DutyOption, stated: StackingFacts = {}): StackingFacts {
  const symbol = claim?.preference
  if (symbol === undefined) return stated
  return { ...stated, preferenceClaimed: preferenceBySymbol.get(symbol) ?? symbol }
}

function dutyOf(charge: ProgrammeCharge): AssessedDuty {
  const { programme, name, heading, baseUsd, percent, amountUsd, formula, law } = charge
  return {
    kind: 'additional-duty',
    source: 'programme',
    measure: programme,
    name,
    rate: percent === undefined ? heading : `${percent}%`,
    base: { amount: baseUsd, currency: 'USD' },
    exact: { amount: amountUsd, currency: 'USD' },
    words: formula,
    law,
    edition: law.id,
    declaredHeading: heading,
  }
}

/** Failures of the stack speak of one line; here they get the place of that line in the request. */
function atLine(failures: Failures, lineIndex: number): Failures {
  const placed = ({ path, ...found }: Failure): Failure => ({
    ...found,
    path: jsonPointer('lines', lineIndex) + placeInLine(path),
  })
  const [first, ...others] = failures
  return [placed(first), ...others.map(placed)]
}

function placeInLine(path: string): string {
  if (path === '/code') return '/commodityCode'
  if (path === '/enteredValueUsd') return '/unitPrice'
  return path.replace(/^\/facts\//, '/unitedStates/')
}
