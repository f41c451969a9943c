import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** A photo of an inspection, without its picture. */
export interface InspectionPhoto {
  readonly id: string
  readonly controlId: string
  /** The declared number of the item that it shows. */
  readonly itemSequence: number
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly takenAt: Instant
  readonly takenBy: string
}

/** A photo with its picture, at the moment when it is kept. */
export type NewPhoto = InspectionPhoto & {
  readonly lodgementId: string
  readonly content: Buffer
}

/** The photos of a lodgement's inspections, in the order in which they were taken. */
export async function listPhotos(
  transaction: AuthorityTransaction,
  lodgementId: string,
): Promise<readonly InspectionPhoto[]> {
  const rows = await transaction
    .selectFrom('inspection_photo')
    .select(['id', 'control_id', 'item_sequence', 'media_type', 'size_bytes', 'sha256'])
    .select(['taken_at', 'taken_by'])
    .where('lodgement_id', '=', lodgementId)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    controlId: row.control_id,
    itemSequence: row.item_sequence,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    takenAt: instantOf(row.taken_at),
    takenBy: row.taken_by,
  }))
}

/** How many photos an inspection has. */
export async function countPhotos(
  transaction: AuthorityTransaction,
  controlId: string,
): Promise<number> {
  const { photos } = await transaction
    .selectFrom('inspection_photo')
    .select(({ fn }) => fn.countAll<string>().as('photos'))
    .where('control_id', '=', controlId)
    .executeTakeFirstOrThrow()
  return Number(photos)
}

/** Keeps a photo. */
export async function insertPhoto(
  transaction: AuthorityTransaction,
  photo: NewPhoto,
): Promise<void> {
  await transaction
    .insertInto('inspection_photo')
    .values({
      id: photo.id,
      lodgement_id: photo.lodgementId,
      control_id: photo.controlId,
      item_sequence: photo.itemSequence,
      media_type: photo.mediaType,
      size_bytes: photo.sizeBytes,
      sha256: photo.sha256,
      content: photo.content,
      taken_at: photo.takenAt,
      taken_by: photo.takenBy,
    })
    .execute()
}

/** The picture of a photo with its type; absent where there is none under the id. */
export async function readPicture(
  transaction: AuthorityTransaction,
  id: string,
): Promise<{ readonly content: Buffer; readonly mediaType: string } | undefined> {
  const row = await transaction
    .selectFrom('inspection_photo')
    .select(['content', 'media_type'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { content: row.content, mediaType: row.media_type }
}

/** A photo that may be taken back, or the findings that it already stands behind. */
export type RemovablePhoto = Pick<InspectionPhoto, 'id' | 'itemSequence' | 'sha256'> & {
  /** Whether findings of its inspection were recorded after it was taken. */
  readonly isBehindFindings: boolean
}

/** A photo of an inspection; absent where the inspection has none of this id. */
export async function findPhoto(
  transaction: AuthorityTransaction,
  { id, controlId }: Pick<InspectionPhoto, 'id' | 'controlId'>,
): Promise<RemovablePhoto | undefined> {
  const { rows } = await sql<RemovablePhoto>`
    select photo.id, item_sequence as "itemSequence", sha256,
           exists (
             select from dossier_entry as entry
             where entry.lodgement_id = photo.lodgement_id and entry.at >= taken_at
               and entry.what = 'recorded an inspection'
               and entry.detail ->> 'inspectionId' = control_id
           ) as "isBehindFindings"
    from inspection_photo as photo
    where photo.id = ${id} and control_id = ${controlId}`.execute(transaction)
  return rows[0]
}

/** Removes a photo with its picture. */
export async function deletePhoto(transaction: AuthorityTransaction, id: string): Promise<void> {
  await transaction.deleteFrom('inspection_photo').where('id', '=', id).execute()
}
