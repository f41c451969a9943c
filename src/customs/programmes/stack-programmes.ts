import { inOneList } from '../in-one-list.ts'
import { addDecimals } from '../money/decimal.ts'
import { failure, type Result, resultOf } from '../result.ts'
import type { GoodsAgenda, GoodsOfEntry } from './goods-agenda.ts'
import type { ProductLists } from './product-list.ts'
import type { Programme, Programmes } from './programmes.ts'
import { contradictionsIn } from './refusals.ts'
import { settleProgramme, type SettledProgramme } from './settle-programme.ts'
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
  /** What of the programmes has to be gone into for goods, by the lists. */
  readonly agenda: (goods: GoodsOfEntry) => GoodsAgenda
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
  law: StackingLaw,
  question: StackingQuestion,
): Result<ProgrammeStack> {
  const [contradiction, ...others] = contradictionsIn(question)
  if (contradiction !== undefined) return failure(contradiction, ...others)
  const settled = settleInOrder(law, question)
  return resultOf(inOneList(settled.active.map(({ failures }) => failures)), () =>
    stackOf(settled, question),
  )
}

/** Every programme that could charge the goods with what it comes to, and what is said of all others. */
export interface SettledInOrder {
  readonly active: readonly (SettledProgramme & { readonly programme: Programme })[]
  readonly idle: readonly ConsideredProgramme[]
}

/** Settles the programmes one after the other; each knows what those before it have charged. */
export function settleInOrder(
  { programmes, lists, agenda }: StackingLaw,
  question: StackingQuestion,
): SettledInOrder {
  let situation = situationOf(question, programmes, lists)
  const { active, idle } = agenda(situation)
  return {
    active: active.map((reaching) => {
      const { charges, considered, failures } = settleProgramme(reaching, situation)
      situation = withCharges(situation, charges)
      return { programme: reaching.programme, charges, considered, failures }
    }),
    idle,
  }
}

/** The lines of Chapter 99 in the order of the entry summary: by programme, then by heading. */
export function linesInOrder(active: SettledInOrder['active']): readonly ProgrammeCharge[] {
  const lines = active.map(({ programme: { order }, charges }) =>
    charges.map((charge) => ({ order, charge })),
  )
  return inOneList(lines)
    .toSorted(byLine)
    .map(({ charge }) => charge)
}

/** Lines stand by their programme's place, and where that is the same by their heading. */
function byLine(
  left: { readonly order: number; readonly charge: ProgrammeCharge },
  right: { readonly order: number; readonly charge: ProgrammeCharge },
): number {
  return left.order - right.order || (left.charge.heading < right.charge.heading ? -1 : 1)
}

function stackOf({ active, idle }: SettledInOrder, { facts }: StackingQuestion): ProgrammeStack {
  const charges = linesInOrder(active)
  const headings = new Set(charges.map(({ heading }) => heading))
  return {
    charges,
    additionalDutyUsd: addDecimals(...charges.map(({ amountUsd }) => amountUsd)),
    replacesScheduleDuty: charges.some(({ mode }) => mode === 'replaces'),
    considered: [...active.map(({ considered }) => considered), ...idle],
    idleDeclarations: (facts.declaredHeadings ?? []).filter((heading) => !headings.has(heading)),
  }
}
