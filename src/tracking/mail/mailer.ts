/** A mail in both languages, as plain text and as simple HTML. */
export interface Mail {
  /** The same for every attempt: it becomes the Message-ID, by which a repetition can be known. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly sentAt: Date
}

/**
 * What became of a mail. `failed` may be tried again; `refused` says that the receiving side will
 * never take it, such as an address that does not exist. The reasons are kept and name nobody.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/** A way by which mail leaves. It never throws for what a mail server or an address may do. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>
  /** Takes away what is kept here of a mail; what has left for a mail server is out of reach. */
  forget(mailId: string): Promise<void>
  close(): void
}

/** In whose name mail is sent. */
export interface SenderAddress {
  /** Such as `Tidewaiter <no-reply@example.com>`. */
  readonly from: string
}

/** The fields of a mail as nodemailer takes them. */
export function envelopeOf(mail: Mail, { from }: SenderAddress) {
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    from,
    // As an object the address is taken literally; as text it could name several receivers.
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.sentAt,
    messageId: `<${mail.id}@${host}>`,
    // RFC 3834: keeps out-of-office replies from answering a machine.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
