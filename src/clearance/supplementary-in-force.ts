import type { CaseState, DeclarationStanding } from './case-state.ts'

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
