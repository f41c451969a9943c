import { defineQueue } from '../platform/jobs/index.ts'

/** Says that something is due on a channel; which message is next is decided when it is sent. */
export interface ChannelJob extends Readonly<Record<string, string>> {
  readonly channel: string
}

/**
 * Wakes a sender. Nothing is lost with such a job: what is to be sent stands in the outbox, and
 * senders look there by themselves as well.
 */
export const sendMessageQueue = defineQueue<ChannelJob>('send-message', { retries: 3 })

/** The queues of this folder, to be installed with the tables. */
export const exchangeQueues = [sendMessageQueue]
