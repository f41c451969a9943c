import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freeTurns, messageOf } from '../../../../test/file-channel-promises.ts'
import {
  dovecotAbsent,
  type RunningMailboxes,
  startDovecot,
} from '../../../../test/mail-servers.ts'
import { selfSigned } from '../../../../test/self-signed.ts'
import type { TakeIn } from '../../channel.ts'
import type { Receipt } from '../../inbox.ts'
import { type EmailChannelOptions, emailChannel } from './email-channel.ts'
import { withinMailbox } from './mail-server.ts'
import { mailMessageId } from './message-id.ts'

describe.skipIf(dovecotAbsent !== undefined)(dovecotAbsent ?? 'a mailbox, with Dovecot', () => {
  let server: RunningMailboxes
  let stored: string[]
  let refused: string[]
  let receipt: Receipt
  let take: TakeIn
  let mails = 0

  beforeAll(async () => {
    server = await startDovecot()
    await server.deliver()
  })
  afterAll(() => server.close())
  beforeEach(() => {
    ;[stored, refused] = [[], []]
    receipt = 'stored'
    take = {
      store: (bytes) => {
        stored.push(bytes.toString())
        return Promise.resolve(receipt)
      },
      refuse: (_bytes, why) => {
        refused.push(why)
        return Promise.resolve()
      },
    }
  })
  afterEach(() =>
    withinMailbox(server.login, async (mailbox) => {
      for (const name of ['Taken', 'Aside', 'Sent']) {
        await mailbox.mailboxDelete(name).catch(() => undefined)
      }
      const lock = await mailbox.getMailboxLock('INBOX')
      await mailbox.messageDelete('1:*').catch(() => undefined)
      lock.release()
    }),
  )

  const channel = (change: Partial<EmailChannelOptions> = {}) =>
    emailChannel({
      ...{ name: 'mail', from: 'declarations@shop.example', to: 'customs@authority.example' },
      ...{ smtp: server.login, imap: server.login, collectEverySeconds: 30, sizeMaxBytes: 5_000 },
      folders: { incoming: 'INBOX', taken: 'Taken', aside: 'Aside' },
      allowedSenders: ['office@authority.example'],
      ...change,
    })
  const look = (change: Partial<EmailChannelOptions> = {}, by = take) =>
    channel(change).collecting!.collect(by)
  const count = (name: string) =>
    withinMailbox(server.login, async (mailbox) => {
      const status = await mailbox.status(name, { messages: true })
      return status !== false && status.messages
    })
  const mail = (
    attachment: string | undefined,
    { from = 'Customs <Office@Authority.example>', head = '', name = 'answer.xml' } = {},
  ) => {
    const attached =
      attachment === undefined
        ? ''
        : `--part
Content-Type: application/octet-stream; name="${name}"
Content-Disposition: attachment; filename="${name}"
Content-Transfer-Encoding: base64

${Buffer.from(attachment).toString('base64')}
`
    return `${head}From: ${from}
To: declarations@shop.example
Subject: an answer
Message-ID: <answer-${(mails += 1)}@authority.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/plain

Please find the answer attached.
${attached}--part--
`
  }

  it('has its messages stored before the mails are moved', async () => {
    await server.deliver(mail('<Accepted/>'), mail('<Released/>'))
    expect(await look()).toEqual({ taken: 2, aside: 0, waiting: 0, failed: [] })
    expect(stored).toEqual(['<Accepted/>', '<Released/>'])
    expect([await count('INBOX'), await count('Taken')]).toEqual([0, 2])
    expect(await look()).toMatchObject({ taken: 0 })
  })

  it('is read by STARTTLS as well, and shows its certificate by both', async () => {
    await server.deliver(mail('<Accepted/>'))
    expect(await look({ imap: server.startTls })).toMatchObject({ taken: 1 })
    const shown = await channel({ smtp: server.login, imap: server.startTls }).certificates!()
    expect(shown.map(({ door, subject }) => [door, subject])).toEqual([
      ['smtp', 'CN=localhost'],
      ['imap', 'CN=localhost'],
    ])
    expect(shown[0]!.fingerprint).toBe(shown[1]!.fingerprint)
  })

  it('is read again where storing failed, and the mails behind are not held up', async () => {
    await server.deliver(mail('<First/>'), mail('<Second/>'))
    const store = (bytes: Buffer) =>
      bytes.includes('First')
        ? Promise.reject(new Error('the database is away'))
        : take.store(bytes)
    const looked = await look({}, { ...take, store })
    expect(looked).toMatchObject({ taken: 1, failed: [expect.stringContaining('away') as string] })
    expect(await look()).toMatchObject({ taken: 1 })
    expect(stored).toEqual(['<Second/>', '<First/>'])
  })

  it('loses and doubles nothing when it was set up anew and counts from the beginning', async () => {
    const folders = { incoming: 'Answers', taken: 'Taken', aside: 'Aside' }
    const uidValidity = () =>
      withinMailbox(server.login, async (mailbox) => {
        await mailbox.mailboxCreate('Answers')
        await mailbox.append('Answers', mail('<Accepted/>').replace(/\n/g, '\r\n'))
        const status = await mailbox.status('Answers', { uidValidity: true })
        return status !== false && status.uidValidity
      })
    const before = await uidValidity()
    expect(await look({ folders })).toMatchObject({ taken: 1 })
    await withinMailbox(server.login, (mailbox) => mailbox.mailboxDelete('Answers'))
    expect(await uidValidity()).not.toBe(before)
    expect(await look({ folders })).toMatchObject({ taken: 1 })
    expect(stored).toHaveLength(2)
    await withinMailbox(server.login, (mailbox) => mailbox.mailboxDelete('Answers'))
  })

  it('puts the mails of strangers aside unread', async () => {
    await server.deliver(
      mail('<Forged/>', { from: 'office@elsewhere.example' }),
      mail('<Forged/>', { from: 'office@authority.example, other@elsewhere.example' }),
    )
    expect(await look()).toMatchObject({ aside: 2, taken: 0 })
    expect([stored, refused]).toEqual([[], []])
    expect(await count('Aside')).toBe(2)
  })

  it('believes a sender only where its own server has proved it, if that is asked for', async () => {
    const head = (result: string) =>
      `Authentication-Results: mx.shop.example; dmarc=${result} header.from=authority.example\n`
    await server.deliver(
      mail('<Proved/>', { head: head('pass') }),
      mail('<Forged/>', { head: head('fail') }),
    )
    expect(await look({ provedBy: 'mx.shop.example' })).toMatchObject({ taken: 1, aside: 1 })
    expect(stored).toEqual(['<Proved/>'])
    expect(refused).toHaveLength(1)
  })

  it('shows to a person what bears no message, is too large or belongs to nobody', async () => {
    await server.deliver(
      mail(undefined),
      mail('a picture', { name: 'logo.png' }),
      mail('x'.repeat(5_001)),
      mail('x'.repeat(200_000)),
    )
    expect(await look()).toMatchObject({ aside: 4 })
    expect(stored).toEqual([])
    expect(refused).toHaveLength(4)
    receipt = 'stray'
    await server.deliver(mail('<Strange/>'))
    expect(await look()).toMatchObject({ aside: 1 })
    expect(await count('Aside')).toBe(5)
  })

  it('knows a message after a lost answer where the server keeps what was sent', async () => {
    const message = messageOf('<Declaration/>')
    const options = { sentFolder: 'Sent' }
    expect(await channel().inquire(message, freeTurns)).toEqual({ kind: 'not-known' })
    await withinMailbox(server.login, (mailbox) => mailbox.mailboxCreate('Sent'))
    expect(await channel(options).inquire(message, freeTurns)).toEqual({ kind: 'not-known' })
    const id = mailMessageId(message, 'declarations@shop.example')
    await withinMailbox(server.login, (mailbox) =>
      mailbox.append('Sent', `Message-ID: ${id}\r\nSubject: declaration\r\n\r\n`),
    )
    expect(await channel(options).inquire(message, freeTurns)).toEqual({ kind: 'known' })
  })

  it('is not entered where nobody vouches for its server, and gives no answer then', async () => {
    // A server that shows another certificate than is trusted.
    const imap = { ...server.login, trusted: [selfSigned().cert] }
    const asked = await channel({ imap, sentFolder: 'Sent' }).inquire(messageOf('x'), freeTurns)
    expect(asked).toMatchObject({ kind: 'no-answer' })
    await expect(look({ imap })).rejects.toThrow()
  })
})
