import type { Failure } from '../result.ts'
import { type DecimalText, isPositive, isZero, subtractDecimals } from '../money/decimal.ts'
import { chargeOf } from './charge-of-provision.ts'
import { consider, outcomeOf } from './considered-programme.ts'
import { decideAll } from './decide-condition.ts'
import type { ReachingProgramme, ReachingProvision } from './goods-agenda.ts'
import { factMissing } from './missing-fact.ts'
import type { Programme } from './programmes.ts'
import { importProhibited, listsUndecided, notResolved } from './refusals.ts'
import type { Situation } from './situation.ts'
import type { ConsideredProgramme, ProgrammeCharge } from './stacking.ts'
import { measurePart } from './value-part.ts'

/** What a programme comes to for the goods, or what stands in the way of telling. */
export interface SettledProgramme {
  readonly charges: readonly ProgrammeCharge[]
  readonly considered: ConsideredProgramme
  readonly failures: readonly Failure[]
}

/**
 * Applies a programme to the goods: its provisions in order, each to what the ones before it left of
 * the value, until nothing is left. A programme that could charge them nothing is not gone into, so
 * no fact is asked for that only its exceptions turn on.
 */
export function settleProgramme(
  { programme, provisions }: ReachingProgramme,
  situation: Situation,
): SettledProgramme {
  const { charges, failure } = applyInOrder(programme, provisions, situation)
  return {
    charges,
    considered: consider(programme, outcomeOf(charges), charges),
    failures: failure === undefined ? [] : [failure],
  }
}

interface Applied {
  readonly charges: readonly ProgrammeCharge[]
  readonly failure?: Failure
}

function applyInOrder(
  programme: Programme,
  provisions: readonly ReachingProvision[],
  situation: Situation,
): Applied {
  const charges: ProgrammeCharge[] = []
  let left = situation.value
  for (const { provision, reach } of provisions) {
    const step = applyProvision({ programme, provision, reach }, left, situation)
    if (step.kind === 'refused') return { charges, failure: step.failure }
    if (step.kind === 'passed') continue
    if (step.charge !== undefined) charges.push(step.charge)
    left = subtractDecimals(left, step.base)
    if (!isPositive(left)) break
  }
  return { charges }
}

/** What one provision does: nothing, a refusal, or a part of the value that it takes. */
type Step =
  | { readonly kind: 'passed' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | {
      readonly kind: 'applied'
      readonly base: DecimalText
      readonly charge: ProgrammeCharge | undefined
    }

const passed: Step = { kind: 'passed' }

function applyProvision(
  subject: ReachingProvision & { readonly programme: Programme },
  left: DecimalText,
  situation: Situation,
): Step {
  const { programme, provision, reach } = subject
  const verdict = decideAll(provision.when, situation)
  if (verdict === 'fails') return passed
  if (reach === 'undecided') return refused(listsUndecided(subject, situation))
  if (verdict !== 'holds') return refused(factMissing(verdict, programme.name))
  if (provision.mode === 'prohibits') return refused(importProhibited(subject))
  if (provision.mode === 'unresolved') return refused(notResolved(subject))
  const part = measurePart(provision.part, left, situation)
  if (!part.ok) return refused(factMissing(part.missing, programme.name))
  // A value of nothing is declared all the same; a part that is nothing is not there.
  if (isZero(part.amount) && isPositive(left)) return passed
  return { kind: 'applied', base: part.amount, charge: chargeOf(subject, part.amount, situation) }
}

function refused(failure: Failure): Step {
  return { kind: 'refused', failure }
}
