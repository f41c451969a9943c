import { type Result, success } from '../../customs/result.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'

/** A paper from outside, its size and true type checked by the one who hands it in. */
export interface NewAttachment {
  /** What it is: `commercial-invoice`, `transport-document`, `photograph` and so on. */
  readonly kind: string
  readonly fileName: string
  readonly mediaType: string
  readonly content: Buffer
}

/** Keeps a paper with its case; what it contains is bound to the record by its hash. */
export async function attachDocument(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly attachment: NewAttachment },
  context: ChangeContext,
): Promise<Result<{ readonly attachmentId: string; readonly sha256: string }>> {
  const { caseId, attachment } = input
  const attachmentId = newId('attachment')
  const sha256 = sha256Hex(attachment.content)
  const changed = await changeCase(ports, transaction, caseId, {
    context,
    decide: () =>
      success([
        { type: 'document-attached', data: { attachmentId, kind: attachment.kind, sha256 } },
      ]),
  })
  if (!changed.ok) return changed
  await transaction
    .insertInto('attachment')
    .values({
      id: attachmentId,
      tenant_id: context.tenantId,
      case_id: caseId,
      kind: attachment.kind,
      file_name: attachment.fileName,
      media_type: attachment.mediaType,
      size_bytes: attachment.content.length,
      sha256,
      content: attachment.content,
      created_at: context.now,
    })
    .execute()
  return success({ attachmentId, sha256 })
}
