import type { ImapFlow } from 'imapflow'
import { type ParsedMail, simpleParser } from 'mailparser'
import { isSenderProved } from './proved-sender.ts'
import { fetchMail, type SeenMail } from './visit-mails.ts'

/** Whose mails are read. */
export interface TrustedSenders {
  readonly allowedSenders: readonly string[]
  /** Name of the server whose word about senders is taken; absent where nobody is asked for it. */
  readonly provedBy?: string
}

/** A mail that was read, or why it is not. */
export type ReadMail =
  | {
      readonly kind: 'read'
      readonly name: string
      readonly mail: ParsedMail
      readonly source: Buffer
    }
  /** Whatever strangers send is not read and not kept: a mailbox is open to everybody. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'refused'; readonly bytes: Buffer; readonly why: string }

/** Fetches and reads a mail, if it comes from one whose mails are read and is not too large. */
export async function readTrustedMail(
  mailbox: ImapFlow,
  seen: SeenMail,
  { allowedSenders, provedBy, sizeMaxBytes }: TrustedSenders & { readonly sizeMaxBytes: number },
): Promise<ReadMail> {
  const { envelope, sizeBytes, uid } = seen
  const senders = (envelope?.from ?? []).map(({ address = '' }) => address.toLowerCase())
  const [sender = ''] = senders
  if (senders.length !== 1 || !allowedSenders.some((one) => one.toLowerCase() === sender)) {
    return { kind: 'stranger' }
  }
  const name = envelope?.messageId ?? `mail ${uid}`
  if (sizeBytes > sizeMaxBytes) {
    const why = `the mail ${name} has ${sizeBytes} bytes, more than is read`
    return { kind: 'refused', bytes: Buffer.from(name), why }
  }
  const source = await fetchMail(mailbox, seen)
  const mail = await simpleParser(source)
  if (provedBy !== undefined && !isSenderProved(mail.headerLines, provedBy, sender)) {
    const why = `${provedBy} did not find that the mail ${name} comes from ${domainOf(sender)}`
    return { kind: 'refused', bytes: source, why }
  }
  return { kind: 'read', name, mail, source }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
