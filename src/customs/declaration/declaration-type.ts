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

/**
 * Element 1/2 of an import declaration by which goods are released: `A` and `D` in full, `C` and `F`
 * simplified; `A` and `C` of goods that have arrived, `D` and `F` before.
 */
export type ImportAdditionalType = 'A' | 'C' | 'D' | 'F'

/** Every {@link ImportAdditionalType}. */
export const importAdditionalTypes = ['A', 'C', 'D', 'F'] as const

/** Whether a supplementary declaration has to complete it. */
export function isSimplified(type: ImportAdditionalType | undefined): boolean {
  return type === 'C' || type === 'F'
}

/** Whether it was lodged of goods that are there. */
export function isOfArrivedGoods(type: ImportAdditionalType | undefined): boolean {
  return type === 'A' || type === 'C'
}

/** The type by the two things that it says. */
export function importAdditionalType(says: {
  readonly hasArrived: boolean
  readonly simplified: boolean
}): ImportAdditionalType {
  if (says.simplified) return says.hasArrived ? 'C' : 'F'
  return says.hasArrived ? 'A' : 'D'
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
