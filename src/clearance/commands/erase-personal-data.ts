import type { Consignment } from '../../customs/consignment/consignment.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { terminalStates } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle, type MainState } from '../life-cycle/main-life-cycle.ts'
import { personalRecordIds } from '../personal/personal-fields.ts'
import { lockCase } from '../store/case-store.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { noSuchCase } from './change-case.ts'

/** States in which nobody needs the personal data of the case any more to bring it to its end. */
const OVER: ReadonlySet<MainState> = new Set([
  ...terminalStates(mainLifeCycle),
  'delivered',
  'stopped',
])

/** What was erased: how many personal records, and the bytes of how many messages. */
export interface Erasure {
  readonly personalRecords: number
  readonly messages: number
}

/**
 * Erases the personal data of a case that is over: the values in the erasable table, and the bytes
 * of the messages, which contain them too. The record with its hashes stays whole, so it still
 * shows what happened and that nothing in it was changed.
 *
 * @law Regulation (EU) 2016/679 and UK GDPR, article 17; whether a duty to keep records stands
 *   against it (article 17(3)(b)) is for the caller to decide
 */
export async function erasePersonalData(
  transaction: TenantTransaction,
  { caseId }: { readonly caseId: string },
  { now }: Pick<ChangeContext, 'now'>,
): Promise<Result<Erasure>> {
  const state = await lockCase(transaction, caseId)
  if (state === undefined) return noSuchCase(caseId)
  if (!OVER.has(state.main)) return notOver(state)
  const ids = await personalRecordsOf(transaction, state)
  const records =
    ids.length === 0
      ? []
      : await transaction
          .updateTable('personal_record')
          .set({ fields: '{}', erased_at: now })
          .where('id', 'in', ids)
          .where('erased_at', 'is', null)
          .returning('id')
          .execute()
  const messages = await transaction
    .updateTable('exchange_message')
    .set({ body: Buffer.alloc(0) })
    .where('case_id', '=', caseId)
    .returning('id')
    .execute()
  return success({ personalRecords: records.length, messages: messages.length })
}

async function personalRecordsOf(
  transaction: TenantTransaction,
  { consignment, orderIds }: CaseState,
): Promise<readonly string[]> {
  const fact = await transaction
    .selectFrom('case_fact')
    .select('data')
    .where('id', '=', consignment.factId)
    .executeTakeFirstOrThrow()
  const orders = await transaction
    .selectFrom('customer_order')
    .select('data')
    .where('id', 'in', orderIds)
    .execute()
  return personalRecordIds([fact.data as Consignment, ...orders.map((order) => order.data)])
}

function notOver({ main }: CaseState) {
  return failure({
    code: 'conflict',
    path: '',
    message: `A case that is ${main} still needs its personal data.`,
    mend: 'Erase it once the parcel is delivered or the case has ended otherwise.',
  })
}
