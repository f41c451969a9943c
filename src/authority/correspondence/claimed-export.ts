import { isExport } from '../rules/data-set.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { Thread } from './thread.ts'

/** What the office's register of exports says of the export that a claim names; the officer judges it. */
export interface ClaimedExport {
  /** Whether the register has an export under the MRN. */
  readonly isKnown: boolean
  /** Whether its goods have left the country. */
  readonly hasLeft: boolean
  /** Whether it was lodged by, or for, the importer of the goods that are claimed for. */
  readonly isOfImporter: boolean
}

const UNKNOWN: ClaimedExport = { isKnown: false, hasLeft: false, isOfImporter: false }

/** Looks up the export that a claim names; nothing where it names none. */
export async function lookUpExport(
  transaction: AuthorityTransaction,
  { matter, mrn }: Thread,
): Promise<ClaimedExport | undefined> {
  const exportMrn = matter?.claim?.exportMrn
  if (exportMrn === undefined || mrn === undefined) return undefined
  const rows = await transaction
    .selectFrom('lodgement')
    .select(['mrn', 'state', 'declared', 'corrected'])
    .where('mrn', 'in', [exportMrn, mrn])
    .execute()
  const named = rows.find((row) => row.mrn === exportMrn)
  const imported = rows.find((row) => row.mrn === mrn)
  const declaration = named === undefined ? undefined : (named.corrected ?? named.declared)
  if (named === undefined || declaration === undefined || !isExport(declaration)) return UNKNOWN
  const { importer } = imported?.corrected ?? imported?.declared ?? {}
  const parties = [declaration.exporter.id, declaration.declarant.id]
  return {
    isKnown: true,
    hasLeft: named.state === 'exited',
    isOfImporter: importer?.id !== undefined && parties.includes(importer.id),
  }
}
