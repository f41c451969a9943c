import { sha256Hex } from '../../../platform/ids.ts'
import type { OutboxMessage } from '../../outbox.ts'

/**
 * The Message-ID under which a message goes out. It follows from the message, so that a mail system that
 * gets it twice can tell (RFC 5322 section 3.6.4).
 *
 * @param from the address that it is sent from, whose domain stands in the id
 */
export function mailMessageId({ lrn, body }: OutboxMessage, from: string): string {
  return `<${lrn}.${sha256Hex(body).slice(0, 32)}@${from.slice(from.lastIndexOf('@') + 1)}>`
}
