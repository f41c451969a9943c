import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { createTransport } from 'nodemailer'

import { writePrivateFile } from '../../platform/private-file.ts'
import { envelopeOf, type Mailer, type SenderAddress } from './mailer.ts'

/**
 * Puts mail into a folder instead of sending it: one `.eml` file each, which any mail program opens.
 * A repetition replaces its file, and no half-written file is ever seen.
 */
export function fileMailer(folder: string, sender: SenderAddress): Mailer {
  const fileOf = (mailId: string): string => join(folder, `${mailId}.eml`)
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
      await writePrivateFile(fileOf(mail.id), text)
      return { kind: 'sent' }
    },
    forget: (mailId) => rm(fileOf(mailId), { force: true }),
    close: () => transport.close(),
  }
}
