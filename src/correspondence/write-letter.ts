import { changeCase } from '../clearance/commands/change-case.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { type Result, success } from '../customs/result.ts'
import { newLocalReference } from '../platform/ids.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import type { CorrespondencePorts } from './correspondence-ports.ts'
import { putLetter, readPapers } from './put-letter.ts'
import { earlierLetters } from './earlier-letters.ts'
import { lockThread } from './thread-store.ts'
import { noSuchThread, takesNoLetter } from './thread-failures.ts'

/** A further letter in a thread: an answer, or a word more. */
export interface ThreadLetter {
  readonly threadId: string
  readonly text: string
  readonly attachmentIds: readonly string[]
}

/**
 * Writes a further letter in a thread. Until the authority says otherwise it is its turn then.
 *
 * Fails with `conflict` where the thread is closed, was refused, or has not reached the authority yet.
 */
export async function writeLetter(
  ports: CorrespondencePorts,
  transaction: TenantTransaction,
  { threadId, text, attachmentIds }: ThreadLetter,
  context: ChangeContext,
): Promise<Result<{ readonly threadId: string; readonly letterId: string }>> {
  const thread = await lockThread(transaction, threadId)
  if (thread === undefined) return noSuchThread(threadId)
  const { state, office_reference: officeReference, case_id: caseId, kind } = thread
  if (state === 'closed' || state === 'refused') return takesNoLetter(state)
  if (state === 'written' || officeReference === null) return takesNoLetter('written')
  const papers = await readPapers(transaction, attachmentIds, caseId)
  if (!papers.ok) return papers
  const letter = { reference: newLocalReference(), text }
  const earlier = await earlierLetters(transaction, threadId)
  const { letterId } = await putLetter(
    transaction,
    {
      ...{ thread, papers: papers.value, subject: thread.mrn ?? officeReference },
      envelope: { thread: officeReference, subject: thread.subject, earlier, letter },
    },
    context,
  )
  await transaction
    .updateTable('correspondence_thread')
    .set({
      ...{ awaits: 'office', answer_due_on: null, remind_on: null, updated_at: context.now },
      ...(thread.opened_by === 'office' &&
        thread.first_answer_at === null && { first_answer_at: context.now }),
    })
    .where('id', '=', threadId)
    .execute()
  if (caseId !== null) {
    const changed = await changeCase(ports.clearance, transaction, caseId, {
      context,
      decide: () => success([{ type: 'letter-written', data: { threadId, letterId, kind } }]),
    })
    if (!changed.ok) return changed
  }
  return success({ threadId, letterId })
}
