import { openEnquiry } from '../correspondence/open-enquiry.ts'
import type { Office } from '../processing/office.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import { writeThreadChange } from '../store/correspondence-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { penaltyNotice, type PenaltyNotice } from './penalty-notice.ts'

/** What is written about a warning or a penalty, after it stands in the dossier. */
export interface PenaltyLetter {
  readonly officer: string
  readonly what: 'given' | 'paid' | 'withdrawn'
  /** Of the one that was paid or is withdrawn; the newest otherwise. */
  readonly number?: number
}

/**
 * Writes the letter by which the trader learns of a warning, a penalty, its payment or its withdrawal:
 * there is no message of CDS for it. The trader may answer what is given until the last day on which a
 * review can be asked for.
 */
export async function tellOfPenalty(
  transaction: AuthorityTransaction,
  office: Office,
  { lodgement, letter }: { readonly lodgement: Lodgement; readonly letter: PenaltyLetter },
): Promise<void> {
  const { mrn, id } = lodgement
  let query = transaction
    .selectFrom('penalty')
    .select(['number', 'amount_gbp', 'reason', 'moved_because'])
    .where('lodgement_id', '=', id)
  if (letter.number !== undefined) query = query.where('number', '=', letter.number)
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
  const isWarning = row.amount_gbp === null
  const given = isWarning ? 'warned' : 'imposed'
  const notice = await penaltyNotice(transaction, office, lodgement, {
    number: row.number,
    standing: letter.what === 'given' ? given : letter.what,
  })
  const told = { reason: row.reason, because: row.moved_because ?? '' }
  const opened = await openEnquiry(transaction, office, {
    ...{ officer: letter.officer, mrn, attachments: [], notice },
    ...(letter.what === 'given' ? { answerDueOn: notice.reviewBy } : { isOnlyTold: true as const }),
    ...wordsOf(notice, told),
  })
  if (!opened.ok) throw new Error(opened.failures[0].message)
  await writeThreadChange(transaction, opened.value, office.clock.now())
}

function wordsOf(
  { mrn, number, standing, what, law, reasonCode, amountGbp, reviewBy }: PenaltyNotice,
  { reason, because }: { readonly reason: string; readonly because: string },
): { readonly subject: string; readonly text: string } {
  const kind = amountGbp === undefined ? 'Warning letter' : 'Civil penalty'
  const title = `${kind} ${mrn}/${number}`
  if (standing === 'withdrawn') {
    return { subject: `Withdrawn: ${title}`, text: `${title} is withdrawn: ${because}` }
  }
  if (standing === 'paid') {
    return { subject: `Paid: ${title}`, text: `${amountGbp} GBP was received: ${because}` }
  }
  const code = reasonCode === undefined ? '' : `, reason code ${reasonCode}`
  const asked =
    amountGbp === undefined
      ? 'No money is asked for. If the same happens again within two years, a penalty may follow.'
      : `A penalty of ${amountGbp} GBP is to be paid.`
  return {
    subject: `${title}${code}`,
    text: [
      reason,
      `Contravention: ${what.en}; ${law}; Finance Act 2003, part 3; SI 2003/3113.`,
      asked,
      `You may ask for a review until ${reviewBy}.`,
    ].join('\n'),
  }
}
