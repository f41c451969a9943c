import type { SendMailOptions, Transporter } from 'nodemailer'
import type { SendOutcome } from '../../channel.ts'
import type { OutboxMessage } from '../../outbox.ts'
import { messageFileName } from '../message-file-name.ts'
import { mailMessageId } from './message-id.ts'

/** From whom and to whom messages go. */
export interface MailAddresses {
  readonly from: string
  readonly to: string
}

/** Sends a message as the attachment of a mail. */
export async function sendMail(
  transport: Transporter,
  { from, to }: MailAddresses,
  message: OutboxMessage,
): Promise<SendOutcome> {
  const { kind, lrn, body } = message
  return handOver(transport, {
    ...{ from, to, subject: `${kind} ${lrn}`, messageId: mailMessageId(message, from) },
    text: `The message is attached. Its reference is ${lrn}.\n`,
    attachments: [
      {
        filename: messageFileName(message),
        content: body,
        contentType: kind === 'document' ? 'application/json' : 'application/xml',
        contentTransferEncoding: 'base64',
      },
    ],
  })
}

/** Hands a mail over to our own mail server; what becomes of it there a bounce may tell later. */
export async function handOver(
  transport: Transporter,
  mail: SendMailOptions,
): Promise<SendOutcome> {
  try {
    await transport.sendMail(mail)
    return { kind: 'delivered' }
  } catch (error) {
    return outcomeOf(error as SmtpError)
  }
}

/** What the client library tells of a failure; the code of a reply only where the server has answered. */
interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/** Failures that come before the first byte of a mail is sent. */
const BEFORE_THE_MAIL: ReadonlySet<string> = new Set([
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EENVELOPE',
])

/**
 * RFC 5321 section 4.2.1: a reply that begins with 5 is final. After the mail itself it speaks of these
 * bytes; before, of the address or the login, which a person mends. Where no reply came the mail may
 * have been taken, unless there was no connection at all.
 */
function outcomeOf({ code = '', responseCode, command, message: why }: SmtpError): SendOutcome {
  if (responseCode === undefined) {
    const surelyNot = BEFORE_THE_MAIL.has(code) || /ECONNREFUSED|EHOSTUNREACH|ENOTFOUND/.test(why)
    return { kind: surelyNot ? 'not-sent' : 'unknown', why }
  }
  if (responseCode >= 500 && command === 'DATA') {
    return { kind: 'refused', errors: [{ code: `SMTP ${responseCode}`, message: why }] }
  }
  return { kind: 'not-sent', why, ...(responseCode >= 500 && { obstacle: 'message' as const }) }
}
