import type { CaseSubject, Eraser } from './eraser.ts'

/**
 * The words of letters about the case, and what corrections, appeals and decisions say in words. Their
 * papers lie with those of the case, and their bytes with its messages.
 */
export const eraseLetters: Eraser<CaseSubject> = async (transaction, { caseId, now }) => {
  const threads = await transaction
    .updateTable('correspondence_thread')
    .set({ subject: '', matter: null, decision: null, refusal: null, erased_at: now })
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .returning('id')
    .execute()
  const erased = await transaction
    .updateTable('letter')
    .set({ text: '', officer: null, erased_at: now })
    .where('thread_id', 'in', (ofCase) =>
      ofCase.selectFrom('correspondence_thread').select('id').where('case_id', '=', caseId),
    )
    .where('erased_at', 'is', null)
    .returning('id')
    .execute()
  return threads.length + erased.length
}
