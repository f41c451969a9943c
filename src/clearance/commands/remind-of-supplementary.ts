import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import { dayAfter, type LocalDate } from '../../customs/calendar/local-date.ts'
import { type Result, success } from '../../customs/result.ts'
import { acrossTenants, inTenant } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { supplementaryAttentionOn } from '../supplementary-attention.ts'
import { changeCase } from './change-case.ts'

/** So many cases are looked at in one round; the next round takes the next. */
const AT_ONCE = 100

/**
 * Reminds of every supplementary declaration whose day is near, and says of those whose day has passed
 * that they are overdue. Each is said once.
 *
 * @returns how many cases there was something to say of
 */
export async function remindOfSupplementary(ports: ClearancePorts): Promise<number> {
  const today = dateInLondon(ports.clock.now())
  const picked = await acrossTenants(ports.database, 'supplementary_declarations_to_see', [
    today,
    AT_ONCE,
  ])
  for (const { tenant_id: tenantId = '', case_id: caseId = '' } of picked) {
    await remind(ports, { tenantId, caseId, today })
  }
  return picked.length
}

interface Reminding {
  readonly tenantId: string
  readonly caseId: string
  readonly today: LocalDate
}

async function remind(
  ports: ClearancePorts,
  { tenantId, caseId, today }: Reminding,
): Promise<Result<CaseState>> {
  return inTenant(ports.database, tenantId, (transaction) =>
    changeCase(ports, transaction, caseId, {
      context: {
        tenantId,
        actor: { kind: 'worker', id: 'clearance' },
        cause: { kind: 'job', id: caseId },
        now: ports.clock.now(),
      },
      decide: ({ supplementary }) => success(whatIsToSay(supplementary, today)),
    }),
  )
}

function whatIsToSay(
  supplementary: CaseState['supplementary'],
  today: LocalDate,
): readonly NewCaseEvent[] {
  const attentionOn = supplementaryAttentionOn(supplementary)
  if (supplementary === undefined || attentionOn === undefined || attentionOn > today) return []
  const { dueOn } = supplementary
  const isOverdue = today >= dayAfter(dueOn)
  return [{ type: isOverdue ? 'supplementary-overdue' : 'supplementary-reminded', data: { dueOn } }]
}
