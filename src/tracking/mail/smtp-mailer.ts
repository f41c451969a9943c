import { createTransport } from 'nodemailer'

import { envelopeOf, type Mailer, type MailOutcome, type SenderAddress } from './mailer.ts'

/** Each step of a session gives up well before the lease of the delivery ends. */
const STEP_TIME_LIMIT_MS = 5_000

/** Sends mail through an SMTP server, `smtp://` or `smtps://` with the login in the URL. */
export function smtpMailer(url: string, sender: SenderAddress): Mailer {
  const limits = {
    connectionTimeout: STEP_TIME_LIMIT_MS,
    greetingTimeout: STEP_TIME_LIMIT_MS,
    socketTimeout: STEP_TIME_LIMIT_MS,
  }
  const transport = createTransport({
    url,
    ...limits,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(envelopeOf(mail, sender))
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error as SmtpError, mail.to)
      }
    },
    forget: () => Promise.resolve(),
    close: () => transport.close(),
  }
}

/** What nodemailer tells of a failure, beside its message; absent where no server has answered. */
interface SmtpError extends Error {
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

/** RFC 5321 section 4.2.1: a reply that begins with 5 is final, one with 4 asks to come back. */
function outcomeOf(error: SmtpError, address: string): MailOutcome {
  const { message, responseCode } = error
  // What is noted of a mail names nobody.
  if (responseCode === undefined) {
    return { kind: 'failed', why: message.replaceAll(address, '[address]') }
  }
  return { kind: responseCode >= 500 ? 'refused' : 'failed', why: replyOf(error) }
}

/** With the enhanced code of RFC 3463, and without the words: servers repeat the address in them. */
const STATUS = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/

function replyOf({ response = '', responseCode, command = 'the mail' }: SmtpError): string {
  const status = STATUS.exec(response)?.[0] ?? String(responseCode)
  return `the mail server answered ${status} to ${command}`
}
