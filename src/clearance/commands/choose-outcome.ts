import type { Instant } from '../../customs/calendar/local-date.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle } from '../life-cycle/main-life-cycle.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'

/** The ways out of a refusal (first three) and of a seizure (last two). */
export type GoodsOutcome = 'returned' | 'destroyed' | 'abandoned' | 'restored' | 'forfeited'

/** What becomes of the goods, as the verb of a Chinese sentence. */
const outcomeZh: Readonly<Record<GoodsOutcome, string>> = {
  returned: '退运',
  destroyed: '销毁',
  abandoned: '放弃',
  restored: '发还',
  forfeited: '没收',
}

/** Records what became of goods that were refused or seized. */
export async function chooseOutcome(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly outcome: GoodsOutcome; readonly reason: string },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { outcome, reason } = input
  return changeCase(ports, transaction, input.caseId, {
    context,
    decide: (state) =>
      nextState(mainLifeCycle, state.main, `goods-${outcome}`) === undefined
        ? notInThisState(state, { en: outcome, zh: outcomeZh[outcome] })
        : success([outcomeEvent(outcome, reason, context.now)]),
  })
}

function outcomeEvent(outcome: GoodsOutcome, reason: string, now: Instant): NewCaseEvent {
  return outcome === 'returned'
    ? { type: 'goods-returned', data: { occurredAt: now, source: reason } }
    : { type: `goods-${outcome}`, data: { reason } }
}
