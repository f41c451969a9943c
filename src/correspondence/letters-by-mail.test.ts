import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import {
  dovecotAbsent,
  type RunningMailboxes,
  startDovecot,
  startSmtp,
} from '../../test/mail-servers.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { LocalDate } from '../customs/calendar/local-date.ts'
import { withinMailbox } from '../exchange/channels/email/mail-server.ts'
import { letterMailChannel } from '../exchange/channels/email/letters/letter-mail-channel.ts'
import type { LetterChannel } from '../exchange/letters/letter-box.ts'
import { sendNext } from '../exchange/send-message.ts'
import { createLog } from '../platform/log.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { collectLetters } from './collect-letters.ts'
import type { CorrespondencePorts } from './correspondence-ports.ts'
import { letterObserver } from './letter-outcome.ts'
import { openThread } from './open-thread.ts'
import { type LetterReading, recordLetterReading } from './record-reading.ts'
import { findThreads, readLetters } from './thread-store.ts'
import { writeLetter } from './write-letter.ts'

const CHANNEL = 'office-mail'
const FROM = 'declarations@shop.example'
const OFFICE = 'office@authority.example'
const log = createLog({ name: 'test', level: 'silent' })

describe.skipIf(dovecotAbsent !== undefined)(
  dovecotAbsent ?? 'letters by mail, with Dovecot',
  () => {
    let exchange: ExchangeDatabase
    let ports: CorrespondencePorts
    let mailbox: RunningMailboxes
    let smtp: Awaited<ReturnType<typeof startSmtp>>
    let channel: LetterChannel
    let sent: string[]
    let losesAnswers: boolean
    let mails = 0

    beforeAll(async () => {
      exchange = await openExchangeDatabase()
      const { database, clock } = exchange
      ports = {
        clearance: { database, clock, tell: () => Promise.resolve() } as unknown as ClearancePorts,
        letterChannels: [{ name: CHANNEL, standing: 'read' }],
        tellOfThread: () => Promise.resolve(),
      }
      mailbox = await startDovecot()
      await mailbox.deliver()
      smtp = await startSmtp({
        onData: (stream, _session, done) => {
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            sent.push(Buffer.concat(parts).toString())
            if (losesAnswers) smtp.cut()
            else done()
          })
        },
      })
      channel = letterMailChannel({
        ...{ name: CHANNEL, from: FROM, to: OFFICE, smtp: smtp.login, imap: mailbox.login },
        ...{ allowedSenders: [OFFICE], sizeMaxBytes: 60_000, collectEverySeconds: 1 },
        folders: { incoming: 'INBOX', taken: 'Taken', aside: 'Aside' },
        ...{ sentFolder: 'Sent', paperFault: () => undefined, now: () => clock.now() },
      })
      await withinMailbox(mailbox.login, (box) => box.mailboxCreate('Sent'))
    })
    afterAll(async () => {
      await smtp.close()
      await mailbox.close()
      await exchange.close()
    })
    beforeEach(() => {
      ;[sent, losesAnswers] = [[], false]
    })
    afterEach(() =>
      withinMailbox(mailbox.login, async (box) => {
        for (const name of ['Taken', 'Aside']) await box.mailboxDelete(name).catch(() => undefined)
      }),
    )

    const by = () => ({
      ...{ tenantId: exchange.tenantId, now: exchange.clock.now() },
      actor: { kind: 'worker', id: 'test' } as const,
      cause: { kind: 'job', id: 'test' } as const,
    })
    const ours = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
      inTenant(exchange.database, exchange.tenantId, work)
    const send = () =>
      sendNext(
        {
          ...{ database: exchange.database, clock: exchange.clock, log, node: 'node-1' },
          ...{ limitPerSecond: 'off', channels: new Map([[CHANNEL, channel]]) },
          observer: letterObserver(ports),
          receive: () => Promise.resolve('stray'),
        },
        CHANNEL,
      )
    const open = async (text = 'Is a label needed?'): Promise<string> => {
      const opening = { kind: 'question', subject: 'Labels', text, attachmentIds: [] } as const
      const opened = await ours((transaction) => openThread(ports, transaction, opening, by()))
      if (!opened.ok) throw new Error(opened.failures[0].message)
      return opened.value.threadId
    }
    const collect = async () => {
      exchange.clock.advance(600_000)
      await collectLetters({ ...ports, log, channels: [channel] })
    }
    const read = (threadId: string) =>
      ours(async (transaction) => {
        const today = '2026-09-01' as never
        const [thread] = await findThreads(transaction, { threadId, today, atMost: 1 })
        return { thread: thread!, letters: await readLetters(transaction, threadId) }
      })
    const messageIdOf = async (mail: string) => (await simpleParser(mail)).messageId!
    const answer = (text: string, head: string) => `From: Customs <${OFFICE}>
To: ${FROM}
Message-ID: <office-${(mails += 1)}@authority.example>
${head}

${text}
`
    const countOf = (folder: string) =>
      withinMailbox(mailbox.login, async (box) => {
        const status = await box.status(folder, { messages: true })
        return status !== false && status.messages
      })
    const strays = () =>
      exchange.asOwner(
        `select why, mrn from stray_notification where channel = '${CHANNEL}' order by id`,
      )

    it('are answered by a mail that replies to them, and the next one replies to that', async () => {
      const threadId = await open()
      await send()
      const [first] = sent
      const mail = await simpleParser(first!)
      const { thread: written } = await read(threadId)
      expect(written).toMatchObject({ state: 'open', office_reference: written.reference })
      expect(mail.subject).toBe(`Labels [Ref ${written.reference}]`)
      expect(mail.text).toContain('Is a label needed?')

      await mailbox.deliver(
        answer('None.', `Subject: something else\nIn-Reply-To: ${mail.messageId}`),
      )
      await collect()
      const { thread, letters } = await read(threadId)
      expect(thread).toMatchObject({ state: 'answered', awaits: 'trader', decision: null })
      expect(letters.map(({ text }) => text)).toEqual(['Is a label needed?', 'None.'])
      expect([await countOf('INBOX'), await countOf('Taken')]).toEqual([0, 1])

      const letter = { threadId, text: 'Thank you.', attachmentIds: [] }
      await ours((transaction) => writeLetter(ports, transaction, letter, by()))
      await send()
      const next = await simpleParser(sent[1]!)
      expect(next.subject).toBe(`Re: Labels [Ref ${written.reference}]`)
      expect(next.inReplyTo).toBe(letters[1]!.office_letter_id)
      expect(next.references).toEqual([mail.messageId, letters[1]!.office_letter_id])
    })

    it('are known by the reference in the subject where the answer names no mail', async () => {
      const threadId = await open()
      await send()
      const { thread } = await read(threadId)
      await mailbox.deliver(answer('None.', `Subject: AW: labels [ref ${thread.reference}]`))
      await collect()
      expect((await read(threadId)).letters).toHaveLength(2)
    })

    it('are taken in once, also where the mail could not be moved once they were stored', async () => {
      const threadId = await open()
      await send()
      const mail = answer('None.', `Subject: x\nIn-Reply-To: ${await messageIdOf(sent[0]!)}`)
      await mailbox.deliver(mail, mail)
      await collect()
      await mailbox.deliver(mail)
      await collect()
      expect((await read(threadId)).letters).toHaveLength(2)
      expect(await countOf('INBOX')).toBe(0)
    })

    it('go out once after a lost answer where the server keeps what was sent, else under the same id', async () => {
      const threadId = await open('Lost?')
      losesAnswers = true
      await send()
      expect((await read(threadId)).thread.state).toBe('written')
      losesAnswers = false
      exchange.clock.advance(600_000)
      await send()
      expect(sent).toHaveLength(2)
      expect(await messageIdOf(sent[0]!)).toBe(await messageIdOf(sent[1]!))

      const kept = await open('Kept?')
      losesAnswers = true
      await send()
      losesAnswers = false
      await withinMailbox(mailbox.login, (box) => box.append('Sent', sent[2]!))
      exchange.clock.advance(600_000)
      await send()
      expect(sent).toHaveLength(3)
      expect((await read(kept)).thread.state).toBe('open')
    })

    it('that come back are refused with what the mail server says, for a person to see', async () => {
      const threadId = await open('To nobody')
      await send()
      const id = await messageIdOf(sent[0]!)
      const report = (of: string) => `From: MAILER-DAEMON@mx.example
To: ${FROM}
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${OFFICE}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 no such user

--b
Content-Type: text/rfc822-headers

Message-ID: ${of}

--b--
`
      const forged = id.replace(/\.[0-9a-f]{32}@/, `.${'0'.repeat(32)}@`)
      await mailbox.deliver(report(forged))
      await collect()
      expect((await read(threadId)).thread.state).toBe('open')
      await mailbox.deliver(report(id), report(id))
      await collect()
      const { thread, letters } = await read(threadId)
      expect(thread).toMatchObject({ state: 'refused', awaits: null })
      expect(thread.refusal).toEqual([{ code: 'returned', message: '5.1.1 550 no such user' }])
      expect(letters[0]).toMatchObject({ message_state: 'refused' })
    })

    it('are not answered by a note of absence, nor by a stranger', async () => {
      const threadId = await open()
      await send()
      const head = `Subject: away\nIn-Reply-To: ${await messageIdOf(sent[0]!)}`
      await mailbox.deliver(
        answer('I am away.', `${head}\nAuto-Submitted: auto-replied`),
        answer('Pay me.', head).replace(OFFICE, 'thief@elsewhere.example'),
      )
      await collect()
      expect((await read(threadId)).letters).toHaveLength(1)
      expect([await countOf('Taken'), await countOf('Aside')]).toEqual([1, 1])
    })

    it('that answer nothing of ours, or two things at once, wait for a person', async () => {
      const [one, other] = [await open('One'), await open('Other')]
      await send()
      await send()
      const { thread } = await read(other)
      const id = await messageIdOf(sent[0]!)
      await mailbox.deliver(
        answer('News.', 'Subject: News about 26GB1234567890ABC1'),
        answer('Both.', `Subject: [Ref ${thread.reference}]\nIn-Reply-To: ${id}`),
      )
      await collect()
      expect(await strays()).toMatchObject([
        {
          why: expect.stringContaining('no thread and no case') as string,
          mrn: '26GB1234567890ABC1',
        },
        { why: expect.stringContaining('the reference of another') as string },
      ])
      expect([(await read(one)).letters.length, (await read(other)).letters.length]).toEqual([1, 1])
    })

    it('state what a person records of them: whose turn it is, and that the matter ends', async () => {
      const threadId = await open()
      await send()
      const head = `Subject: x\nIn-Reply-To: ${await messageIdOf(sent[0]!)}`
      await mailbox.deliver(answer('We need the invoice by the 20th.', head))
      await collect()
      const { letters } = await read(threadId)
      const record = (reading: Partial<LetterReading>) =>
        ours((transaction) =>
          recordLetterReading(
            ports,
            transaction,
            { threadId, letterId: letters[1]!.id, awaits: 'nobody', ...reading },
            by(),
          ),
        )
      const due = { awaits: 'trader', answerDueOn: '2026-09-20' as LocalDate } as const
      expect(await record(due)).toMatchObject({ ok: true })
      expect((await read(threadId)).thread).toMatchObject({
        ...{ state: 'answered', awaits: 'trader', answer_due_on: '2026-09-20' },
      })
      const decidedOn = '2026-09-01' as LocalDate
      expect(
        await record({ decision: { outcome: 'upheld', reasons: 'Right.', decidedOn } }),
      ).toMatchObject({ failures: [{ code: 'invalid-input', path: '/decision/outcome' }] })
      expect(await record({ letterId: letters[0]!.id })).toMatchObject({
        failures: [{ code: 'not-found' }],
      })
      expect(await record({ ...due, isClosed: true })).toMatchObject({
        failures: [{ code: 'invalid-input', path: '/awaits' }],
      })
      expect(await record({ ...due, awaits: 'office' })).toMatchObject({
        failures: [{ code: 'invalid-input', path: '/answerDueOn' }],
      })
      expect(await record({ isClosed: true })).toMatchObject({ ok: true })
      expect((await read(threadId)).thread).toMatchObject({ state: 'closed', awaits: null })
    })

    it('state decisions, which are kept with who has read them in which letter', async () => {
      const ruling = { ruling: 'tariff', goodsDescription: 'Green tea' } as const
      const opening = {
        kind: 'ruling-request',
        subject: 'Tea',
        text: 'Please rule.',
        attachmentIds: [],
        ruling,
      } as const
      const opened = await ours((transaction) => openThread(ports, transaction, opening, by()))
      if (!opened.ok) throw new Error(opened.failures[0].message)
      const { threadId } = opened.value
      await send()
      expect((await simpleParser(sent[0]!)).text).toContain('Goods description: Green tea')
      const head = `Subject: x\nIn-Reply-To: ${await messageIdOf(sent[0]!)}`
      await mailbox.deliver(answer('Ruling GBATR1 is attached.', head))
      await collect()
      const { letters } = await read(threadId)
      const decidedOn = '2026-09-01' as LocalDate
      const record = (details: object) =>
        ours((transaction) =>
          recordLetterReading(
            ports,
            transaction,
            {
              ...{ threadId, letterId: letters[1]!.id, awaits: 'nobody' },
              decision: { outcome: 'issued', reasons: 'Not fermented.', decidedOn, details },
            },
            by(),
          ),
        )
      expect(await record({})).toMatchObject({ failures: [{ code: 'fact-missing' }] })
      const details = {
        ...{ rulingReference: 'GBATR1', validFrom: decidedOn, validUntil: '2029-08-31' },
      }
      expect(await record({ ...details, validUntil: '2026-08-31' })).toMatchObject({
        failures: [{ code: 'invalid-input', path: '/decision/details/validUntil' }],
      })
      expect(await record(details)).toMatchObject({ ok: true })
      const { thread } = await read(threadId)
      expect(thread).toMatchObject({ state: 'decided', awaits: null })
      expect(thread.decision).toMatchObject({
        ...{ outcome: 'issued', details },
        recorded: { letterId: letters[1]!.id, actor: { kind: 'worker', id: 'test' } },
      })
      expect(await record(details)).toMatchObject({ failures: [{ code: 'conflict' }] })
      await mailbox.deliver(answer('A word more.', head))
      await collect()
      expect((await read(threadId)).thread).toMatchObject({ state: 'decided', awaits: 'trader' })
    })
  },
)
