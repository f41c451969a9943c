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
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** RFC 5321 section 4.2.1: a reply that begins with 5 is final, one with 4 asks to come back. */
function outcomeOf(error: unknown): MailOutcome {
  const { message, responseCode } = error as Error & { readonly responseCode?: number }
  const isFinal = responseCode !== undefined && responseCode >= 500
  return { kind: isFinal ? 'refused' : 'failed', why: message }
}
