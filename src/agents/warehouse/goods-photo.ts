import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'

/** A photograph of goods, its size and true type checked by the one who hands it in. */
export interface NewGoodsPhoto {
  readonly fileName: string
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly content: Buffer
}

/** Among the attachments of a tenant, those that show goods in the warehouse. */
const KIND = 'goods-photograph'

/** Keeps a photograph until a warehouse receipt refers to it, and from then on with it. */
export async function keepGoodsPhoto(
  transaction: TenantTransaction,
  { fileName, mediaType, content }: NewGoodsPhoto,
  { tenantId, now }: Pick<ChangeContext, 'tenantId' | 'now'>,
): Promise<{ readonly photoId: string; readonly sha256: string }> {
  const photoId = newId('attachment')
  const sha256 = sha256Hex(content)
  await transaction
    .insertInto('attachment')
    .values({
      ...{ id: photoId, tenant_id: tenantId, case_id: null, kind: KIND, sha256, content },
      file_name: fileName,
      media_type: mediaType,
      size_bytes: content.length,
      created_at: now,
    })
    .execute()
  return { photoId, sha256 }
}

/** A photograph with its media type; nothing for the id of another kind of attachment. */
export function readGoodsPhoto(
  transaction: TenantTransaction,
  photoId: string,
): Promise<Pick<Row<'attachment'>, 'content' | 'media_type'> | undefined> {
  return transaction
    .selectFrom('attachment')
    .select(['content', 'media_type'])
    .where('id', '=', photoId)
    .where('kind', '=', KIND)
    .executeTakeFirst()
}

/** The ids under which no photograph of goods is kept. */
export async function findMissingPhotos(
  transaction: TenantTransaction,
  photoIds: readonly string[],
): Promise<readonly string[]> {
  if (photoIds.length === 0) return []
  const rows = await transaction
    .selectFrom('attachment')
    .select('id')
    .where('id', 'in', photoIds)
    .where('kind', '=', KIND)
    .execute()
  const kept = new Set(rows.map((row) => row.id))
  return photoIds.filter((photoId) => !kept.has(photoId))
}
