import type { NomenclatureRow } from '../../../customs/nomenclature/nomenclature-edition.ts'

/** The lines of a nomenclature that an edition can answer for, and those that it cannot. */
export interface HeldLines {
  readonly held: readonly NomenclatureRow[]
  readonly notHeld: readonly NomenclatureRow[]
}

/**
 * Tells lines whose measures were stated, and the lines that head them, from lines that were only named
 * on the way: goods of those would seem to bear nothing.
 *
 * @param rows in the order of an integrated tariff
 * @param stated the codes whose own bodies stated their measures
 */
export function heldLines(
  rows: readonly NomenclatureRow[],
  stated: ReadonlySet<string>,
): HeldLines {
  const isHeld = rows.map(() => false)
  const way: number[] = []
  rows.forEach(({ code = '', depth, mayBeDeclared }, position) => {
    while (way.length > 0 && rows[way.at(-1)!]!.depth >= depth) way.pop()
    way.push(position)
    if (mayBeDeclared && stated.has(code)) for (const above of way) isHeld[above] = true
  })
  return {
    held: rows.filter((_, position) => isHeld[position]),
    notHeld: rows.filter((_, position) => !isHeld[position]),
  }
}
