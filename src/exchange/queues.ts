import { defineQueue } from '../platform/jobs/index.ts'

export interface MessageJob extends Readonly<Record<string, string>> {
  readonly tenantId: string
  readonly messageId: string
}

/**
 * Sends one message of the outbox. Its own retries are kept in the outbox, where a person can see
 * them; the queue only has to take over from a killed worker.
 */
export const sendMessageQueue = defineQueue<MessageJob>('send-message', {
  timeLimitSeconds: 20,
  retries: 3,
})

export const exchangeQueues = [sendMessageQueue]
