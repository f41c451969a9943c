import { sql, type Transaction } from 'kysely'

import type { Instant } from '../../customs/calendar/local-date.ts'
import { newId } from '../../platform/ids.ts'
import type { Schema } from '../../platform/postgres/index.ts'
import type { PackedPart } from '../content/packed-part.ts'
import type { EditionFile, EditionTitle, ReportedRow } from '../edition.ts'

/** An edition that is to be kept, with its content. */
export interface EditionToSave {
  readonly territory: string
  readonly format: string
  readonly title: EditionTitle
  readonly files: readonly EditionFile[]
  readonly sha256: string
  readonly rowsRead: number
  readonly rowsUnderstood: number
  readonly reports: readonly ReportedRow[]
  readonly parts: readonly PackedPart[]
}

/**
 * Lets one import of an edition in at a time, until the transaction ends: whoever comes second finds
 * what the first has brought in.
 */
export async function lockEdition(
  transaction: Transaction<Schema>,
  { territory, format, title }: Pick<EditionToSave, 'territory' | 'format' | 'title'>,
): Promise<void> {
  const name = `tariff edition ${territory} ${format} ${title.edition}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
}

/** Marks an import as superseded; its rows and files stay. */
export async function supersede(
  transaction: Transaction<Schema>,
  editionId: string,
  now: Instant,
): Promise<void> {
  await transaction
    .updateTable('tariff_edition')
    .set({ superseded_at: now })
    .where('id', '=', editionId)
    .execute()
}

/** Keeps an edition with its content, under an id of its own. */
export async function saveEdition(
  transaction: Transaction<Schema>,
  { title, files, reports, parts, ...edition }: EditionToSave,
  now: Instant,
): Promise<void> {
  const id = newId('tariff_edition', Date.parse(now))
  await transaction
    .insertInto('tariff_edition')
    .values({
      id,
      territory: edition.territory,
      format: edition.format,
      edition: title.edition,
      published_on: title.publishedOn ?? null,
      effective_from: title.effectiveFrom,
      imported_at: now,
      rows_read: edition.rowsRead,
      rows_understood: edition.rowsUnderstood,
      row_reports: JSON.stringify(reports),
      sha256: edition.sha256,
    })
    .execute()
  await transaction
    .insertInto('tariff_edition_file')
    .values(
      files.map(({ name, sha256, sizeBytes }, position) => ({
        ...{ edition_id: id, position, name, sha256 },
        size_bytes: sizeBytes,
      })),
    )
    .execute()
  await saveParts(transaction, id, parts)
}

/** A part that another edition has brought in already is only referred to. */
async function saveParts(
  transaction: Transaction<Schema>,
  editionId: string,
  parts: readonly PackedPart[],
): Promise<void> {
  // In the order of their digests, so that two imports never wait for each other in a circle.
  const inOrder = parts.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  for (const { sha256, body } of inOrder) {
    await transaction
      .insertInto('tariff_part')
      .values({ sha256, body })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await transaction
    .insertInto('tariff_edition_part')
    .values(
      parts.map(({ name, sha256 }, position) => ({
        ...{ edition_id: editionId, position, name, sha256 },
      })),
    )
    .execute()
}
