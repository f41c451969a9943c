import { ImapFlow } from 'imapflow'
import { createTransport, type Transporter } from 'nodemailer'
import { withinTime } from '../time-limit.ts'

/** A server of mail and what lets us in. TLS begins at once or with STARTTLS; it is never left out. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly tls: 'from-start' | 'starttls'
  readonly username: string
  readonly password: string
  /** Certificates that are trusted, PEM; those of the system where it is absent. */
  readonly trusted?: readonly string[]
}

const STEP_TIME_LIMIT_MS = 10_000

/** Well within the turn of a node that collects, and of an attempt to send. */
const VISIT_TIME_LIMIT_MS = 60_000

/** Opens the way out for one mail; it is to be closed afterwards. */
export function openSmtp(server: MailServer): Transporter {
  const { host, port, tls, username, password, trusted } = server
  return createTransport({
    ...{ host, port, secure: tls === 'from-start', requireTLS: true },
    auth: { user: username, pass: password },
    ...(trusted !== undefined && { tls: { ca: [...trusted] } }),
    connectionTimeout: STEP_TIME_LIMIT_MS,
    greetingTimeout: STEP_TIME_LIMIT_MS,
    socketTimeout: STEP_TIME_LIMIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** Visits a mailbox, lets the work be done and leaves it, within its time limit. */
export async function withinMailbox<T>(
  server: MailServer,
  work: (mailbox: ImapFlow) => Promise<T>,
): Promise<T> {
  const { host, port, tls, username, password, trusted } = server
  const mailbox = new ImapFlow({
    ...{ host, port, logger: false },
    ...(tls === 'from-start' ? { secure: true } : { secure: false, doSTARTTLS: true }),
    auth: { user: username, pass: password },
    ...(trusted !== undefined && { tls: { ca: [...trusted] } }),
    connectionTimeout: STEP_TIME_LIMIT_MS,
    greetingTimeout: STEP_TIME_LIMIT_MS,
    socketTimeout: VISIT_TIME_LIMIT_MS,
  })
  // What fails is told by the step that it fails in.
  mailbox.on('error', () => undefined)
  try {
    return await withinTime(VISIT_TIME_LIMIT_MS, 'the mail server', async () => {
      await mailbox.connect()
      return work(mailbox)
    })
  } finally {
    await mailbox.logout().catch(() => {
      mailbox.close()
    })
  }
}
