import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'

/** A door of a server that speaks TLS. */
export interface TlsDoor {
  readonly host: string
  readonly port: number
  /** The conversation that comes before TLS; none where TLS begins at once. */
  readonly startTls?: 'smtp' | 'imap'
}

/** What a server proves itself with. */
export interface ServerCertificate {
  readonly subject: string
  readonly issuer: string
  /** SHA-256 in hexadecimal. */
  readonly fingerprint: string
  readonly notAfter: Date
}

const TIME_LIMIT_MS = 10_000

/**
 * Looks what certificate a server shows. Nothing is sent to it, so one that nobody should trust any
 * more is read as well: that it has ended is what is looked for.
 *
 * @throws Error where the server cannot be reached or shows none
 */
export async function readServerCertificate(door: TlsDoor): Promise<ServerCertificate> {
  const opened: { socket?: Socket } = {}
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${door.host}:${door.port} did not show a certificate in time`))
    }, TIME_LIMIT_MS)
  })
  const reading = read(door, opened)
  reading.catch(() => undefined)
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
    opened.socket?.destroy()
  }
}

async function read(door: TlsDoor, opened: { socket?: Socket }): Promise<ServerCertificate> {
  const plain = connectPlain({ host: door.host, port: door.port })
  opened.socket = plain
  await once(plain, 'connect')
  if (door.startTls !== undefined) await askForTls(plain, door.startTls)
  const secure = connectTls({
    socket: plain,
    ...(/^[\d.]+$|:/.test(door.host) ? {} : { servername: door.host }),
    rejectUnauthorized: false,
  })
  opened.socket = secure
  await once(secure, 'secureConnect')
  return shownBy(secure, door)
}

function shownBy(socket: TLSSocket, { host, port }: TlsDoor): ServerCertificate {
  const certificate = socket.getPeerX509Certificate()
  if (certificate === undefined) throw new Error(`${host}:${port} shows no certificate`)
  return {
    subject: certificate.subject.replaceAll('\n', ', '),
    issuer: certificate.issuer.replaceAll('\n', ', '),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    notAfter: new Date(certificate.validTo),
  }
}

/** Greeting, question, answer: RFC 3207 for mail that goes out, RFC 9051 section 6.2.1 for mail that came. */
const conversations = {
  smtp: [
    { say: undefined, expect: /^220 /m },
    { say: 'EHLO localhost\r\n', expect: /^250 /m },
    { say: 'STARTTLS\r\n', expect: /^220 /m },
  ],
  imap: [
    { say: undefined, expect: /^\* OK/m },
    { say: 'a STARTTLS\r\n', expect: /^a OK/m },
  ],
} as const

async function askForTls(socket: Socket, protocol: 'smtp' | 'imap'): Promise<void> {
  for (const { say, expect } of conversations[protocol]) {
    if (say !== undefined) socket.write(say)
    await heard(socket, expect)
  }
}

/** Waits until the server has said a line; what it says beside that does not matter here. */
function heard(socket: Socket, line: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (data: Buffer): void => {
      text += data.toString('latin1')
      if (!line.test(text) && text.length < 10_000) return
      stop()
      if (line.test(text)) resolve()
      else reject(new Error('the server does not offer TLS'))
    }
    const fail = (): void => {
      stop()
      reject(new Error('the server ended the conversation before TLS'))
    }
    const stop = (): void => {
      socket.off('data', hear).off('close', fail).off('error', fail)
    }
    socket.on('data', hear).on('close', fail).on('error', fail)
  })
}

function once(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, () => {
      resolve()
    })
    socket.once('error', reject)
  })
}
