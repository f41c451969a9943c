import type { ParsedMail } from 'mailparser'
import { sha256Hex } from '../../../../platform/ids.ts'
import type { AnsweredLetter, IncomingChange } from '../../../letters/letter-box.ts'
import { messageNamed } from '../message-id.ts'
import { type PaperFault, papersOfMail } from './papers-of-mail.ts'
import { mrnIn, plainSubject, referenceIn } from './subject-tag.ts'

/** A mail that was read, and by whose rules it is taken for a letter. */
export interface ReadLetterMail {
  readonly channel: string
  /** The address that our letters are sent from. */
  readonly from: string
  readonly mail: ParsedMail
  readonly source: Buffer
  readonly paperFault: PaperFault
  /** Taken where the mail names no day. */
  readonly now: string
}

/** Mail programs keep the first and the last references of a long thread; more than these help nobody. */
const MOST_REFERENCES = 20

/**
 * A mail as a letter of the authority. It tells no more than that: an officer's words and papers, which
 * letter they answer, and what the subject names. A mail that answers none opens a thread of its own only
 * where a person or an MRN says where it belongs; its reference is then made from its Message-ID, so that
 * the same mail makes the same.
 */
export function letterOfMail({
  channel,
  from,
  mail,
  source,
  paperFault,
  now,
}: ReadLetterMail): IncomingChange {
  const id = mail.messageId ?? `sha256:${sha256Hex(source)}`
  const { subject = '' } = mail
  const { papers, leftOut } = papersOfMail(mail.attachments, paperFault)
  const at = mail.date?.toISOString() ?? now
  const reference = referenceIn(subject)
  const mrn = mrnIn(subject) ?? mrnIn(mail.text ?? '')
  const sender = mail.from?.value[0]
  return {
    channel,
    isLetterAlone: true,
    answers: answeredBy(mail, from),
    ...(reference !== undefined && { reference }),
    ...(leftOut.length > 0 && { leftOut }),
    change: {
      ...{ at, thread: `M${sha256Hex(id).slice(0, 15).toUpperCase()}`, kind: 'enquiry' },
      ...{ subject: plainSubject(subject).slice(0, 140), openedBy: 'office', status: 'open' },
      awaits: 'trader',
      ...(mrn !== undefined && { mrn }),
      message: {
        ...{ id, at, text: (mail.text ?? '').trim(), attachments: [] },
        ...(sender && { by: sender.name === '' ? (sender.address ?? '') : sender.name }),
      },
    },
    attachments: papers,
  }
}

/** What a mail says it answers: `In-Reply-To` first, then `References` from the latest (RFC 5322, 3.6.4). */
function answeredBy(
  { inReplyTo, references }: ParsedMail,
  from: string,
): readonly AnsweredLetter[] {
  const named = [...idsOf(inReplyTo), ...idsOf(references).toReversed()]
  const latest = [...new Set(named)].slice(0, MOST_REFERENCES)
  // The first letter of a thread stands at the end; it is known even where the others are not.
  const first = named.at(-1)
  const ids = first === undefined || latest.includes(first) ? latest : [...latest, first]
  return ids.map((id) => {
    const ours = messageNamed(id, from)
    return ours === undefined
      ? { by: 'office', letter: id }
      : { by: 'trader', reference: ours.reference }
  })
}

function idsOf(field: string | readonly string[] | undefined): readonly string[] {
  return [field ?? []].flat().flatMap((part) => part.match(/<[^<>\s]+>/g) ?? [])
}
