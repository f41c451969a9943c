import type { BilingualText } from '../bilingual-text.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import { easternDay, inEasternTime } from './eastern-time.ts'
import type { GoodsOfEntry } from './goods-agenda.ts'
import type { ProductLists } from './product-list.ts'
import type { Programmes } from './programmes.ts'
import type { ProgrammeCharge, StackingFacts, StackingQuestion } from './stacking.ts'

/** A line of an entry while its programmes are decided one after the other. */
export interface Situation extends GoodsOfEntry {
  /** The entered value in dollars. */
  readonly value: DecimalText
  /** The duty of the schedule in dollars. */
  readonly scheduleDuty: DecimalText
  readonly facts: StackingFacts
  readonly questions: ReadonlyMap<string, BilingualText>
  /** On how much of the value each heading so far is declared, in dollars. */
  readonly declaredOn: ReadonlyMap<string, DecimalText>
}

/** The situation before any programme is decided. */
export function situationOf(
  { code, origin, entered, enteredValueUsd, scheduleDutyUsd, facts }: StackingQuestion,
  { questions }: Programmes,
  lists: ProductLists,
): Situation {
  const at = inEasternTime(entered)
  return {
    code: code.replaceAll('.', ''),
    origin,
    at,
    day: easternDay(at),
    value: enteredValueUsd,
    scheduleDuty: scheduleDutyUsd,
    facts,
    lists,
    questions,
    declaredOn: new Map(),
  }
}

/** The situation once the lines of a programme are declared. */
export function withCharges(situation: Situation, charges: readonly ProgrammeCharge[]): Situation {
  if (charges.length === 0) return situation
  const declaredOn = new Map(situation.declaredOn)
  for (const { heading, baseUsd } of charges) {
    const before = declaredOn.get(heading)
    declaredOn.set(heading, before === undefined ? baseUsd : addDecimals(before, baseUsd))
  }
  return { ...situation, declaredOn }
}
