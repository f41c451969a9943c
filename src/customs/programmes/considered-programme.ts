import type { Programme, Provision } from './programmes.ts'
import type { ConsideredProgramme, ProgrammeCharge, ProgrammeOutcome } from './stacking.ts'

/** What became of a programme, with the lines that are declared under it. */
export function consider(
  { id, name }: Programme,
  outcome: ProgrammeOutcome,
  charges: readonly ProgrammeCharge[],
): ConsideredProgramme {
  return { programme: id, name, outcome, headings: charges.map(({ heading }) => heading) }
}

/** What became of a programme that is in force for goods of the country. */
export function outcomeOf(charges: readonly ProgrammeCharge[]): ProgrammeOutcome {
  if (charges.length === 0) return 'not-reached'
  return charges.some(({ mode }) => mode !== 'exempts') ? 'charged' : 'freed'
}

/** Whether a provision does anything but free goods. */
export function isBurden({ mode }: Provision): boolean {
  return mode !== 'exempts'
}
