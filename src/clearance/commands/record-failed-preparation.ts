import { type Failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { MainState } from '../life-cycle/main-life-cycle.ts'
import type { ClearancePorts } from '../ports.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'

/** A case that is ready or further on has been prepared meanwhile. */
const WAITS_FOR_PREPARATION: ReadonlySet<MainState> = new Set(['draft', 'preparing'])

/**
 * Says on a case that its preparation has failed for good, so that nobody waits for it in vain. The
 * next preparation that comes to an end takes the obstacle away. Recording it twice changes nothing.
 */
export function recordFailedPreparation(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  caseId: string,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, caseId, {
    context,
    decide: ({ main, obstacles }) => {
      const isKnown = obstacles.some(({ code }) => code === preparationFailed.code)
      if (isKnown || !WAITS_FOR_PREPARATION.has(main)) return success([])
      return success([{ type: 'preparation-failed', data: { failures: [preparationFailed] } }])
    },
  })
}

/** Why it failed is in the log of the worker, which may name what does not belong on a case. */
const preparationFailed: Failure = {
  code: 'preparation-failed',
  path: '',
  message: 'The case could not be prepared, however often it was tried.',
  mend: 'Tell support the id of the case; mending the goods data has it prepared anew.',
  zh: {
    message: '多次尝试后，本案仍未能准备完成。',
    mend: '请将本案编号告知技术支持；补正货物资料后会重新准备。',
  },
}
