import { sql } from 'kysely'

import type { CaseSubject, Eraser } from './eraser.ts'

/** The values that the references in the record stand for. */
export const erasePersonalRecords: Eraser = async (transaction, { personalRecordIds, now }) => {
  if (personalRecordIds.length === 0) return 0
  const erased = await transaction
    .updateTable('personal_record')
    .set({ fields: '{}', erased_at: now })
    .where('id', 'in', personalRecordIds)
    .where('erased_at', 'is', null)
    .returning('id')
    .execute()
  return erased.length
}

/**
 * The digest by which the orders of one buyer are known to belong together. Names and addresses can
 * be guessed and tried against it, so it goes as well.
 */
export const eraseBuyerKeys: Eraser = async (transaction, { orderIds }) => {
  const erased = await transaction
    .updateTable('customer_order')
    .set({ buyer_key: sql`'erased:' || id` })
    .where('id', 'in', orderIds)
    .where('buyer_key', 'not like', 'erased:%')
    .returning('id')
    .execute()
  return erased.length
}

/** The papers that were uploaded to the case: their content and the names of their files. */
export const eraseAttachments: Eraser<CaseSubject> = async (transaction, { caseId, now }) => {
  const erased = await transaction
    .updateTable('attachment')
    .set({ content: Buffer.alloc(0), file_name: '', erased_at: now })
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .returning('id')
    .execute()
  return erased.length
}

/** The words of names by which the case was found. */
export const eraseSearchTerms: Eraser<CaseSubject> = async (transaction, { caseId }) => {
  const erased = await transaction
    .deleteFrom('case_search_term')
    .where('case_id', '=', caseId)
    .where('about', '=', 'buyer')
    .returning('term')
    .execute()
  return erased.length
}
