import type { Instant } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import { instantOf } from '../../platform/clock.ts'
import type { PenaltyFacts } from '../penalties/penalty.ts'
import type { LodgementChange } from '../processing/change.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** What was given about a declaration so far, and of what its declarant was warned before. */
export async function loadPenaltyFacts(
  transaction: AuthorityTransaction,
  { id, declarant }: { readonly id: string; readonly declarant: string | undefined },
): Promise<PenaltyFacts> {
  const own = await transaction
    .selectFrom('penalty')
    .select(['number', 'contravention', 'state', 'amount_gbp', 'reason', 'imposed_by'])
    .where('lodgement_id', '=', id)
    .orderBy('number')
    .execute()
  const warnings =
    declarant === undefined
      ? []
      : await transaction
          .selectFrom('penalty')
          .innerJoin('lodgement', 'lodgement.id', 'penalty.lodgement_id')
          .select(['penalty.contravention', 'penalty.imposed_at'])
          .where('lodgement.declarant_eori', '=', declarant)
          .where('penalty.state', '=', 'warned')
          .execute()
  return {
    own: own.map(({ number, reason, state, ...row }) => ({
      ...{ number, reason, state, contravention: row.contravention, imposedBy: row.imposed_by },
      ...(row.amount_gbp === null ? {} : { amountGbp: decimal(row.amount_gbp) }),
    })),
    warnings: warnings.map((row) => ({
      contravention: row.contravention,
      at: instantOf(row.imposed_at),
    })),
  }
}

/** Writes down which warnings and penalties steps have given, and how others have moved on. */
export async function writePenalties(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  for (const { lodgement, newPenalty, movedPenalty } of changes) {
    if (newPenalty !== undefined) {
      const { number, contravention, amountGbp, reason, imposedBy } = newPenalty
      await transaction
        .insertInto('penalty')
        .values({
          ...{ lodgement_id: lodgement.id, number, contravention, reason },
          state: amountGbp === undefined ? 'warned' : 'imposed',
          amount_gbp: amountGbp ?? null,
          ...{ imposed_at: now, imposed_by: imposedBy },
        })
        .execute()
    }
    if (movedPenalty !== undefined) {
      const { number, state, by, because, amountGbp } = movedPenalty
      await transaction
        .updateTable('penalty')
        .set({
          ...{ state, moved_at: now, moved_by: by, moved_because: because },
          ...(amountGbp === undefined ? {} : { amount_gbp: amountGbp }),
        })
        .where('lodgement_id', '=', lodgement.id)
        .where('number', '=', number)
        .execute()
    }
  }
}
