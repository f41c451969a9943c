import type { Instant } from '../../customs/calendar/local-date.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { Actor } from '../events/actor.ts'
import type { OrderEvent, OrderState } from '../life-cycle/order-life-cycle.ts'
import type { DeliveryTerms } from './delivery-terms.ts'
import { withPersonalFields } from '../personal/personal-record.ts'

/** Something that happened to an order: by whom, why where a person gave a reason, and what it became. */
export interface OrderHistoryEntry {
  readonly event: OrderEvent
  readonly state: OrderState
  readonly reason?: string
  readonly details?: OrderEventDetails
  readonly actor: Actor
  readonly at: Instant
}

/** What changed, where an event says so. */
export interface OrderEventDetails {
  readonly before: DeliveryTerms
  readonly after: DeliveryTerms
}

/** The history of an order, the first event first; empty for one from before histories were kept. */
export async function readOrderHistory(
  transaction: TenantTransaction,
  orderId: string,
): Promise<readonly OrderHistoryEntry[]> {
  const rows = await transaction
    .selectFrom('order_event')
    .select(['type', 'state', 'reason', 'details', 'actor', 'at'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  const history = rows.map((row) => ({
    event: row.type as OrderEvent,
    state: row.state as OrderState,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.details !== null && { details: row.details as unknown as OrderEventDetails }),
    actor: row.actor as Actor,
    at: instantOf(row.at),
  }))
  return withPersonalFields(transaction, history)
}
