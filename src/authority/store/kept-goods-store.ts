import type { Instant } from '../../customs/calendar/local-date.ts'
import type { KeptGoods } from '../kept/kept-goods.ts'
import type { LodgementChange } from '../processing/change.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** What was kept back of a declaration so far, and what has become of it. */
export async function loadKeptGoods(
  transaction: AuthorityTransaction,
  lodgementId: string,
): Promise<readonly KeptGoods[]> {
  const rows = await transaction
    .selectFrom('kept_goods')
    .select(['number', 'state', 'items', 'reason', 'kept_by as keptBy', 'version'])
    .where('lodgement_id', '=', lodgementId)
    .orderBy('number')
    .execute()
  return rows
}

/** Writes down which goods steps have kept back, and what has become of others. */
export async function writeKeptGoods(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  for (const { lodgement, newKeptGoods, movedKeptGoods } of changes) {
    if (newKeptGoods !== undefined) {
      const { items, keptBy, ...fields } = newKeptGoods
      await transaction
        .insertInto('kept_goods')
        .values({
          ...{ lodgement_id: lodgement.id, ...fields, items: JSON.stringify(items) },
          ...{ kept_at: now, kept_by: keptBy },
        })
        .execute()
    }
    if (movedKeptGoods !== undefined) {
      const { number, state, by, because } = movedKeptGoods
      await transaction
        .updateTable('kept_goods')
        .set({ state, moved_at: now, moved_by: by, moved_because: because })
        .where('lodgement_id', '=', lodgement.id)
        .where('number', '=', number)
        .execute()
    }
  }
}
