import { sql } from 'kysely'
import { Type, type Static } from 'typebox'

import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { oneOf } from '../../customs/order/schema.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type CaseFilter, matching } from './case-filter.ts'
import { mainState } from './case-view.ts'
import { everyoneInTurn, everythingWaitedFor, type Whose, whoseTurn } from './next-action.ts'

const count = Type.Integer({ minimum: 1 })

/** How many cases there are under a filter, and under each of its neighbours. */
export const caseCountsSchema = Type.Object({
  total: Type.Integer({ minimum: 0, description: 'cases under the whole filter' }),
  states: Type.Array(Type.Object({ state: mainState, count }), {
    description: 'by state, whatever the filter says of states; states without a case are left out',
  }),
  waitingFor: Type.Array(
    Type.Object({ waitingFor: oneOf(everythingWaitedFor, 'what is waited for'), count }),
    { description: 'by what is waited for, whatever the filter says of that' },
  ),
  whose: Type.Array(Type.Object({ whose: oneOf(everyoneInTurn, 'whose turn it is'), count }), {
    description: 'by whose turn it is, whatever the filter says of that',
  }),
})

/** The type of {@link caseCountsSchema}. */
export type CaseCounts = Immutable<Static<typeof caseCountsSchema>>

/** How many cases stand in one place: the same state, the same thing waited for. */
export interface CaseGroup {
  readonly state: CaseCounts['states'][number]['state']
  readonly waitingFor: CaseCounts['waitingFor'][number]['waitingFor'] | null
  readonly count: number
}

/** The groups under a filter, except for what it says of the things that are counted by. */
export async function readCaseGroups(
  transaction: TenantTransaction,
  { state: _state, waitingFor: _waitingFor, whose: _whose, ...others }: CaseFilter,
  now: Instant,
): Promise<readonly CaseGroup[]> {
  const rows = await transaction
    .selectFrom('clearance_case')
    .select(['state', 'waiting_for', sql<number>`count(*)::integer`.as('count')])
    .where(matching(others, now))
    .groupBy(['state', 'waiting_for'])
    .execute()
  return rows.map(({ state, waiting_for, count }) => ({
    state: state as CaseGroup['state'],
    waitingFor: waiting_for as CaseGroup['waitingFor'],
    count,
  }))
}

type Dimension = 'state' | 'waitingFor' | 'whose'

/**
 * The counts that stand beside a filter. Each is counted without the condition on what it counts by,
 * so that it says how many there would be after a click on it.
 */
export function countsOf(groups: readonly CaseGroup[], filter: CaseFilter): CaseCounts {
  const under = (except?: Dimension) => groups.filter((group) => isWithin(group, filter, except))
  return {
    total: under().reduce((sum, group) => sum + group.count, 0),
    states: tally(under('state'), ({ state }) => state).map(([state, count]) => ({ state, count })),
    waitingFor: tally(under('waitingFor'), ({ waitingFor }) => waitingFor).map(
      ([waitingFor, count]) => ({ waitingFor, count }),
    ),
    whose: tally(under('whose'), turnOf).map(([whose, count]) => ({ whose, count })),
  }
}

function isWithin(group: CaseGroup, filter: CaseFilter, except?: Dimension): boolean {
  const { state, waitingFor, whose } = filter
  const turn = turnOf(group)
  return (
    (except === 'state' || state === undefined || state.includes(group.state)) &&
    (except === 'waitingFor' ||
      waitingFor === undefined ||
      (group.waitingFor !== null && waitingFor.includes(group.waitingFor))) &&
    (except === 'whose' || whose === undefined || (turn !== null && whose.includes(turn)))
  )
}

function turnOf({ waitingFor }: CaseGroup): Whose | null {
  return waitingFor === null ? null : whoseTurn(waitingFor)
}

/** How many cases there are of each kind; those of none are left out. */
function tally<Kind extends string>(
  groups: readonly CaseGroup[],
  kindOf: (group: CaseGroup) => Kind | null,
): readonly (readonly [Kind, number])[] {
  const counts = new Map<Kind, number>()
  for (const group of groups) {
    const kind = kindOf(group)
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + group.count)
  }
  return [...counts]
}
