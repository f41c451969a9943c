import type { Programme, Provision } from './programmes.ts'
import { isCurrent } from './reach-of-provision.ts'
import type { Situation } from './situation.ts'
import type { ConsideredProgramme, ProgrammeCharge, ProgrammeOutcome } from './stacking.ts'

/** What became of a programme whose provisions for the country are given. */
export function consider(
  { id, name }: Programme,
  provisions: readonly Provision[],
  matter: { readonly charges: readonly ProgrammeCharge[]; readonly situation: Situation },
): ConsideredProgramme {
  const { charges, situation } = matter
  return {
    programme: id,
    name,
    outcome:
      charges.length > 0 ? outcomeWith(charges) : outcomeWithoutCharges(provisions, situation),
    headings: charges.map(({ heading }) => heading),
  }
}

function outcomeWith(charges: readonly ProgrammeCharge[]): ProgrammeOutcome {
  return charges.some(({ mode }) => mode !== 'exempts') ? 'charged' : 'freed'
}

function outcomeWithoutCharges(
  provisions: readonly Provision[],
  situation: Situation,
): ProgrammeOutcome {
  const burdens = provisions.filter(isBurden)
  if (burdens.length === 0) return 'other-origin'
  return burdens.some((provision) => isCurrent(provision, situation))
    ? 'not-reached'
    : 'not-in-force'
}

/** Whether a provision does anything but free goods. */
export function isBurden({ mode }: Provision): boolean {
  return mode !== 'exempts'
}
