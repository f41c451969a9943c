/**
 * The data sets of CDS (appendices 21 and 22 of the UK Trade Tariff, volume 3) in small letters:
 * `h1` free circulation and end use, `h2` customs warehouse, `h3` temporary admission, `h4` inward
 * processing, `h5` special fiscal territories, `h7` super reduced, `h8` Great Britain to Northern
 * Ireland, `i1` simplified import, `c21i` and `c21e` clearance requests, with `-eidr-nop` notices of
 * presentation of goods entered in the declarant's records, `birds` bulk import reduced,
 * `b1` export, `b2` outward processing, `b4` export to special fiscal territories, `c1` simplified
 * export, `fsd` final supplementary declaration.
 */
export const dataSets = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h7',
  'h8',
  'i1',
  'c21i',
  'c21i-eidr-nop',
  'c21e',
  'c21e-eidr-nop',
  'birds',
  'b1',
  'b2',
  'b4',
  'c1',
  'fsd',
] as const

export type DataSet = (typeof dataSets)[number]

/** Whether there are rules for the data set of that id. */
export function isDataSet(id: string): id is DataSet {
  return (dataSets as readonly string[]).includes(id)
}

/** Imports in which everything that the customs value needs is declared. */
export const fullImportSets: readonly DataSet[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h8']

/**
 * Imports in which goods are weighed, priced and described in full; the sets of storage, of temporary
 * admission and of the way to Northern Ireland leave some of it away.
 */
export const valuedImportSets: readonly DataSet[] = ['h1', 'h4', 'h5']

/** Every import declaration for a customs procedure, also the reduced ones. */
export const importSets: readonly DataSet[] = [...fullImportSets, 'h7', 'i1']

/** Every export declaration for a customs procedure. */
export const exportSets: readonly DataSet[] = ['b1', 'b2', 'b4', 'c1']
