import type { Result } from '../customs/result.ts'
import { success } from '../customs/result.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { type LetterEnvelope, sealLetter } from '../exchange/letters/letter-envelope.ts'
import { largestPaperBytes } from '../exchange/letters/paper-limits.ts'
import { putInOutbox } from '../exchange/outbox.ts'
import { newId } from '../platform/ids.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { papersUnusable } from './thread-failures.ts'

/** A letter of ours before it is in its thread. */
export interface NewLetter {
  readonly thread: Pick<Row<'correspondence_thread'>, 'id' | 'case_id' | 'channel'>
  readonly envelope: Omit<LetterEnvelope, 'letter'> & {
    readonly letter: Omit<LetterEnvelope['letter'], 'attachments'>
  }
  /** What it speaks of, for people who look at the exchange. */
  readonly subject: string
  readonly papers: readonly Row<'attachment'>[]
}

/** Commits a letter: into its thread, and with its exact bytes into the outbox. */
export async function putLetter(
  transaction: TenantTransaction,
  { thread, envelope, subject, papers }: NewLetter,
  { tenantId, actor, now }: ChangeContext,
): Promise<{ readonly letterId: string; readonly messageId: string }> {
  const { reference, text } = envelope.letter
  const { messageId } = await putInOutbox(transaction, {
    ...{ tenantId, caseId: thread.case_id, channel: thread.channel, subject, now },
    ...{ kind: 'letter', lrn: reference, ducr: thread.id },
    body: sealLetter({
      ...envelope,
      letter: { ...envelope.letter, attachments: papers.map(sealedPaper) },
    }),
  })
  const letterId = newId('letter')
  await transaction
    .insertInto('letter')
    .values({
      ...{ id: letterId, tenant_id: tenantId, thread_id: thread.id, written_by: 'trader' },
      ...{ actor: JSON.stringify(actor), text, message_id: messageId, written_at: now },
    })
    .execute()
  await attachTo(transaction, { tenantId, letterId, attachmentIds: papers.map(({ id }) => id) })
  return { letterId, messageId }
}

/** Says which papers went with a letter, in their order. */
export async function attachTo(
  transaction: TenantTransaction,
  letter: {
    readonly tenantId: string
    readonly letterId: string
    readonly attachmentIds: readonly string[]
  },
): Promise<void> {
  const { tenantId, letterId, attachmentIds } = letter
  if (attachmentIds.length === 0) return
  await transaction
    .insertInto('letter_attachment')
    .values(
      attachmentIds.map((attachmentId, position) => ({
        ...{ letter_id: letterId, attachment_id: attachmentId, tenant_id: tenantId, position },
      })),
    )
    .execute()
}

function sealedPaper({ file_name, media_type, sha256, content }: Row<'attachment'>) {
  return {
    ...{ name: file_name, mediaType: media_type, sha256 },
    content: content.toString('base64'),
  }
}

/** Papers that were uploaded before, in the order in which they are named. */
export async function readPapers(
  transaction: TenantTransaction,
  attachmentIds: readonly string[],
  caseId: string | null,
): Promise<Result<readonly Row<'attachment'>[]>> {
  if (attachmentIds.length === 0) return success([])
  const rows = await transaction
    .selectFrom('attachment')
    .selectAll()
    .where('id', 'in', attachmentIds)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .where('erased_at', 'is', null)
    .execute()
  const named = attachmentIds.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const most = `${largestPaperBytes / 1024 / 1024} MiB`
  if (named.length !== attachmentIds.length) return papersUnusable('missing', most)
  const isTooLarge = named.some(({ size_bytes }) => size_bytes > largestPaperBytes)
  return isTooLarge ? papersUnusable('too-large', most) : success(named)
}
