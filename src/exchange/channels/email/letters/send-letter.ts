import type { SendMailOptions, Transporter } from 'nodemailer'
import type { SendOutcome } from '../../../channel.ts'
import { type LetterEnvelope, openLetter } from '../../../letters/letter-envelope.ts'
import type { OutboxMessage } from '../../../outbox.ts'
import { mailMessageId, messageIdOf } from '../message-id.ts'
import { handOver, type MailAddresses } from '../send-mail.ts'
import { letterText } from './letter-text.ts'
import { taggedSubject } from './subject-tag.ts'

/**
 * Sends a letter as a mail. Subject and Message-ID bear the reference by which an answer is known; the latter
 * follows from the message, so that a mail which goes twice can be recognised. Base64 makes four bytes of three.
 *
 * @param sizeMaxBytes the largest mail that the other side takes
 */
export async function sendLetter(
  transport: Transporter,
  { from, to, sizeMaxBytes }: MailAddresses & { readonly sizeMaxBytes: number },
  message: OutboxMessage,
): Promise<SendOutcome> {
  const envelope = openLetter(message.body)
  const carried = Math.ceil(sizeOf(envelope) * (4 / 3))
  if (carried > sizeMaxBytes) {
    const why = `as a mail the letter has ${carried} bytes, more than ${sizeMaxBytes}`
    return { kind: 'refused', errors: [{ code: 'mail-too-large', message: why }] }
  }
  return handOver(transport, {
    ...mailOf(envelope, from),
    from,
    to,
    messageId: mailMessageId(message, from),
  })
}

function mailOf(envelope: LetterEnvelope, from: string): SendMailOptions {
  const { thread, earlier = [], letter } = envelope
  const subject = ('subject' in letter ? letter.subject : envelope.subject) ?? ''
  const references = earlier.map((one) =>
    one.by === 'office' ? one.letter : messageIdOf(one, from),
  )
  const answered = references.at(-1)
  return {
    subject: taggedSubject(subject, thread ?? letter.reference, thread !== undefined),
    text: letterText(envelope),
    ...(answered !== undefined && { inReplyTo: answered, references: [...references] }),
    attachments: letter.attachments.map(({ name, mediaType, content }) => ({
      ...{ filename: name, contentType: mediaType, contentTransferEncoding: 'base64' },
      content: Buffer.from(content, 'base64'),
    })),
  }
}

function sizeOf({ letter }: LetterEnvelope): number {
  const papers = letter.attachments.map(({ content }) => Buffer.byteLength(content, 'base64'))
  return papers.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(letter.text))
}
