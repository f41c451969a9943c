import type { SendOutcome } from '../../../channel.ts'
import type { LetterChannel } from '../../../letters/letter-box.ts'
import { certificatesOfMail, findSent } from '../email-channel.ts'
import { type MailServer, openSmtp, withinMailbox } from '../mail-server.ts'
import type { MailAddresses } from '../send-mail.ts'
import { collectLetterMails, type LetterMailCollection } from './collect-letter-mails.ts'
import { sendLetter } from './send-letter.ts'

/** A channel of letters by mail: servers, addresses, and what is read. */
export interface LetterMailOptions
  extends MailAddresses, Omit<LetterMailCollection, 'take' | 'channel'> {
  readonly name: string
  readonly smtp: MailServer
  readonly imap: MailServer
  /** Where the mail server keeps what was sent; absent where it keeps nothing. */
  readonly sentFolder?: string
  readonly collectEverySeconds: number
}

/** Letters go out as mails that an officer reads, and answers come in as such. */
export function letterMailChannel(options: LetterMailOptions): LetterChannel {
  const { name, smtp, imap, collectEverySeconds } = options
  return {
    name,
    send: async (message) => {
      if (message.kind !== 'letter') return lettersOnly
      const transport = openSmtp(smtp)
      try {
        return await sendLetter(transport, options, message)
      } finally {
        transport.close()
      }
    },
    inquire: (message) => findSent(options, message),
    // Nothing is kept for us by conversation: what came lies in the mailbox.
    pull: () => Promise.resolve(undefined),
    letters: {
      everySeconds: collectEverySeconds,
      collect: (take) =>
        withinMailbox(imap, (mailbox) =>
          collectLetterMails(mailbox, { ...options, channel: name, take }),
        ),
    },
    certificates: certificatesOfMail(smtp, imap),
  }
}

const lettersOnly: SendOutcome = {
  kind: 'refused',
  errors: [{ code: 'letters-only', message: 'this channel carries letters and nothing else' }],
}
