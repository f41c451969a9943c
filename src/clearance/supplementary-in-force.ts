import type { CaseState, DeclarationStanding } from './case-state.ts'

/**
 * The case with the supplementary declaration that people look at in the place of the simplified one: that
 * in force, or the one that the authority has rejected, with what is said against it. Undefined where there
 * is neither.
 */
export function withSupplementaryShown(
  state: CaseState,
): (CaseState & { readonly declaration: DeclarationStanding }) | undefined {
  const { supplementary } = state
  const { attempt, rejected } = supplementary ?? {}
  if (attempt !== undefined || supplementary === undefined || rejected === undefined) {
    return withSupplementaryInForce(state)
  }
  const { obstacles } = supplementary
  const own = { ...state, findings: [], warnings: [], obstacles }
  return withSupplementaryInForce({
    ...own,
    supplementary: { ...supplementary, attempt: rejected },
  })
}

/** Whether the declaration of a case is shown in the place of its simplified one, and was rejected. */
export function isRejectedSupplementary({ declaration, supplementary }: CaseState): boolean {
  const { rejected } = supplementary ?? {}
  return rejected !== undefined && declaration?.lrn === rejected.lrn
}

/**
 * The case with its supplementary declaration in the place of the simplified one, for whoever shows the
 * declaration of a case; undefined where none was handed in.
 */
export function withSupplementaryInForce(
  state: CaseState,
): (CaseState & { readonly declaration: DeclarationStanding }) | undefined {
  const { declaration: simplified, supplementary } = state
  const { attempt } = supplementary ?? {}
  if (simplified === undefined || attempt === undefined) return undefined
  const { ducr, acceptedAt } = simplified
  // It has the tax point of what it completes.
  return { ...state, declaration: { ...attempt, ducr, ...(acceptedAt && { acceptedAt }) } }
}
