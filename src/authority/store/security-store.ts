import { sql } from 'kysely'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { LodgementChange } from '../processing/change.ts'
import type { HeldSecurity } from '../security/security.ts'
import type { AuthorityTransaction } from './lodgement-store.ts'

/** The securities of each lodgement on which nobody has decided, oldest first. */
export async function loadHeldSecurities(
  transaction: AuthorityTransaction,
  lodgementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldSecurity[]>> {
  if (lodgementIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('security')
    .select(['id', 'lodgement_id', 'version', 'type_code', 'reason', 'required_by', 'required_at'])
    .select(['doubted', 'lines'])
    .select((security) =>
      security
        .selectFrom('file_upload')
        .select(sql<Date | null>`min(received_at)`.as('at'))
        .whereRef('file_upload.lodgement_id', '=', 'security.lodgement_id')
        .whereRef('file_upload.received_at', '>=', 'security.required_at')
        .as('answered_at'),
    )
    .where('lodgement_id', 'in', [...lodgementIds])
    .where('state', '=', 'held')
    .orderBy('version')
    .orderBy('id')
    .execute()
  const securities = new Map<string, HeldSecurity[]>()
  for (const { id, lodgement_id: lodgementId, version, reason, doubted, lines, ...row } of rows) {
    const earlier = securities.get(lodgementId) ?? []
    securities.set(lodgementId, [
      ...earlier,
      {
        ...{ id, version, reason, doubted, lines },
        typeCode: row.type_code,
        requiredBy: row.required_by,
        requiredAt: instantOf(row.required_at),
        ...(row.answered_at === null ? {} : { answeredAt: instantOf(row.answered_at) }),
      },
    ])
  }
  return securities
}

/** Writes down which securities steps have required, and how others were decided. */
export async function writeSecurities(
  transaction: AuthorityTransaction,
  changes: readonly LodgementChange[],
  now: Instant,
): Promise<void> {
  const required = changes.flatMap(({ lodgement, newSecurities }) =>
    newSecurities.map(({ typeCode, reason, requiredBy, doubted, lines }) => ({
      id: newId('security'),
      lodgement_id: lodgement.id,
      version: lodgement.version,
      type_code: typeCode,
      state: 'held' as const,
      reason,
      doubted: JSON.stringify(doubted),
      lines: JSON.stringify(lines),
      required_at: now,
      required_by: requiredBy,
    })),
  )
  if (required.length > 0) await transaction.insertInto('security').values(required).execute()
  for (const decided of changes.flatMap((change) => change.decidedSecurities)) {
    await transaction
      .updateTable('security')
      .set({
        state: decided.state,
        decided_at: now,
        decided_by: decided.decidedBy,
        decision_reason: decided.reason,
        taken_gbp: decided.takenGbp,
      })
      .where('id', '=', decided.id)
      .execute()
  }
}
