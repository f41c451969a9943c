import type { Declaration } from '../declaration.ts'
import { declarationTypeParts } from '../declaration-type.ts'
import type { DataSet } from './data-set.ts'
import { additionalProcedures, itemsOf } from './rule.ts'

/** Data set of a full import by the requested procedure, appendix 21. */
const importSets: Readonly<Record<string, DataSet>> = {
  '01': 'h1',
  '07': 'h1',
  '40': 'h1',
  '42': 'h1',
  '44': 'h1',
  '51': 'h4',
  '53': 'h3',
  '61': 'h1',
  '71': 'h2',
  '78': 'h2',
}

/** Data set of a full export by the requested procedure, appendix 22. */
const exportSets: Readonly<Record<string, DataSet>> = {
  '10': 'b1',
  '11': 'b1',
  '21': 'b2',
  '22': 'b2',
  '23': 'b1',
  '31': 'b1',
}

/** Additional types of simplified declarations: occasional and regular, before and after arrival. */
const simplifiedTypes: readonly string[] = ['B', 'C', 'E', 'F']
/** Additional types of clearance requests and of entries in the declarant's records. */
const clearanceTypes: readonly string[] = ['J', 'K']
/** Additional procedures by which movements from Great Britain to Northern Ireland are told. */
const greatBritainToNorthernIreland: readonly string[] = ['1EL', '1EN', '1SG', '1SP']

/**
 * The data set that a declaration claims by its type, its first procedure and its additional
 * procedures; `undefined` for requests about an earlier declaration, which have none, and for
 * procedures that belong to none.
 */
export function dataSetOf(declaration: Declaration): DataSet | undefined {
  const [first] = itemsOf(declaration)
  if (declaration.functionCode !== '9' || first === undefined) return undefined
  const procedure = first.item.governmentProcedures?.[0]
  const additional = itemsOf(declaration).flatMap(({ item }) => additionalProcedures(item))
  const { declarationType = 'IM', additionalDeclarationType = '' } =
    declarationTypeParts(declaration) ?? {}
  if (procedure?.previousCode === '90') return 'fsd'
  if (additional.includes('21V')) return 'birds'
  if (clearanceTypes.includes(additionalDeclarationType)) {
    return declarationType === 'EX' ? 'c21e' : 'c21i'
  }
  const requested = procedure?.currentCode ?? ''
  const isSimplified = simplifiedTypes.includes(additionalDeclarationType)
  const exported = exportSets[requested]
  if (exported !== undefined) {
    if (isSimplified) return 'c1'
    return declarationType === 'CO' ? 'b4' : exported
  }
  const imported = importSets[requested]
  if (imported === undefined) return undefined
  if (additional.includes('1H7')) return 'h7'
  if (isSimplified) return 'i1'
  if (declarationType === 'CO') return 'h5'
  return additional.some((code) => greatBritainToNorthernIreland.includes(code)) ? 'h8' : imported
}
