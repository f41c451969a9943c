import { sha256Hex } from '../../platform/ids.ts'
import type { OutboxMessage } from '../outbox.ts'

const DIGEST_CHARACTERS = 16

/**
 * The name under which a message goes out as a file: its reference, the beginning of the digest of
 * its bytes, and its kind. It follows from the message alone, so sending it twice leaves one file.
 *
 * @example 'TW01KQ3V8ZJ6M2N4P7.9f86d081884c7d65.declaration.xml'
 */
export function messageFileName({ lrn, body, kind }: OutboxMessage): string {
  const digest = sha256Hex(body).slice(0, DIGEST_CHARACTERS)
  return `${lrn}.${digest}.${kind}.${kind === 'document' ? 'json' : 'xml'}`
}

/** The ending of what is still being written; nobody reads or takes such a file. */
export const UNFINISHED = '.part'

/** Whether a file is still being written, by the endings and beginnings that are usual for that. */
export function isUnfinished(name: string): boolean {
  return name.startsWith('.') || /\.(part|tmp|filepart|partial|writing)$/i.test(name)
}
