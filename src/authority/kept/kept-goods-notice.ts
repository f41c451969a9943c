import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import type { Office } from '../processing/office.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import type { KeptItem, KeptState } from './kept-goods.ts'

/** Goods that are kept back as the trader's software is told of them. */
export interface KeptGoodsNotice {
  readonly kind: 'kept-goods'
  readonly mrn: string
  /** Counts within the declaration, from 1. */
  readonly number: number
  readonly standing: KeptState
  readonly items: readonly KeptItem[]
  /** The office's words: why they were kept, or why this has become of them. */
  readonly reason: string
  readonly law: string
  /** The day of what the letter tells. */
  readonly decidedOn: LocalDate
  /** The last day on which a review can be asked for; absent where nothing is held any more. */
  readonly reviewBy?: LocalDate
  /** The version of the declaration that covers what went without them; once given back, with them. */
  readonly version: number
}

/** What the trader's software is told of kept goods as they stand in the books. */
export async function keptGoodsNotice(
  transaction: AuthorityTransaction,
  office: Office,
  { id, mrn }: Pick<Lodgement, 'id' | 'mrn'>,
  number: number,
): Promise<KeptGoodsNotice> {
  const row = await transaction
    .selectFrom('kept_goods')
    .innerJoin('lodgement', 'lodgement.id', 'kept_goods.lodgement_id')
    .selectAll('kept_goods')
    .select('lodgement.version as versionNow')
    .where('lodgement_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const { state: standing, items, moved_because, reason } = row
  const version = standing === 'restored' ? row.versionNow : row.version
  const decidedOn = dateInLondon(instantOf(row.moved_at ?? row.kept_at))
  const isHeld = standing === 'detained' || standing === 'seized'
  return {
    ...{ kind: 'kept-goods', mrn, number, standing, items, version, decidedOn },
    ...{ reason: moved_because ?? reason, law: LAWS[standing] },
    ...(isHeld && { reviewBy: office.lastDay('ask-for-review', decidedOn) }),
  }
}

/** Read 2026-11-24 at https://www.legislation.gov.uk/ukpga/1979/2. */
const LAWS: Readonly<Record<KeptState, string>> = {
  detained: 'Customs and Excise Management Act 1979, section 139(1)',
  seized: 'Customs and Excise Management Act 1979, section 139(1)',
  restored: 'Customs and Excise Management Act 1979, section 152(b)',
  forfeited: 'Customs and Excise Management Act 1979, schedule 3, paragraph 5',
  destroyed: 'Customs and Excise Management Act 1979, section 139(5)',
}
