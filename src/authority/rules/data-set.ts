import type { LodgedDeclaration } from '../message/lodged-declaration.ts'

/**
 * Data sets that this office takes: `h1` full import, `h7` super reduced, `h8` from Great Britain to
 * Northern Ireland.
 */
export type DataSet = 'h1' | 'h7' | 'h8'

/** Additional procedures by which CDS tells the simplified process of internal market movements. */
const INTERNAL_MARKET = ['1SG', '1EN', '1EL', '1LG']

/** The data set that the additional procedures of the goods items claim. */
export function dataSetOf({ items }: LodgedDeclaration): DataSet {
  const claimed = items.flatMap((item) => item.additionalProcedureCodes)
  if (claimed.includes('1H7')) return 'h7'
  return claimed.some((code) => INTERNAL_MARKET.includes(code)) ? 'h8' : 'h1'
}

/** Whether the data set bears no tax: CDS works out none and sends no notification of any. */
export function bearsNoTax(declaration: LodgedDeclaration): boolean {
  return dataSetOf(declaration) !== 'h1'
}
