import { style } from '../page/style.ts'
import { type Cell, plainCell } from '../page/table.ts'

/** What the goods are, and the seller's article number below. */
export function descriptionCell(line: {
  readonly description: string
  readonly sku?: string
}): Cell {
  const article =
    line.sku === undefined ? [] : [{ text: `Article 货号 ${line.sku}`, style: style.note }]
  return [...plainCell(line.description), ...article]
}
