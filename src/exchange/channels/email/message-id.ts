import { sha256Hex } from '../../../platform/ids.ts'
import type { OutboxMessage } from '../../outbox.ts'

/**
 * The Message-ID under which a message goes out. It follows from the message, so that a mail system that
 * gets it twice can tell (RFC 5322 section 3.6.4).
 *
 * @param from the address that it is sent from, whose domain stands in the id
 */
export function mailMessageId({ lrn, body }: OutboxMessage, from: string): string {
  return messageIdOf({ reference: lrn, sha256: sha256Hex(body) }, from)
}

/** What of a message stands in its Message-ID. */
export interface MessageName {
  readonly reference: string
  /** Of its bytes, hexadecimal; the beginning of it where it was read from an id. */
  readonly sha256: string
}

/** The same of a message whose bytes are not at hand. */
export function messageIdOf({ reference, sha256 }: MessageName, from: string): string {
  return `<${reference}.${sha256.slice(0, DIGEST_CHARACTERS)}@${domainOf(from)}>`
}

/**
 * The message that a Message-ID is of; undefined where it is none of those that go out from this address.
 * The digest cannot be guessed, so whoever names it has seen the mail.
 */
export function messageNamed(messageId: string, from: string): MessageName | undefined {
  const [, reference, sha256, domain] =
    /^<?([^.@<>]+)\.([0-9a-f]{32})@([^<>@]+)>?$/.exec(messageId.trim()) ?? []
  if (reference === undefined || sha256 === undefined) return undefined
  return domain?.toLowerCase() === domainOf(from).toLowerCase() ? { reference, sha256 } : undefined
}

const DIGEST_CHARACTERS = 32

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
