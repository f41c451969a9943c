import type { BilingualText } from '../../customs/bilingual-text.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { mainStateZh } from '../life-cycle/state-names.ts'
import { lockCase } from '../store/case-store.ts'
import { type ChangeContext, recordEvents } from '../store/record-events.ts'

/** Decides which events a command means for a case as it stands; none where nothing changes. */
export type Decide = (
  state: CaseState,
) => Result<readonly NewCaseEvent[]> | Promise<Result<readonly NewCaseEvent[]>>

/**
 * The one way in which a case changes: locked, decided on what is recorded, its events appended,
 * those who listen told, all within the caller's transaction.
 */
export async function changeCase(
  ports: Pick<ClearancePorts, 'tell'>,
  transaction: TenantTransaction,
  caseId: string,
  change: { readonly context: ChangeContext; readonly decide: Decide },
): Promise<Result<CaseState>> {
  const state = await lockCase(transaction, caseId)
  if (state === undefined) return noSuchCase(caseId)
  const decided = await change.decide(state)
  if (!decided.ok) return decided
  if (decided.value.length === 0) return success(state)
  const subject = { caseId, before: state }
  const recorded = await recordEvents(transaction, subject, decided.value, change.context)
  await ports.tell(transaction, recorded, change.context)
  return success(recorded.state)
}

/** The failure of a command about a case that this tenant does not have. */
export function noSuchCase(caseId: string) {
  return failure({
    code: 'not-found',
    path: '',
    message: `There is no case ${caseId}.`,
    mend: 'Its id may be cut short or misspelt; look for it in the list of cases.',
    zh: { message: `没有清关案 ${caseId}。`, mend: '编号可能不完整或有误，请在案件列表中查找。' },
  })
}

/**
 * The failure of a command that the life cycle does not allow in the present state.
 *
 * @param action what cannot be done: in English as a participle, in Chinese as a verb
 */
export function notInThisState(state: CaseState, action: BilingualText) {
  return failure({
    code: 'illegal-transition',
    path: '',
    message: `A case that is ${state.main} cannot be ${action.en}.`,
    mend: 'Read the case for what it waits for; its life cycle is drawn in docs/life-cycle.md.',
    zh: {
      message: `状态为“${mainStateZh[state.main]}”的清关案不能${action.zh}。`,
      mend: '请查看本案正在等待什么；其流程图见 docs/life-cycle.md。',
    },
  })
}
