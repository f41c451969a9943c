import type { ReferenceData } from '../reference-data.ts'
import type { ExportSources } from './export-declaration-facts.ts'

/** What an export declaration is filled from, with the law and the rates of its day. */
export function exportSources(
  own: Pick<ExportSources, 'consignment' | 'profile' | 'on'>,
  { laws, quoting }: Pick<ReferenceData, 'laws' | 'quoting'>,
): ExportSources {
  return { ...own, laws, rates: quoting.book.rates }
}
