import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Collected } from '../../channel.ts'

/** The folders of a mailbox that serves a channel. */
export interface MailFolders {
  readonly incoming: string
  readonly taken: string
  readonly aside: string
}

/** A mail of which no more than its envelope was fetched. */
export interface SeenMail {
  readonly uid: string
  readonly envelope: FetchMessageObject['envelope']
  readonly sizeBytes: number
  /** Those that were asked for, as they stand in the mail. */
  readonly headers: string
}

/** Where a mail goes once it was looked at; `waiting` stays for the next look. */
export type MailEnd = 'taken' | 'aside' | 'waiting'

/** So that one look ends well within the turn of its node; the rest comes at the next. */
const MAILS_MAX = 50

/**
 * Looks at the mails that have come, the oldest first, and moves each once it was looked at; nothing is
 * deleted. No number of a mail is kept from one visit to the next: what is still in the folder is still
 * to be read, whatever number it has, so that a mailbox that was set up anew (another UIDVALIDITY, RFC
 * 9051 section 2.3.1.1) loses and doubles nothing.
 *
 * @param headers names of header fields that are wanted before the mail is fetched
 */
export async function visitMails(
  mailbox: ImapFlow,
  folders: MailFolders,
  headers: readonly string[],
  look: (mail: SeenMail) => Promise<MailEnd>,
): Promise<Collected> {
  for (const folder of [folders.taken, folders.aside]) await mailbox.mailboxCreate(folder)
  const lock = await mailbox.getMailboxLock(folders.incoming)
  try {
    const uids = (await mailbox.search({ all: true }, { uid: true })) || []
    const now = uids.toSorted((left, right) => left - right).slice(0, MAILS_MAX)
    const counts = { taken: 0, aside: 0, waiting: uids.length - now.length }
    const failed: string[] = []
    const visit = async (uid: string): Promise<void> => {
      const mail = await seenMail(mailbox, uid, headers)
      const end = await look(mail)
      if (end !== 'waiting') await move(mailbox, mail, folders[end])
      counts[end] += 1
    }
    for (const uid of now) {
      await visit(String(uid)).catch((error: unknown) =>
        failed.push(`mail ${uid}: ${(error as Error).message}`),
      )
    }
    return { ...counts, failed }
  } finally {
    lock.release()
  }
}

async function seenMail(
  mailbox: ImapFlow,
  uid: string,
  headers: readonly string[],
): Promise<SeenMail> {
  const wanted = headers.length === 0 ? {} : { headers: [...headers] }
  const seen = await mailbox.fetchOne(uid, { size: true, envelope: true, ...wanted }, { uid: true })
  if (seen === false) throw new Error('it is not there any more')
  const { envelope, size: sizeBytes = 0 } = seen
  return { uid, envelope, sizeBytes, headers: seen.headers?.toString('latin1') ?? '' }
}

async function move(mailbox: ImapFlow, { uid }: SeenMail, folder: string): Promise<void> {
  const moved = await mailbox.messageMove(uid, folder, { uid: true })
  if (moved === false) throw new Error(`it could not be moved to ${folder}`)
}

/** Fetches a mail as it came. */
export async function fetchMail(mailbox: ImapFlow, { uid }: SeenMail): Promise<Buffer> {
  const fetched = await mailbox.fetchOne(uid, { source: true }, { uid: true })
  if (fetched === false || fetched.source === undefined) throw new Error('it cannot be fetched')
  return fetched.source
}
