import type { ImapFlow } from 'imapflow'
import type { LettersCollected, TakeLetters } from '../../../letters/letter-box.ts'
import { readTrustedMail, type TrustedSenders } from '../read-trusted-mail.ts'
import {
  fetchMail,
  type MailEnd,
  type MailFolders,
  type SeenMail,
  visitMails,
} from '../visit-mails.ts'
import { isAutomaticAnswer, isDeliveryReport, TELLING_FIELDS } from './automatic-mail.ts'
import { readDeliveryReport } from './delivery-report.ts'
import { letterOfMail } from './letter-of-mail.ts'
import type { PaperFault } from './papers-of-mail.ts'

/** Which mails are read as letters and where they go. */
export interface LetterMailCollection extends TrustedSenders {
  readonly channel: string
  readonly folders: MailFolders
  /** The address that our letters are sent from. */
  readonly from: string
  /** The largest mail that is read. */
  readonly sizeMaxBytes: number
  readonly paperFault: PaperFault
  /** Instant by the clock of the installation. */
  readonly now: () => string
  readonly take: TakeLetters
}

/**
 * Takes in the letters of the mailbox, and what mail servers report of ours. Each is stored before its mail
 * is moved, so that one that is met again is known by its Message-ID.
 */
export async function collectLetterMails(
  mailbox: ImapFlow,
  collection: LetterMailCollection,
): Promise<LettersCollected> {
  const { taken, aside, failed } = await visitMails(
    mailbox,
    collection.folders,
    TELLING_FIELDS,
    (seen) => takeMail(mailbox, seen, collection),
  )
  const [why] = failed
  return { taken, aside, ...(why !== undefined && { why }) }
}

async function takeMail(
  mailbox: ImapFlow,
  seen: SeenMail,
  collection: LetterMailCollection,
): Promise<MailEnd> {
  // Reports come from mail servers, so they come before the question who has sent it.
  if (isDeliveryReport(seen.headers)) return takeReport(mailbox, seen, collection)
  const { take } = collection
  const read = await readTrustedMail(mailbox, seen, collection)
  if (read.kind === 'stranger') return 'aside'
  if (read.kind === 'refused') {
    await take.refuse(read.bytes, read.why)
    return 'aside'
  }
  // It says nothing of the matter: it is kept in the mailbox, and no thread shows it as an answer.
  if (isAutomaticAnswer(seen.headers)) return 'taken'
  const { mail, source } = read
  return endOf(
    await take.take(letterOfMail({ ...collection, mail, source, now: collection.now() })),
  )
}

async function takeReport(
  mailbox: ImapFlow,
  seen: SeenMail,
  { channel, from, sizeMaxBytes, take }: LetterMailCollection,
): Promise<MailEnd> {
  if (seen.sizeBytes > sizeMaxBytes) return 'aside'
  const report = await readDeliveryReport(await fetchMail(mailbox, seen), from)
  // Whoever forges the sender of a mail gets its reports sent to somebody else.
  if (report === undefined) return 'aside'
  if (report.outcome === 'under-way') return 'taken'
  return endOf(await take.giveBack({ channel, ...report.of, why: report.why }))
}

function endOf(receipt: Awaited<ReturnType<TakeLetters['take']>>): MailEnd {
  if (receipt === 'later') return 'waiting'
  return receipt === 'stray' ? 'aside' : 'taken'
}
