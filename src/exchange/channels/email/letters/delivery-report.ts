import { type ParsedMail, simpleParser } from 'mailparser'
import { messageNamed, type MessageName } from '../message-id.ts'

/** What a report says of a mail of ours. */
export interface DeliveryReport {
  readonly of: MessageName
  /** `failed`: it has not arrived and is not tried any more. Anything else is no end. */
  readonly outcome: 'failed' | 'under-way'
  /** In the words of the mail server. */
  readonly why: string
}

/**
 * Reads a report of what became of a mail (RFC 3464); undefined where it is about no mail of ours. Anybody
 * may write such a report, so it is believed only where it names the Message-ID of our mail, which nobody
 * can guess.
 *
 * @param from the address that our mails are sent from
 */
export async function readDeliveryReport(
  source: Buffer,
  from: string,
): Promise<DeliveryReport | undefined> {
  const mail = await simpleParser(source)
  const of = idsIn(mail)
    .map((id) => messageNamed(id, from))
    .find((name) => name !== undefined)
  if (of === undefined) return undefined
  const text = (mail.text ?? '').replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(text)?.[1]?.trim()
  const actions = [...text.matchAll(/^action:\s*(\S+)/gim)].map(([, action]) =>
    action!.toLowerCase(),
  )
  const said = [field('Status'), withoutType(field('Diagnostic-Code'))].filter(Boolean).join(' ')
  return {
    of,
    outcome: actions.includes('failed') ? 'failed' : 'under-way',
    why: said === '' ? 'the mail server gives no reason' : said,
  }
}

/** The report carries the mail, or its head, and may name it as an answer does. */
function idsIn({ attachments, inReplyTo, references }: ParsedMail): readonly string[] {
  const heads = attachments
    .filter(({ contentType }) =>
      /^(message\/(rfc822|global)|text\/rfc822-headers)/i.test(contentType),
    )
    .map(({ content }) => content.toString('latin1').replace(/\r?\n[ \t]+/g, ' '))
  const carried = heads.flatMap((head) => /^message-id:\s*(\S+)/im.exec(head)?.[1] ?? [])
  return [...carried, ...[inReplyTo ?? []].flat(), ...[references ?? []].flat()]
}

/** `smtp; 550 5.1.1 no such user` names the protocol first. */
function withoutType(code: string | undefined): string | undefined {
  return code?.replace(/^\s*[\w-]+\s*;\s*/, '')
}
