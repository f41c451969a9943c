import { Type, type Static } from 'typebox'

import { readCasesInBrief } from '../../clearance/store/case-in-brief.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { instant, signedMoney } from '../http/schema.ts'
import { type CaseFilter, matching } from './case-filter.ts'
import { caseInBrief } from './case-in-brief.ts'
import { afterPlace, type CasePlace, type CaseSort, keyOf, orderOf } from './case-order.ts'
import { casePhases, readCasePhases } from './case-phase.ts'
import { mainState } from './case-view.ts'
import { everyoneInTurn, everythingWaitedFor, whoseTurn } from './next-action.ts'
import { shownMoney } from './shown-money.ts'

/** A case as a list shows it. */
export const caseSummarySchema = Type.Object({
  id: Type.String(),
  version: Type.Integer({ description: 'grows with each event of the case' }),
  reference: Type.String(),
  ...caseInBrief,
  state: mainState,
  lane: Type.Optional(Type.String()),
  destination: Type.String(),
  lrn: Type.Optional(Type.String({ description: 'local reference number, ours' })),
  mrn: Type.Optional(Type.String({ description: "movement reference number, the authority's" })),
  customsValue: Type.Optional(signedMoney),
  waitingFor: Type.Optional(oneOf(everythingWaitedFor, 'what the case waits for')),
  phase: Type.Optional(oneOf(casePhases, 'what keeps a case that waits for the authority')),
  whose: Type.Optional(oneOf(everyoneInTurn, 'whose turn it is')),
  waitingSince: Type.Optional(instant),
  openedAt: instant,
  updatedAt: instant,
})

/** The type of {@link caseSummarySchema}. */
export type CaseSummary = Immutable<Static<typeof caseSummarySchema>>

/** Which cases are wanted, in which order, and how many. */
export interface CaseListRequest {
  readonly filter: CaseFilter
  readonly sort: CaseSort
  readonly after?: CasePlace
  readonly limit: number
  readonly now: Instant
}

/**
 * Cases in the order asked for, one more than the limit so that the caller sees whether there are
 * more. For each order, and for each frequent way to narrow the list, there is an index, so that a
 * page costs its own rows however many cases there are.
 */
export function selectSummaries(
  transaction: TenantTransaction,
  { filter, sort, after, limit, now }: CaseListRequest,
) {
  const summaries = summariesIn(transaction).select(keyOf(sort).as('place_key'))
  const narrowed = summaries.where(matching(filter, now))
  const rest = after === undefined ? narrowed : narrowed.where(afterPlace(sort, after))
  return orderOf(sort)
    .reduce((query, { by, direction }) => query.orderBy(by, direction), rest)
    .limit(limit + 1)
}

/** Every case of the tenant, with the columns of a summary. */
export function summariesIn(transaction: TenantTransaction) {
  return transaction
    .selectFrom('clearance_case')
    .select(['clearance_case.id', 'version', 'reference', 'state', 'lane', 'destination'])
    .select(['lrn', 'mrn', 'value_amount', 'value_currency'])
    .select(['waiting_for', 'waiting_since', 'opened_at', 'updated_at'])
}

type CaseSummaryRow = Awaited<ReturnType<ReturnType<typeof summariesIn>['execute']>>[number]

/** Rows of the list as clients see them, with what people know each case by. */
export async function summariesOf(
  transaction: TenantTransaction,
  rows: readonly CaseSummaryRow[],
): Promise<readonly CaseSummary[]> {
  const caseIds = rows.map(({ id }) => id)
  const briefs = await readCasesInBrief(transaction, caseIds)
  const atAuthority = rows.filter(({ waiting_for }) => waiting_for === 'the-authority')
  const phases = await readCasePhases(
    transaction,
    atAuthority.map(({ id }) => id),
  )
  return rows.map((row) => {
    const phase = phases.get(row.id)
    return { ...summaryOf(row), ...briefs.get(row.id), ...(phase && { phase }) }
  })
}

/** What is not decided yet (lane, customs value) is left out, never shown as null. */
function summaryOf(row: CaseSummaryRow): CaseSummary {
  const { id, version, reference, destination, lane, lrn, mrn } = row
  const { value_amount: amount, value_currency: currency } = row
  const hasValue = amount !== null && currency !== null
  return {
    ...{ id, version, reference, destination },
    state: row.state as CaseSummary['state'],
    ...(lane !== null && { lane }),
    ...(lrn !== null && { lrn }),
    ...(mrn !== null && { mrn }),
    ...(hasValue && { customsValue: shownMoney({ amount, currency }) }),
    ...waitingOf(row),
    openedAt: instantOf(row.opened_at),
    updatedAt: instantOf(row.updated_at),
  }
}

function waitingOf({ waiting_for, waiting_since }: CaseSummaryRow) {
  if (waiting_for === null || waiting_since === null) return {}
  const waitingFor = waiting_for as (typeof everythingWaitedFor)[number]
  return { waitingFor, whose: whoseTurn(waitingFor), waitingSince: instantOf(waiting_since) }
}
