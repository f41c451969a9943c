import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import type { Office } from '../processing/office.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'

/** How a warning or a penalty stands with the letter that tells of it. */
export type PenaltyStanding = 'warned' | 'imposed' | 'lowered' | 'paid' | 'withdrawn'

/** A warning or a penalty as the trader's software is told of it. */
export interface PenaltyNotice {
  readonly kind: 'penalty'
  readonly mrn: string
  /** Counts within the declaration, from 1. */
  readonly number: number
  readonly standing: PenaltyStanding
  /** The contravention in words, and its law. */
  readonly what: { readonly en: string; readonly zh: string }
  readonly law: string
  /** HMRC's number of the contravention, where the office has it. */
  readonly reasonCode?: string
  /** As it stands now; absent from a warning. */
  readonly amountGbp?: string
  readonly imposedOn: LocalDate
  /** The last day on which a review of it can be asked for. */
  readonly reviewBy: LocalDate
}

/** What the trader's software is told of a penalty as it stands in the books. */
export async function penaltyNotice(
  transaction: AuthorityTransaction,
  office: Office,
  { id, mrn }: Pick<Lodgement, 'id' | 'mrn'>,
  { number, standing }: Pick<PenaltyNotice, 'number' | 'standing'>,
): Promise<PenaltyNotice> {
  const row = await transaction
    .selectFrom('penalty')
    .select(['contravention', 'amount_gbp', 'imposed_at'])
    .where('lodgement_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const contravention = office.contraventions.find((one) => one.id === row.contravention)
  const imposedOn = dateInLondon(instantOf(row.imposed_at))
  return {
    ...{ kind: 'penalty', mrn, number, standing },
    // A name that the list has no more is still better than none.
    what: contravention?.name ?? { en: row.contravention, zh: row.contravention },
    law: contravention?.law ?? '',
    ...(contravention?.reasonCode !== undefined && { reasonCode: contravention.reasonCode }),
    ...(row.amount_gbp !== null && { amountGbp: row.amount_gbp }),
    ...{ imposedOn, reviewBy: office.lastDay('ask-for-review', imposedOn) },
  }
}
