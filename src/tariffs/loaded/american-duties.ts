import type { LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import {
  changesOfLaw,
  type HeldLaw,
  listsByFootnotes,
  stackingLaw,
  stackOnTariff,
} from '../../customs/programmes/index.ts'
import { underImportedLists } from './latest-lists.ts'
import type { LoadedEditions } from './loaded-editions.ts'

/**
 * The additional duties of the United States. The lists of goods are those that were imported, in their
 * place otherwise those that come with the program, and what the footnotes of the editions make up;
 * goods of which none of them speaks are refused by the name of the list.
 */
export function americanDuties(
  held: HeldLaw,
  { footnoted, productLists }: Pick<LoadedEditions, 'footnoted' | 'productLists'>,
): Pick<LoadedTariff, 'changesOfStack' | 'stackOn'> {
  const byFootnotes = listsByFootnotes(footnoted.get('US') ?? [], held.programmes)
  const law = stackingLaw(underImportedLists(held, productLists), byFootnotes)
  return {
    stackOn: (tariff, question) => stackOnTariff(law, tariff, question),
    changesOfStack: changesOfLaw(law),
  }
}
