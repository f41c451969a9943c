import { defineQueue } from '../platform/jobs/index.ts'

/**
 * Names the message to send and nothing of its content: what is true of it stands in the outbox.
 */
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

/** The queues of this folder, to be installed with the tables. */
export const exchangeQueues = [sendMessageQueue]
