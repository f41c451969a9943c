import { sql } from 'kysely'

import type { Eraser } from '../../clearance/personal/eraser.ts'
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

/** A photograph with its media type; nothing for another kind of attachment, or one that was erased. */
export function readGoodsPhoto(
  transaction: TenantTransaction,
  photoId: string,
): Promise<Pick<Row<'attachment'>, 'content' | 'media_type'> | undefined> {
  return transaction
    .selectFrom('attachment')
    .select(['content', 'media_type'])
    .where('id', '=', photoId)
    .where('kind', '=', KIND)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

/** The photographs of the goods of some orders, on whose parcels a name and an address may stand. */
export const erasePhotographs: Eraser = async (transaction, { orderIds, now }) => {
  const erased = await transaction
    .updateTable('attachment')
    .set({ content: Buffer.alloc(0), file_name: '', erased_at: now })
    .where('kind', '=', KIND)
    .where('erased_at', 'is', null)
    .where('id', 'in', (query) =>
      query
        .selectFrom('warehouse_receipt')
        .select(sql<string>`jsonb_array_elements_text(photo_ids)`.as('photo_id'))
        .where('order_id', 'in', orderIds),
    )
    .returning('id')
    .execute()
  return erased.length
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
