/** Data element 1/1: import, export, or trade with special fiscal territories. */
export type DeclarationType = 'IM' | 'EX' | 'CO'

/** The two data elements that CDS writes as one code. */
export interface DeclarationTypeParts {
  readonly declarationType: DeclarationType
  /** Element 1/2: `A` goods arrived, `D` lodged before arrival, `Y` and `Z` supplementary. */
  readonly additionalDeclarationType: string
}

/**
 * The parts of a type code such as `IMD`; `undefined` for the codes of requests (`COR`, `INV`, `GPR`),
 * which are told by their function code 13 and name no procedure.
 */
export function declarationTypeParts(declaration: {
  readonly functionCode: string
  readonly typeCode?: string
}): DeclarationTypeParts | undefined {
  const match = /^(IM|EX|CO)([A-Z])$/.exec(declaration.typeCode ?? '')
  if (match === null || declaration.functionCode !== '9') return undefined
  return {
    declarationType: match[1] as DeclarationType,
    additionalDeclarationType: match[2] ?? '',
  }
}

/** Additional types that are lodged before the goods arrive: standard, simplified, summary. */
const preLodgedTypes: readonly string[] = ['D', 'E', 'F', 'K']

/**
 * Whether the goods have yet to arrive, so that the declaration is only registered until their
 * arrival is notified and has its legal effect from then on.
 */
export function isPreLodged(parts: DeclarationTypeParts): boolean {
  return preLodgedTypes.includes(parts.additionalDeclarationType)
}
