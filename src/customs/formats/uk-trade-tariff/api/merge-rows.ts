import type { NomenclatureRow } from '../../../nomenclature/nomenclature-edition.ts'

/**
 * The lines of many bodies as one nomenclature, in the order of an integrated tariff: by code, then by
 * suffix. A line that several bodies bring along is taken once, with all that any of them says of it.
 */
export function mergeRows(rows: readonly NomenclatureRow[]): readonly NomenclatureRow[] {
  const byKey = new Map<string, NomenclatureRow>()
  for (const row of rows) {
    const key = `${row.code ?? ''} ${row.suffix ?? ''}`
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? row : merged(known, row))
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** Only some bodies say that a line is not declarable or in which units its goods are counted. */
function merged(known: NomenclatureRow, other: NomenclatureRow): NomenclatureRow {
  const validity = known.validity ?? other.validity
  const units = [...(known.supplementaryUnits ?? []), ...(other.supplementaryUnits ?? [])]
  return {
    ...known,
    mayBeDeclared: known.mayBeDeclared && other.mayBeDeclared,
    ...(validity && { validity }),
    ...(units.length > 0 && { supplementaryUnits: [...new Set(units)] }),
  }
}
