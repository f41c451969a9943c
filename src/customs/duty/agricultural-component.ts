import type {
  AgriculturalComponent,
  DutyExpression,
  DutyRate,
  DutyTerm,
} from './duty-expression.ts'

/** The rates that an additional code gives to the agricultural parts of a duty. */
export type ResolvedComponents = ReadonlyMap<AgriculturalComponent, DutyRate>

/**
 * The expression with its agricultural parts replaced by the rates that the additional code gives
 * them. A part that is not resolved stays, and is found missing when the duty is worked out.
 */
export function resolveAgriculturalComponents(
  expression: DutyExpression,
  resolved: ResolvedComponents,
): DutyExpression {
  return expression.map((term): DutyTerm => {
    if (term.kind !== 'agricultural') return term
    const rate = resolved.get(term.component)
    if (rate === undefined) return term
    return { ...rate, ...(term.operator && { operator: term.operator }) }
  })
}
