import { simpleParser } from 'mailparser'
import { afterEach, describe, expect, it } from 'vitest'
import { messageOf } from '../../../../test/file-channel-promises.ts'
import { startSmtp } from '../../../../test/mail-servers.ts'
import { selfSigned } from '../../../../test/self-signed.ts'
import { messageFileName } from '../message-file-name.ts'
import { type MailServer, openSmtp } from './mail-server.ts'
import { sendMail } from './send-mail.ts'

const addresses = { from: 'declarations@shop.example', to: 'customs@authority.example' }

describe('a message by mail', () => {
  let server: Awaited<ReturnType<typeof startSmtp>> | undefined
  let received: string[] = []
  afterEach(async () => {
    await server?.close()
    received = []
  })

  const start = async (settings: Parameters<typeof startSmtp>[0] = {}) => {
    server = await startSmtp({
      onData: (stream, _session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          received.push(Buffer.concat(parts).toString())
          done()
        })
      },
      ...settings,
    })
    return server.login
  }
  const send = async (login: MailServer, message = messageOf('<Declaration/>')) => {
    const transport = openSmtp(login)
    try {
      return await sendMail(transport, addresses, message)
    } finally {
      transport.close()
    }
  }
  const failing = (responseCode: number) => Object.assign(new Error('not taken'), { responseCode })

  it.each([true, false])(
    'goes as an attachment, byte for byte, TLS from the start: %s',
    async (secure) => {
      const message = messageOf(
        '<?xml version="1.0"?>\n<Declaration>\u00e9 \u4e2d\n\n</Declaration>',
      )
      expect(await send(await start({ secure }), message)).toEqual({ kind: 'delivered' })
      const mail = await simpleParser(received[0]!)
      expect(mail.from?.text).toBe(addresses.from)
      expect(mail.subject).toBe(`declaration ${message.lrn}`)
      expect(mail.attachments).toHaveLength(1)
      const [attached] = mail.attachments
      expect(attached).toMatchObject({
        filename: messageFileName(message),
        contentType: 'application/xml',
      })
      expect(attached!.content.equals(message.body)).toBe(true)
    },
  )

  it('bears the same Message-ID each time, and another for other bytes', async () => {
    const login = await start()
    const message = messageOf('<Declaration/>')
    await send(login, message)
    await send(login, message)
    await send(login, { ...message, body: Buffer.from('<Other/>') })
    const ids = (await Promise.all(received.map((one) => simpleParser(one)))).map(
      ({ messageId }) => messageId,
    )
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
    expect(ids[0]).toContain(message.lrn)
  })

  it('is refused where the server will not take these bytes', async () => {
    const login = await start({
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => done(failing(554)))
      },
    })
    expect(await send(login)).toMatchObject({ kind: 'refused', errors: [{ code: 'SMTP 554' }] })
  })

  it('was surely not sent where the server asks to come back, or takes no mail for the address', async () => {
    const later = await start({
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => done(failing(451)))
      },
    })
    expect(await send(later)).toMatchObject({ kind: 'not-sent' })
    await server?.close()
    const nobody = await start({ onRcptTo: (_address, _session, done) => done(failing(550)) })
    expect(await send(nobody)).toMatchObject({ kind: 'not-sent', obstacle: 'message' })
  })

  it('is in doubt where the connection breaks after the mail', async () => {
    const login = await start({
      onData: (stream) => {
        stream.resume().on('end', () => server?.cut())
      },
    })
    expect(await send(login)).toMatchObject({ kind: 'unknown' })
  })

  it('does not leave without TLS, or to a server that nobody vouches for', async () => {
    const bare = await start({ secure: false, disabledCommands: ['STARTTLS'] })
    expect(await send(bare)).toMatchObject({ kind: 'not-sent' })
    await server?.close()
    const trusted = [selfSigned().cert]
    expect((await send({ ...(await start()), trusted })).kind).not.toBe('delivered')
    expect(received).toEqual([])
  })

  it('was surely not sent where nobody listens or the login is refused', async () => {
    const login = await start()
    const refused = await send({ ...login, password: 'hunter2' })
    expect(refused).toMatchObject({ kind: 'not-sent' })
    expect(JSON.stringify(refused)).not.toContain('hunter2')
    await server?.close()
    expect(await send(login)).toMatchObject({ kind: 'not-sent' })
  })
})
