import type { ChangeContext } from '../clearance/store/record-events.ts'
import { newId, sha256Hex } from '../platform/ids.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'

/** A paper for a letter about no case, its size and true type checked by the one who hands it in. */
export interface LetterPaperToKeep {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer
}

/** Keeps a paper for a letter that is about no case. */
export async function keepLetterPaper(
  transaction: TenantTransaction,
  { fileName, mediaType, content }: LetterPaperToKeep,
  { tenantId, now }: Pick<ChangeContext, 'tenantId' | 'now'>,
): Promise<{
  readonly attachmentId: string
  readonly fileName: string
  readonly sha256: string
}> {
  const [attachmentId, sha256] = [newId('attachment'), sha256Hex(content)]
  await transaction
    .insertInto('attachment')
    .values({
      ...{ id: attachmentId, tenant_id: tenantId, case_id: null, kind: 'letter-paper' },
      ...{ file_name: fileName, media_type: mediaType, size_bytes: content.length },
      ...{ sha256, content, created_at: now },
    })
    .execute()
  return { attachmentId, fileName, sha256 }
}
