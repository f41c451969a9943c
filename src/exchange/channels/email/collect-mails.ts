import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser'
import type { Collected, TakeIn } from '../../channel.ts'
import { isSenderProved } from './proved-sender.ts'

/** Which mails are read and where they go. */
export interface MailCollection {
  readonly folders: { readonly incoming: string; readonly taken: string; readonly aside: string }
  readonly allowedSenders: readonly string[]
  /** Name of the server whose word about senders is taken; absent where nobody is asked for it. */
  readonly provedBy?: string
  /** The largest answer that is taken in. */
  readonly sizeMaxBytes: number
  readonly take: TakeIn
}

/** So that one look ends well within the turn of its node; the rest comes at the next. */
const MAILS_MAX = 50

/** A mail carries its attachment in base64, beside headers and text. */
const mailSizeMax = (sizeMaxBytes: number): number => sizeMaxBytes * 2 + 100_000

/**
 * Takes in what the mails of the mailbox bear. Each is stored before its mail is moved; nothing is
 * deleted. No number of a mail is kept from one visit to the next: what is still in the folder is still
 * to be read, whatever number it has, so that a mailbox that was set up anew (another UIDVALIDITY, RFC
 * 9051 section 2.3.1.1) loses and doubles nothing.
 */
export async function collectMails(
  mailbox: ImapFlow,
  collection: MailCollection,
): Promise<Collected> {
  const { incoming, taken, aside } = collection.folders
  for (const folder of [taken, aside]) await mailbox.mailboxCreate(folder)
  const lock = await mailbox.getMailboxLock(incoming)
  try {
    const uids = (await mailbox.search({ all: true }, { uid: true })) || []
    const now = uids.toSorted((left, right) => left - right).slice(0, MAILS_MAX)
    const counts = { taken: 0, aside: 0, waiting: uids.length - now.length }
    const failed: string[] = []
    for (const uid of now) {
      try {
        counts[await collectMail(mailbox, String(uid), collection)] += 1
      } catch (error) {
        failed.push(`mail ${uid}: ${(error as Error).message}`)
      }
    }
    return { ...counts, failed }
  } finally {
    lock.release()
  }
}

async function collectMail(
  mailbox: ImapFlow,
  uid: string,
  collection: MailCollection,
): Promise<'taken' | 'aside'> {
  const seen = await mailbox.fetchOne(uid, { size: true, envelope: true }, { uid: true })
  if (seen === false) throw new Error('it is not there any more')
  const where = await whereItGoes(mailbox, seen, uid, collection)
  const moved = await mailbox.messageMove(uid, collection.folders[where], { uid: true })
  if (moved === false) throw new Error(`it could not be moved to ${collection.folders[where]}`)
  return where
}

async function whereItGoes(
  mailbox: ImapFlow,
  { envelope, size = 0 }: FetchMessageObject,
  uid: string,
  collection: MailCollection,
): Promise<'taken' | 'aside'> {
  const { allowedSenders, provedBy, sizeMaxBytes, take } = collection
  const senders = (envelope?.from ?? []).map(({ address = '' }) => address.toLowerCase())
  const [sender = ''] = senders
  // Whatever strangers send is not read and not kept: a mailbox is open to everybody.
  if (senders.length !== 1 || !allowedSenders.some((one) => one.toLowerCase() === sender)) {
    return 'aside'
  }
  const name = envelope?.messageId ?? `mail ${uid}`
  if (size > mailSizeMax(sizeMaxBytes)) {
    await take.refuse(Buffer.from(name), `the mail ${name} has ${size} bytes, more than is read`)
    return 'aside'
  }
  const fetched = await mailbox.fetchOne(uid, { source: true }, { uid: true })
  if (fetched === false || fetched.source === undefined) throw new Error('it cannot be fetched')
  const mail = await simpleParser(fetched.source)
  if (provedBy !== undefined && !isSenderProved(mail.headerLines, provedBy, sender)) {
    const why = `${provedBy} did not find that the mail ${name} comes from ${domainOf(sender)}`
    await take.refuse(fetched.source, why)
    return 'aside'
  }
  return storeAnswers(mail, fetched.source, { name, take, sizeMaxBytes })
}

async function storeAnswers(
  mail: ParsedMail,
  source: Buffer,
  { name, take, sizeMaxBytes }: Pick<MailCollection, 'take' | 'sizeMaxBytes'> & { name: string },
): Promise<'taken' | 'aside'> {
  const answers = mail.attachments.filter(isXml)
  if (answers.length === 0) {
    await take.refuse(source, `the mail ${name} bears no message`)
    return 'aside'
  }
  let isStray = false
  for (const { content } of answers) {
    if (content.length > sizeMaxBytes) {
      await take.refuse(
        Buffer.from(name),
        `an attachment of the mail ${name} has ${content.length} bytes, more than ${sizeMaxBytes}`,
      )
      isStray = true
    } else if ((await take.store(content)) === 'stray') isStray = true
  }
  return isStray ? 'aside' : 'taken'
}

/** Signatures, logos and the like are no messages. */
function isXml({ contentType, filename }: Attachment): boolean {
  return /^(application|text)\/xml$/i.test(contentType) || /\.xml$/i.test(filename ?? '')
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
