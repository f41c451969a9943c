import { join } from 'node:path'

import { createTransport } from 'nodemailer'

import { writePrivateFile } from '../../platform/private-file.ts'
import { envelopeOf, type Mailer, type SenderAddress } from './mailer.ts'

/**
 * Puts mail into a folder instead of sending it: one `.eml` file each, which any mail program opens.
 * A repetition replaces its file, and no half-written file is ever seen.
 */
export function fileMailer(folder: string, sender: SenderAddress): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(envelopeOf(mail, sender))
      // With the setting `buffer` the message is one, never a stream.
      const text = (message as Buffer).toString('utf8')
      await writePrivateFile(join(folder, `${mail.id}.eml`), text)
      return { kind: 'sent' }
    },
    close: () => transport.close(),
  }
}
