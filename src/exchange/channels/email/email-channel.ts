import type { Channel, Inquiry, SeenCertificate } from '../../channel.ts'
import type { OutboxMessage } from '../../outbox.ts'
import { certificatesOf } from '../server-certificates.ts'
import { collectMails, type MailCollection } from './collect-mails.ts'
import { type MailServer, openSmtp, withinMailbox } from './mail-server.ts'
import { mailMessageId } from './message-id.ts'
import { type MailAddresses, sendMail } from './send-mail.ts'

/** A channel by mails: servers, addresses, and what is read. */
export interface EmailChannelOptions extends MailAddresses, Omit<MailCollection, 'take'> {
  readonly name: string
  readonly smtp: MailServer
  readonly imap: MailServer
  /** Where the mail server keeps what was sent; absent where it keeps nothing. */
  readonly sentFolder?: string
  readonly collectEverySeconds: number
}

/** Messages go out as attachments of mails, and answers come in as such. */
export function emailChannel(options: EmailChannelOptions): Channel {
  const { name, smtp, imap, collectEverySeconds } = options
  return {
    name,
    send: async (message) => {
      const transport = openSmtp(smtp)
      try {
        return await sendMail(transport, options, message)
      } finally {
        transport.close()
      }
    },
    inquire: (message) => findSent(options, message),
    // Nothing is kept for us by conversation: what came lies in the mailbox.
    pull: () => Promise.resolve(undefined),
    collecting: {
      everySeconds: collectEverySeconds,
      collect: (take) =>
        withinMailbox(imap, (mailbox) => collectMails(mailbox, { ...options, take })),
    },
    certificates: certificatesOfMail(smtp, imap),
  }
}

/** What both servers of a channel by mails show. */
export function certificatesOfMail(
  smtp: MailServer,
  imap: MailServer,
): () => Promise<readonly SeenCertificate[]> {
  const door = ({ host, port, tls }: MailServer, of: 'smtp' | 'imap') => ({
    ...{ door: of, host, port },
    ...(tls === 'starttls' && { startTls: of }),
  })
  return certificatesOf(door(smtp, 'smtp'), door(imap, 'imap'))
}

/**
 * Whether a mail went out whose sending ended unknown: it did where the server keeps it among what was
 * sent. A server that keeps nothing is no proof, and the same mail goes again under the same id.
 */
export async function findSent(
  { imap, sentFolder, from }: Pick<EmailChannelOptions, 'imap' | 'sentFolder' | 'from'>,
  message: OutboxMessage,
): Promise<Inquiry> {
  if (sentFolder === undefined) return { kind: 'not-known' }
  try {
    return await withinMailbox(imap, async (mailbox) => {
      const lock = await mailbox.getMailboxLock(sentFolder)
      try {
        const header = { 'message-id': mailMessageId(message, from) }
        const found = (await mailbox.search({ header }, { uid: true })) || []
        return { kind: found.length > 0 ? 'known' : 'not-known' }
      } finally {
        lock.release()
      }
    })
  } catch (error) {
    return { kind: 'no-answer', why: (error as Error).message }
  }
}
