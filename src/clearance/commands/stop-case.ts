import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { nextState } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle } from '../life-cycle/main-life-cycle.ts'
import { isErased } from '../personal/personal-record.ts'
import type { ClearancePorts } from '../ports.ts'
import { prepareCaseQueue } from '../queues.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'

/** Stops a case that has not been declared, for a reason that a person gives. */
export async function stopCase(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly reasons: readonly Failure[] },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, input.caseId, {
    context,
    decide: (state) =>
      nextState(mainLifeCycle, state.main, 'case-stopped') === undefined
        ? notInThisState(state, { en: 'stopped', zh: '停办' })
        : success([{ type: 'case-stopped', data: { reasons: input.reasons } }]),
  })
}

/** The reason of a stop in the words of the person who has stopped it. */
export function stoppedByStaff(reason: string): Failure {
  return {
    code: 'stopped-by-staff',
    path: '',
    message: reason,
    mend: 'Reopen the case.',
    zh: { message: reason, mend: '请重新启动本案。' },
  }
}

/** Takes a stopped case up again; it is prepared anew. */
export async function reopenCase(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly reason: string },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const reopened = await changeCase(ports, transaction, input.caseId, {
    context,
    decide: async (state) => {
      if (nextState(mainLifeCycle, state.main, 'case-reopened') === undefined) {
        return notInThisState(state, { en: 'reopened', zh: '重新启动' })
      }
      // Nobody could be declared who is not known any more.
      if (await isErased(transaction, state.orderIds)) return peopleErased()
      return success([{ type: 'case-reopened', data: { reason: input.reason } }])
    },
  })
  if (reopened.ok) {
    const { tenantId } = context
    await enqueue(transaction, prepareCaseQueue, { tenantId, caseId: input.caseId })
  }
  return reopened
}

function peopleErased() {
  return failure({
    code: 'conflict',
    path: '',
    message: 'The personal data of this case were erased; without them it cannot be declared.',
    mend: 'Hand the order in again under a new reference.',
    zh: { message: '本案的个人数据已被删除，无法再申报。', mend: '请以新的订单号重新提交订单。' },
  })
}
