import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { mainSteps, type Reached } from '../timeline/main-steps.ts'
import { usualDurations, type UsualDurations } from '../timeline/usual-durations.ts'

/** The newest cases are what is usual now. */
const CASES_LOOKED_AT = 50

/** How long this trader's cases have usually taken, from the newest that came to their release. */
export async function readUsualDurations(transaction: TenantTransaction): Promise<UsualDurations> {
  const rows = await transaction
    .selectFrom('case_event')
    .select(['case_id', 'type', ({ fn }) => fn.max('at').as('at')])
    .where('case_id', 'in', (query) =>
      query
        .selectFrom('clearance_case')
        .select('id')
        .where('state', 'in', ['released', 'cleared', 'delivered'])
        .orderBy('id', 'desc')
        .limit(CASES_LOOKED_AT),
    )
    .where(
      'type',
      'in',
      mainSteps.map(({ event }) => event),
    )
    .groupBy(['case_id', 'type'])
    .execute()
  const cases = new Map<string, Reached>()
  for (const { case_id, type, at } of rows) {
    const step = mainSteps.find(({ event }) => event === type)?.step
    if (step !== undefined) cases.set(case_id, { ...cases.get(case_id), [step]: instantOf(at) })
  }
  return usualDurations([...cases.values()])
}
