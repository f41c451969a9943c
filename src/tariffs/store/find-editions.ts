import { sql } from 'kysely'
import type { Transaction } from 'kysely'

import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Schema } from '../../platform/postgres/index.ts'
import type { EditionFile, ReportedRow, TariffEdition } from '../edition.ts'

/** Which editions are wanted; all that are in use unless more is said. */
export interface WantedEditions {
  readonly territory?: string
  readonly format?: string
  readonly edition?: string
}

/** The editions in use, by territory and format, the one that holds latest first. */
export async function findEditions(
  transaction: Transaction<Schema>,
  { territory, format, edition }: WantedEditions = {},
): Promise<readonly TariffEdition[]> {
  let query = transaction
    .selectFrom('tariff_edition as e')
    .select([
      ...(['id', 'territory', 'format', 'edition', 'published_on', 'effective_from'] as const),
      ...(['imported_at', 'rows_read', 'rows_understood', 'sha256'] as const),
      sql<number>`jsonb_array_length(e.row_reports)`.as('rows_reported'),
      sql<readonly EditionFile[]>`(
        select jsonb_agg(jsonb_build_object(
          'name', f.name, 'sha256', f.sha256, 'sizeBytes', f.size_bytes) order by f.position)
        from tariff_edition_file f where f.edition_id = e.id)`.as('files'),
    ])
    .where('superseded_at', 'is', null)
  if (territory !== undefined) query = query.where('territory', '=', territory)
  if (format !== undefined) query = query.where('format', '=', format)
  if (edition !== undefined) query = query.where('edition', '=', edition)
  const rows = await query
    .orderBy('territory')
    .orderBy('format')
    .orderBy('effective_from', 'desc')
    .orderBy('edition')
    .execute()
  return rows.map(({ published_on, effective_from, imported_at, ...row }) => ({
    ...{ id: row.id, territory: row.territory, format: row.format, edition: row.edition },
    ...(published_on !== null && { publishedOn: published_on as LocalDate }),
    effectiveFrom: effective_from as LocalDate,
    importedAt: imported_at.toISOString(),
    files: row.files,
    rowsRead: row.rows_read,
    rowsUnderstood: row.rows_understood,
    rowsReported: row.rows_reported,
    sha256: row.sha256,
  }))
}

/** What was reported of the rows of an edition when it was imported. */
export async function findRowReports(
  transaction: Transaction<Schema>,
  editionId: string,
): Promise<readonly ReportedRow[]> {
  const row = await transaction
    .selectFrom('tariff_edition')
    .select('row_reports')
    .where('id', '=', editionId)
    .executeTakeFirst()
  return (row?.row_reports ?? []) as readonly ReportedRow[]
}
