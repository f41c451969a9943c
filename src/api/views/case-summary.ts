import { Type } from 'typebox'

import { orderSchema } from '../../customs/order/order.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { PageRequest } from '../http/page.ts'
import { instant, signedMoney } from '../http/schema.ts'
import { mainState } from './case-view.ts'
import { everythingWaitedFor } from './next-action.ts'
import { shownMoney } from './shown-money.ts'

const waitingFor = oneOf(everythingWaitedFor, 'what the case waits for')

/** What a list of cases can be narrowed by. Spread it into the query schema of the route. */
export const caseFilter = {
  state: Type.Optional(mainState),
  waitingFor: Type.Optional(waitingFor),
  reference: Type.Optional(orderSchema.properties.reference),
}

/** A case as a list shows it. */
export const caseSummarySchema = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  state: mainState,
  lane: Type.Optional(Type.String()),
  destination: Type.String(),
  customsValue: Type.Optional(signedMoney),
  waitingFor: Type.Optional(waitingFor),
  waitingSince: Type.Optional(instant),
  openedAt: instant,
  updatedAt: instant,
})

interface CaseFilter {
  readonly state?: string
  readonly waitingFor?: string
  readonly reference?: string
}

/**
 * Cases, the newest first, one more than the limit so that the caller sees whether there are more.
 * For each way to narrow the list there is an index of tenant, filter and id, so that a page costs
 * its own rows however many cases others have.
 */
export function selectSummaries(
  transaction: TenantTransaction,
  { state, waitingFor, reference }: CaseFilter,
  { before, limit }: PageRequest,
) {
  return transaction
    .selectFrom('clearance_case')
    .select(['id', 'reference', 'state', 'lane', 'destination', 'value_amount', 'value_currency'])
    .select(['waiting_for', 'waiting_since', 'opened_at', 'updated_at'])
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(waitingFor !== undefined, (query) => query.where('waiting_for', '=', waitingFor ?? ''))
    .$if(reference !== undefined, (query) => query.where('reference', '=', reference ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
}

type CaseSummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number]

/**
 * A row of the list as clients see it. What is not decided yet (lane, customs value) is left out,
 * never shown as null.
 */
export function summaryOf(row: CaseSummaryRow) {
  const { id, reference, lane, destination, value_amount, value_currency } = row
  const hasValue = value_amount !== null && value_currency !== null
  return {
    ...{ id, reference, destination },
    state: row.state as (typeof mainState)['~unsafe'],
    ...(lane !== null && { lane }),
    ...(hasValue && {
      customsValue: shownMoney({ amount: value_amount, currency: value_currency }),
    }),
    ...(row.waiting_for !== null && {
      waitingFor: row.waiting_for as (typeof everythingWaitedFor)[number],
    }),
    ...(row.waiting_since !== null && { waitingSince: instantOf(row.waiting_since) }),
    openedAt: instantOf(row.opened_at),
    updatedAt: instantOf(row.updated_at),
  }
}
