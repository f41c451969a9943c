import { openEnquiry } from '../correspondence/open-enquiry.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import type { Office } from '../processing/office.ts'
import { writeThreadChange } from '../store/correspondence-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { keptGoodsNotice, type KeptGoodsNotice } from './kept-goods-notice.ts'
import type { KeptItem, KeptState } from './kept-goods.ts'

/** Of which goods is told, and who writes. */
export interface KeptGoodsLetter {
  readonly officer: string
  /** Of the newest where it is absent. */
  readonly number?: number
}

/**
 * Writes the letter by which the trader learns which goods are kept back, why, and what has become of them:
 * CDS has no message for a part of a declaration.
 */
export async function tellOfKeptGoods(
  transaction: AuthorityTransaction,
  office: Office,
  { lodgement, letter }: { readonly lodgement: Lodgement; readonly letter: KeptGoodsLetter },
): Promise<void> {
  const number = letter.number ?? (await newest(transaction, lodgement.id))
  const notice = await keptGoodsNotice(transaction, office, lodgement, number)
  const opened = await openEnquiry(transaction, office, {
    ...{ officer: letter.officer, mrn: lodgement.mrn, attachments: [], notice },
    ...(notice.reviewBy === undefined
      ? { isOnlyTold: true as const }
      : { answerDueOn: notice.reviewBy }),
    ...wordsOf(notice),
  })
  if (!opened.ok) throw new Error(opened.failures[0].message)
  await writeThreadChange(transaction, opened.value, office.clock.now())
}

async function newest(transaction: AuthorityTransaction, lodgementId: string): Promise<number> {
  const { number } = await transaction
    .selectFrom('kept_goods')
    .select('number')
    .where('lodgement_id', '=', lodgementId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return number
}

const TITLES: Readonly<Record<KeptState, string>> = {
  detained: 'Goods detained',
  seized: 'Goods seized',
  restored: 'Goods given back',
  forfeited: 'Goods forfeited',
  destroyed: 'Goods destroyed',
}

function wordsOf(notice: KeptGoodsNotice): { readonly subject: string; readonly text: string } {
  const { standing, mrn, number, items, reason, law, reviewBy } = notice
  return {
    subject: `${TITLES[standing]}: ${mrn}/${number}`,
    text: [
      ...items.map(lineOf),
      reason,
      `${law}.`,
      ...(reviewBy === undefined
        ? []
        : ['The other goods of the declaration are not held by this.', ...remedies(notice)]),
    ].join('\n'),
  }
}

/** A claim that goods were not liable to forfeiture goes before a court, beside the review. */
function remedies({ standing, reviewBy }: KeptGoodsNotice): readonly string[] {
  return [
    `You may ask for a review, and for the goods back, until ${reviewBy} (Finance Act 1994, sections 14 and 15A).`,
    ...(standing === 'seized'
      ? [
          'A claim that they were not liable to forfeiture is given in writing within one month of this notice (schedule 3, paragraph 3).',
        ]
      : []),
  ]
}

function lineOf({ sequence, kept, of }: KeptItem): string {
  return kept === undefined || of === undefined
    ? `Goods item ${sequence}: the whole of it.`
    : `Goods item ${sequence}: ${kept} of ${of} pieces.`
}
