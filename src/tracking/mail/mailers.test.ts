import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'

import { fileMailer } from './file-mailer.ts'
import type { Mail } from './mailer.ts'
import { smtpMailer } from './smtp-mailer.ts'

const sender = { from: 'Tidewaiter <no-reply@tidewaiter.example>' }
const mail: Mail = {
  id: 'delivery_1',
  to: 'zoe@example.org',
  subject: 'Order 7: Released by customs · 海关已放行',
  text: 'Customs has released your parcel.\n海关已放行您的包裹。',
  html: '<p>Customs has released your parcel. 海关已放行您的包裹。</p>',
  sentAt: new Date('2026-09-01T12:00:00Z'),
}

describe('mail into a folder', () => {
  it('is one file that a mail program can open, and a repetition replaces it', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tidewaiter-mail-')), 'outbox')
    const mailer = fileMailer(folder, sender)
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' })
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' })
    expect(await readdir(folder)).toEqual(['delivery_1.eml'])
    const text = await readFile(join(folder, 'delivery_1.eml'), 'utf8')
    expect(text).toContain('To: zoe@example.org')
    expect(text).toContain('From: Tidewaiter <no-reply@tidewaiter.example>')
    expect(text).toContain('Message-ID: <delivery_1@tidewaiter.example>')
    expect(text).toContain('Date: Tue, 01 Sep 2026 12:00:00 +0000')
    expect(text).toContain('Auto-Submitted: auto-generated')
    expect(text).toMatch(/multipart\/alternative/)
  })

  it('is gone when it is forgotten, and forgetting it again changes nothing', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tidewaiter-mail-')), 'outbox')
    const mailer = fileMailer(folder, sender)
    await mailer.send(mail)
    await mailer.send({ ...mail, id: 'delivery_2' })
    await mailer.forget(mail.id)
    await mailer.forget(mail.id)
    expect(await readdir(folder)).toEqual(['delivery_2.eml'])
  })
})

describe('mail by SMTP', () => {
  let server: SMTPServer | undefined
  afterEach(() => {
    server?.close()
    server = undefined
  })

  const listen = async (options: SMTPServerOptions): Promise<string> => {
    const listening = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      ...options,
    })
    server = listening
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(listening.server.address() as AddressInfo).port}`
  }

  it('reaches its one receiver whole', async () => {
    const received: { to: readonly string[]; text: string }[] = []
    const url = await listen({
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({ to, text: Buffer.concat(chunks).toString('utf8') })
          done()
        })
      },
    })
    const mailer = smtpMailer(url, sender)
    expect(await mailer.send(mail)).toEqual({ kind: 'sent' })
    mailer.close()
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['zoe@example.org'])
    expect(received[0]?.text).toContain('Message-ID: <delivery_1@tidewaiter.example>')
  })

  it('is refused for good by an answer that is final, and may be tried again after another', async () => {
    const answering = (responseCode: number) =>
      listen({
        onRcptTo: (_address, _session, done) =>
          done(Object.assign(new Error('no such mailbox'), { responseCode })),
      })
    expect(await smtpMailer(await answering(550), sender).send(mail)).toMatchObject({
      kind: 'refused',
    })
    server?.close()
    expect(await smtpMailer(await answering(451), sender).send(mail)).toMatchObject({
      kind: 'failed',
    })
  })

  it('notes the code of a refusal and not the address that the server repeats', async () => {
    const url = await listen({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`5.1.1 <${address}> unknown, zoe`), { responseCode: 550 })),
    })
    expect(await smtpMailer(url, sender).send(mail)).toEqual({
      kind: 'refused',
      why: 'the mail server answered 550 5.1.1 to RCPT TO',
    })
  })

  it('fails for now when there is no server', async () => {
    expect(await smtpMailer('smtp://127.0.0.1:1', sender).send(mail)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('ECONNREFUSED'),
    })
  })

  it('never reaches a second address that is hidden in the first', async () => {
    const reached: string[] = []
    const url = await listen({
      onRcptTo: (address, _session, done) => {
        reached.push(address.address)
        done()
      },
    })
    await smtpMailer(url, sender).send({ ...mail, to: 'zoe@example.org,eve@example.org' })
    expect(reached).not.toContain('eve@example.org')
    expect(reached).not.toContain('zoe@example.org')
  })
})
