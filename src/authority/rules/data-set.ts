import type { LodgedDeclaration } from '../message/lodged-declaration.ts'

/**
 * Data sets that this office takes: `h1` full import, `i1` simplified import, `h1-supplementary` what
 * completes one, `h7` super reduced, `h8` from Great Britain to Northern Ireland, `c21i` the request to release
 * goods that no declaration is asked for, `b1` full export, `c1` simplified export.
 */
export type DataSet = 'h1' | 'i1' | 'h1-supplementary' | 'h7' | 'h8' | 'c21i' | 'b1' | 'c1'

/** Types of clearance requests: arrived and pre-lodged. */
export const REQUEST_TYPES: readonly (string | undefined)[] = ['IMJ', 'IMK']

/** Types of simplified declarations under an authorisation: arrived and pre-lodged. */
export const SIMPLIFIED_TYPES: readonly (string | undefined)[] = ['IMC', 'IMF']

/** Type of the declaration that completes a simplified one. */
export const SUPPLEMENTARY_TYPE = 'IMY'

/** Types of simplified exports under an authorisation: arrived and pre-lodged. */
const SIMPLIFIED_EXPORTS: readonly (string | undefined)[] = ['EXC', 'EXF']

/** Additional procedures by which CDS tells the simplified process of internal market movements. */
const INTERNAL_MARKET = ['1SG', '1EN', '1EL', '1LG']

/** The data set that the type and the additional procedures of the goods items claim. */
export function dataSetOf({ items, typeCode }: LodgedDeclaration): DataSet {
  if (REQUEST_TYPES.includes(typeCode)) return 'c21i'
  if (typeCode?.startsWith('EX') === true)
    return SIMPLIFIED_EXPORTS.includes(typeCode) ? 'c1' : 'b1'
  const claimed = items.flatMap((item) => item.additionalProcedureCodes)
  if (claimed.includes('1H7')) return 'h7'
  if (claimed.some((code) => INTERNAL_MARKET.includes(code))) return 'h8'
  if (SIMPLIFIED_TYPES.includes(typeCode)) return 'i1'
  return typeCode === SUPPLEMENTARY_TYPE ? 'h1-supplementary' : 'h1'
}

/** Whether the goods have gone already, and what is declared is only what is owed for them. */
export function isSupplementary(declaration: LodgedDeclaration): boolean {
  return dataSetOf(declaration) === 'h1-supplementary'
}

const EXPORTS: readonly DataSet[] = ['b1', 'c1']

/** Whether the goods leave; they are followed until they have gone. */
export function isExport(declaration: LodgedDeclaration): boolean {
  return EXPORTS.includes(dataSetOf(declaration))
}

const WITHOUT_TAX: readonly DataSet[] = ['i1', 'h7', 'h8', 'c21i', ...EXPORTS]

/** Whether the data set bears no tax: CDS works out none and sends no notification of any. */
export function bearsNoTax(declaration: LodgedDeclaration): boolean {
  return WITHOUT_TAX.includes(dataSetOf(declaration))
}
