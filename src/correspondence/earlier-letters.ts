import type { EarlierLetter } from '../exchange/letters/letter-envelope.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'

/** Programs that read mail keep no more of a long thread (RFC 5322, 3.6.4, sets no limit). */
const MOST_LETTERS = 20

/** The letters of a thread by which a carrier can name what a new one answers: the first and the latest. */
export async function earlierLetters(
  transaction: TenantTransaction,
  threadId: string,
): Promise<readonly EarlierLetter[]> {
  const rows = await transaction
    .selectFrom('letter')
    .leftJoin('exchange_message as message', 'message.id', 'letter.message_id')
    .select(['letter.office_letter_id', 'message.lrn', 'message.sha256'])
    .where('letter.thread_id', '=', threadId)
    .orderBy('letter.id')
    .execute()
  const letters = rows.flatMap(({ office_letter_id: letter, lrn, sha256 }): EarlierLetter[] => {
    if (letter !== null) return [{ by: 'office', letter }]
    return lrn === null || sha256 === null ? [] : [{ by: 'trader', reference: lrn, sha256 }]
  })
  const latest = letters.slice(-MOST_LETTERS)
  return letters.length === latest.length ? latest : [letters[0]!, ...latest.slice(1)]
}
