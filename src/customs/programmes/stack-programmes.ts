import { addDecimals } from '../money/decimal.ts'
import { type Failure, failure, type Result, resultOf } from '../result.ts'
import type { ProductLists } from './product-list.ts'
import type { Programmes } from './programmes.ts'
import { contradictionsIn } from './refusals.ts'
import { settleProgramme } from './settle-programme.ts'
import { situationOf, withCharges } from './situation.ts'
import type {
  ConsideredProgramme,
  ProgrammeCharge,
  ProgrammeStack,
  StackingQuestion,
} from './stacking.ts'

/** The law and its lists, as they are loaded. */
export interface StackingLaw {
  readonly programmes: Programmes
  readonly lists: ProductLists
}

/**
 * The additional duties that the United States charge on a line of an entry, on top of the duty of
 * the schedule. Amounts are exact; the entry rounds them.
 *
 * Fails with `fact-missing` for every property of the goods that would change the duty and is not
 * stated, with `not-covered` where a list of goods is not loaded or the figures of a law are not held,
 * with `import-prohibited` where the goods may not come in, and with `invalid-input` where the value
 * of a part is more than that of the whole.
 */
export function stackProgrammes(
  { programmes, lists }: StackingLaw,
  question: StackingQuestion,
): Result<ProgrammeStack> {
  const [contradiction, ...others] = contradictionsIn(question)
  if (contradiction !== undefined) return failure(contradiction, ...others)
  const failures: Failure[] = []
  const considered: ConsideredProgramme[] = []
  const charges: { readonly order: number; readonly charge: ProgrammeCharge }[] = []
  let situation = situationOf(question, programmes, lists)
  const { active, idle } = programmes.agenda(situation.origin, situation.at)
  for (const { programme, provisions } of active) {
    const settled = settleProgramme({ programme, provisions }, situation)
    failures.push(...settled.failures)
    considered.push(settled.considered)
    charges.push(...settled.charges.map((charge) => ({ order: programme.order, charge })))
    situation = withCharges(situation, settled.charges)
  }
  return resultOf(failures, () => {
    const inOrder = charges.toSorted(byLine).map(({ charge }) => charge)
    return stackOf(inOrder, [...considered, ...idle], question)
  })
}

/** Lines stand by their programme's place, and where that is the same by their heading. */
function byLine(
  left: { readonly order: number; readonly charge: ProgrammeCharge },
  right: { readonly order: number; readonly charge: ProgrammeCharge },
): number {
  return left.order - right.order || (left.charge.heading < right.charge.heading ? -1 : 1)
}

function stackOf(
  charges: readonly ProgrammeCharge[],
  considered: readonly ConsideredProgramme[],
  { facts }: StackingQuestion,
): ProgrammeStack {
  const headings = new Set(charges.map(({ heading }) => heading))
  return {
    charges,
    additionalDutyUsd: addDecimals(...charges.map(({ amountUsd }) => amountUsd)),
    replacesScheduleDuty: charges.some(({ mode }) => mode === 'replaces'),
    considered,
    idleDeclarations: (facts.declaredHeadings ?? []).filter((heading) => !headings.has(heading)),
  }
}
