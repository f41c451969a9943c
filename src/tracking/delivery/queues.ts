import { defineQueue } from '../../platform/jobs/index.ts'

/** A delivery by its tenant; what is delivered is read when the job runs. */
export interface DeliveryJob extends Readonly<Record<string, string>> {
  readonly tenantId: string
  readonly deliveryId: string
}

/**
 * Delivers one webhook or mail. Failed attempts are kept and planned with the delivery, where a
 * person can see them; the queue only has to take over from a killed worker.
 */
export const sendDeliveryQueue = defineQueue<DeliveryJob>('send-delivery', {
  timeLimitSeconds: 20,
  retries: 3,
})

/** A case whose mails are taken away. */
export interface CaseMailsJob extends Readonly<Record<string, string>> {
  readonly tenantId: string
  readonly caseId: string
}

/** Takes away the mails to the buyer of a case whose personal data were erased. */
export const forgetMailsQueue = defineQueue<CaseMailsJob>('forget-mails')

/** The queues that have to be installed for the deliveries to be made. */
export const trackingQueues = [sendDeliveryQueue, forgetMailsQueue]
