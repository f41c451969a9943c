import { sql } from 'kysely'

import type { Tell } from '../clearance/ports.ts'
import { readEvents } from '../clearance/store/case-store.ts'
import type { RecordedChange } from '../clearance/store/record-events.ts'
import type { TenantTransaction } from '../platform/postgres/index.ts'
import type { SealingKey } from '../platform/sealed-secret.ts'
import { type NewDelivery, putDeliveries } from './delivery/delivery.ts'
import type { MailReader } from './mail/milestone-mail.ts'
import { type MilestoneMessage, milestoneMessage } from './milestone-message.ts'
import { milestonesAmong, type ReachedMilestone } from './milestones.ts'
import { createTrackingLink } from './tracking-link.ts'
import type { Subscription } from './webhooks/webhook-endpoint.ts'

/** What the teller needs to know of the installation. */
export interface TellSettings {
  readonly sealingKey: SealingKey
  /** Where the outside world reaches the API, without a trailing slash. */
  readonly publicUrl: string
  readonly mail: 'on' | 'off'
}

/**
 * Makes the teller of milestones. It runs within the transaction of each change: who listens is one
 * small query, and where nobody does that is all. What goes out is stored and sent after the commit.
 */
export function createTell({ sealingKey, publicUrl, mail }: TellSettings): Tell {
  return async (transaction, change, context) => {
    const reached = milestonesAmong(change.events)
    if (reached.length === 0) return
    const audience = await readAudience(transaction, change.state.consignment.factId)
    const readers = mail === 'on' ? audience.readers : []
    const addressed = [...webhooksTo(audience.endpoints, reached), ...mailsTo(readers, reached)]
    if (addressed.length === 0) return
    const { caseId } = change.state
    if (isOpening(change) && readers.includes('buyer')) {
      await createTrackingLink(transaction, sealingKey, { ...context, caseId })
    }
    // Refunds and settlements of earlier changes count in the money of this one.
    const events = await readEvents(transaction, caseId)
    const deliveries = addressed.map(({ step, about }) => ({
      caseId,
      ...about(milestoneMessage(step, change.state, { events, publicUrl })),
    }))
    await putDeliveries(transaction, deliveries, context)
  }
}

/** Who hears of a case: the tenant's endpoints, and those who read mail. */
interface Audience {
  readonly endpoints: readonly Listener[]
  readonly readers: readonly MailReader[]
}

interface Listener {
  readonly endpointId: string
  readonly eventTypes: readonly Subscription[]
}

/** Read anew for each change, so that an endpoint hears of all that happens after it was made. */
async function readAudience(transaction: TenantTransaction, factId: string): Promise<Audience> {
  const { rows } = await sql<{ endpoints: readonly Listener[]; buyer: boolean; contact: boolean }>`
    select
      (
        select coalesce(
          json_agg(json_build_object('endpointId', id, 'eventTypes', event_types)), '[]'
        )
        from webhook_endpoint where disabled_at is null
      ) as endpoints,
      exists (
        select from case_fact
        where id = ${factId} and data #> '{parties,buyer,email}' is not null
      ) as buyer,
      exists (select from tenant where profile ->> 'contactEmail' is not null) as contact
  `.execute(transaction)
  const { endpoints, buyer, contact } = rows[0]!
  return {
    endpoints,
    readers: [
      ...(buyer ? (['buyer'] as const) : []),
      ...(contact ? (['tenant-contact'] as const) : []),
    ],
  }
}

function isOpening({ events }: RecordedChange): boolean {
  return events.some((event) => event.type === 'case-opened')
}

/** A milestone and the delivery that its message becomes. */
interface Addressed {
  readonly step: ReachedMilestone
  readonly about: (message: MilestoneMessage) => NewDelivery
}

/** Systems get every milestone that they have subscribed to. */
function webhooksTo(
  endpoints: readonly Listener[],
  reached: readonly ReachedMilestone[],
): readonly Addressed[] {
  return reached.flatMap((step) =>
    endpoints
      .filter((listener) => isSubscribed(listener, step))
      .map(({ endpointId }) => ({
        step,
        about: (payload) => ({ kind: 'webhook', endpointId, payload }),
      })),
  )
}

function isSubscribed({ eventTypes }: Listener, { milestone }: ReachedMilestone): boolean {
  return eventTypes.includes('*') || eventTypes.includes(milestone.type)
}

/** People get one mail for each change, about the last thing that it brought and that is theirs. */
function mailsTo(
  readers: readonly MailReader[],
  reached: readonly ReachedMilestone[],
): readonly Addressed[] {
  return readers.flatMap((to): readonly Addressed[] => {
    const step = reached.findLast(
      ({ milestone }) => !milestone.quiet && !(to === 'buyer' && milestone.staffOnly),
    )
    if (step === undefined) return []
    return [{ step, about: (message) => ({ kind: 'email', payload: { to, message } }) }]
  })
}
