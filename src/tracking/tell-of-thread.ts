import type { TellOfThread } from '../correspondence/correspondence-ports.ts'
import { type NewDelivery, putDeliveries } from './delivery/delivery.ts'
import type { TellSettings } from './tell.ts'
import { threadMessage } from './thread-message.ts'
import type { Subscription } from './webhooks/webhook-endpoint.ts'

/**
 * Makes the teller of letters: the business's endpoints that have asked for it, and the address of its
 * staff. Shoppers are told of their goods by the milestones of the case and not of letters about them.
 */
export function createTellOfThread({
  publicUrl,
  mail,
}: Omit<TellSettings, 'sealingKey'>): TellOfThread {
  return async (transaction, news, context) => {
    const endpoints = await transaction
      .selectFrom('webhook_endpoint')
      .select(['id', 'event_types'])
      .where('disabled_at', 'is', null)
      .execute()
    const tenant = await transaction
      .selectFrom('tenant')
      .select('profile')
      .executeTakeFirstOrThrow()
    const { contactEmail } = tenant.profile as { readonly contactEmail?: string }
    const payload = threadMessage(news, { now: context.now, publicUrl })
    const about = news.about === undefined ? {} : { caseId: news.about.caseId }
    const subscribed = endpoints.filter(({ event_types }) => {
      const types = event_types as readonly Subscription[]
      return types.includes('*') || types.includes(news.type)
    })
    const deliveries: NewDelivery[] = subscribed.map(({ id: endpointId }) => ({
      ...about,
      ...{ kind: 'webhook', endpointId, payload },
    }))
    if (mail === 'on' && contactEmail !== undefined) {
      const toStaff = { to: 'tenant-contact', message: payload } as const
      deliveries.push({ ...about, kind: 'email', payload: toStaff })
    }
    await putDeliveries(transaction, deliveries, context)
  }
}
