import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { openEnquiry } from '../correspondence/open-enquiry.ts'
import type { Office } from '../processing/office.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import { writeThreadChange } from '../store/correspondence-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'

/** What is written about a warning or a penalty, after it stands in the dossier. */
export interface PenaltyLetter {
  readonly officer: string
  readonly what: 'given' | 'withdrawn'
  /** Of the one that is withdrawn; the newest otherwise. */
  readonly number?: number
}

/**
 * Writes the letter by which the trader learns of a warning, a penalty or its withdrawal: there is no
 * message of CDS for it. The trader may answer until the last day on which a review can be asked for.
 */
export async function tellOfPenalty(
  transaction: AuthorityTransaction,
  office: Office,
  { lodgement, letter }: { readonly lodgement: Lodgement; readonly letter: PenaltyLetter },
): Promise<void> {
  const { mrn, id } = lodgement
  let query = transaction
    .selectFrom('penalty')
    .select(['number', 'reason_code', 'amount_gbp', 'reason', 'moved_because'])
    .where('lodgement_id', '=', id)
  if (letter.number !== undefined) query = query.where('number', '=', letter.number)
  const penalty = await query.orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
  const now = office.clock.now()
  const reviewBy = office.lastDay('ask-for-review', dateInLondon(now))
  const opened = await openEnquiry(transaction, office, {
    ...{ officer: letter.officer, mrn, attachments: [], answerDueOn: reviewBy },
    ...wordsOf(penalty, { what: letter.what, mrn, reviewBy, office }),
  })
  if (!opened.ok) throw new Error(opened.failures[0].message)
  await writeThreadChange(transaction, opened.value, now)
}

interface PenaltyRow {
  readonly number: number
  readonly reason_code: string
  readonly amount_gbp: string | null
  readonly reason: string
  readonly moved_because: string | null
}

interface LetterFacts {
  readonly what: PenaltyLetter['what']
  readonly mrn: string
  readonly reviewBy: string
  readonly office: Office
}

function wordsOf(
  { number, reason_code: code, amount_gbp: amount, reason, moved_because: because }: PenaltyRow,
  { what, mrn, reviewBy, office }: LetterFacts,
): { readonly subject: string; readonly text: string } {
  const kind = amount === null ? 'Warning letter' : 'Civil penalty'
  const title = `${kind} ${mrn}/${number}, reason code ${code}`
  if (what === 'withdrawn') {
    return { subject: `Withdrawn: ${title}`, text: `${title} is withdrawn: ${because ?? ''}` }
  }
  const law = office.contraventions.find(({ reasonCode }) => reasonCode === code)?.law ?? ''
  const asked =
    amount === null
      ? 'No money is asked for. If the same happens again within two years, a penalty may follow.'
      : `A penalty of ${amount} GBP is to be paid.`
  return {
    subject: title,
    text: [
      reason,
      `Contravention: ${law}; Finance Act 2003, part 3; SI 2003/3113.`,
      asked,
      `You may ask for a review until ${reviewBy}.`,
    ].join('\n'),
  }
}
