import type { ImapFlow } from 'imapflow'
import type { Attachment, ParsedMail } from 'mailparser'
import type { Collected, TakeIn } from '../../channel.ts'
import { readTrustedMail, type TrustedSenders } from './read-trusted-mail.ts'
import { type MailFolders, type SeenMail, visitMails } from './visit-mails.ts'

/** Which mails are read and where they go. */
export interface MailCollection extends TrustedSenders {
  readonly folders: MailFolders
  /** The largest answer that is taken in. */
  readonly sizeMaxBytes: number
  readonly take: TakeIn
}

/** A mail carries its attachment in base64, beside headers and text. */
const mailSizeMax = (sizeMaxBytes: number): number => sizeMaxBytes * 2 + 100_000

/** Takes in what the mails of the mailbox bear. Each is stored before its mail is moved. */
export function collectMails(mailbox: ImapFlow, collection: MailCollection): Promise<Collected> {
  return visitMails(mailbox, collection.folders, [], (seen) =>
    collectMail(mailbox, seen, collection),
  )
}

async function collectMail(
  mailbox: ImapFlow,
  seen: SeenMail,
  collection: MailCollection,
): Promise<'taken' | 'aside'> {
  const { take, sizeMaxBytes } = collection
  const limits = { ...collection, sizeMaxBytes: mailSizeMax(sizeMaxBytes) }
  const read = await readTrustedMail(mailbox, seen, limits)
  if (read.kind === 'stranger') return 'aside'
  if (read.kind === 'refused') {
    await take.refuse(read.bytes, read.why)
    return 'aside'
  }
  const { mail, source, name } = read
  return storeAnswers(mail, source, { name, take, sizeMaxBytes })
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
