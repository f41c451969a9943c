export { attentions, type Attention } from './shopper/attention.ts'
export type { ChangedCharges } from './shopper/changed-charges.ts'
export { situations, type Situation } from './shopper/situation.ts'
export { createTell, type TellSettings } from './tell.ts'
export { createTellOfThread } from './tell-of-thread.ts'
export { threadNewsTypes } from './thread-message.ts'
export { milestones, type Milestone, type MilestoneType } from './milestones.ts'
export { shopperView, type ShopperView } from './shopper/shopper-view.ts'
export {
  createTrackingLink,
  followTrackingLink,
  listTrackingLinks,
  revokeTrackingLink,
  trackingUrl,
  type TrackingLink,
} from './tracking-link.ts'
export {
  deliveryOf,
  listDeliveries,
  readDelivery,
  replayDelivery,
  type Delivery,
  type DeliveryFilter,
} from './delivery/delivery.ts'
export { deliveryAssignment } from './delivery/delivery-assignment.ts'
export { eraseMails, forgetMails } from './delivery/forget-mails.ts'
export { forgetMailsQueue, trackingQueues, type CaseMailsJob } from './delivery/queues.ts'
export { type DeliveryPorts } from './delivery/send-deliveries.ts'
export { sweepDeliveries } from './delivery/sweep-deliveries.ts'
export { fileMailer } from './mail/file-mailer.ts'
export type { Mail, Mailer, MailOutcome } from './mail/mailer.ts'
export { smtpMailer } from './mail/smtp-mailer.ts'
export {
  createWebhookEndpoint,
  listWebhookEndpoints,
  readWebhookEndpoint,
  replaceWebhookEndpoint,
  testWebhookEndpoint,
  type Subscription,
  type WebhookEndpoint,
  type WebhookEndpointFacts,
  type WebhookSettings,
} from './webhooks/webhook-endpoint.ts'
export { webhookReaches, type WebhookReach } from './webhooks/webhook-reach.ts'
