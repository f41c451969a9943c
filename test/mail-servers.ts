import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailServer } from '../src/exchange/channels/email/mail-server.ts'
import { freePort } from '../src/platform/process/index.ts'
import { selfSigned } from './self-signed.ts'
import { endServer, listensOn } from './server-process.ts'

const PASSWORD = 'password-of-the-test'

/** A mail server of the test, with what lets us in. */
export interface RunningMail {
  readonly login: MailServer
  close(): Promise<void>
}

/** Takes mails in within this process, over TLS and with a login. */
export async function startSmtp(
  options: Pick<SMTPServerOptions, 'onData' | 'onRcptTo' | 'secure' | 'disabledCommands'>,
): Promise<RunningMail & { cut(): void }> {
  const own = selfSigned()
  const server = new SMTPServer({
    ...{ secure: true, logger: false, ...own },
    onAuth: ({ password }, _session, done) => {
      if (password === PASSWORD) done(null, { user: 'test' })
      else done(new Error('wrong password'))
    },
    ...options,
  })
  server.on('error', () => undefined)
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () =>
      resolve((listening.address() as AddressInfo).port),
    )
  })
  const tls = options.secure === false ? 'starttls' : 'from-start'
  const login = { username: 'test', password: PASSWORD, trusted: [own.cert] }
  return {
    login: { host: '127.0.0.1', port, tls, ...login },
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const DOVECOT = '/usr/sbin/dovecot'

/** Why a test against Dovecot is skipped; absent where one is on this machine that is understood. */
export const dovecotAbsent = ((): string | undefined => {
  if (!existsSync(DOVECOT)) return `there is no ${DOVECOT} on this machine`
  const version = spawnSync(DOVECOT, ['--version'], { encoding: 'utf8' }).stdout.trim()
  if (!version.startsWith('2.3.')) return `Dovecot ${version} is set up otherwise than 2.3`
  if (userInfo().uid !== 0) return 'Dovecot needs to be started by root here'
  return undefined
})()

/** A mailbox server, whose folders lie on this machine as well. */
export interface RunningMailboxes extends RunningMail {
  /** The same mailbox by STARTTLS. */
  readonly startTls: MailServer
  /** Puts mails into the folder of what came, as a server of mail does. */
  deliver(...mails: readonly string[]): Promise<void>
}

/** Nobody's mail: the user who owns the mailboxes must not be root. */
const MAIL_USER = 65_534

/** Starts Dovecot on free ports, with a mailbox and a certificate made for this test. */
export async function startDovecot(): Promise<RunningMailboxes> {
  const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-dovecot-'))
  const at = (name: string) => join(folder, name)
  await chmod(folder, 0o755)
  await mkdir(at('mail'))
  await chown(at('mail'), MAIL_USER, MAIL_USER)
  const own = selfSigned()
  await writeFile(at('cert.pem'), own.cert)
  await writeFile(at('key.pem'), own.key, { mode: 0o600 })
  const [port, plainPort] = [await freePort(), await freePort()]
  await writeFile(
    at('dovecot.conf'),
    `base_dir = ${at('run')}
state_dir = ${at('state')}
log_path = ${at('log')}
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${at('cert.pem')}
ssl_key = <${at('key.pem')}
mail_location = maildir:${at('mail')}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${MAIL_USER} gid=${MAIL_USER} home=${at('mail')}
}
first_valid_uid = 1
auth_failure_delay = 0
service imap-login {
  inet_listener imap {
    port = ${plainPort}
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
`,
  )
  const server = spawn(DOVECOT, ['-F', '-c', at('dovecot.conf')], { stdio: 'ignore' })
  await listensOn(port, server)
  const shared = { host: '127.0.0.1', username: 'test', password: PASSWORD, trusted: [own.cert] }
  let delivered = 0
  return {
    login: { ...shared, port, tls: 'from-start' },
    startTls: { ...shared, port: plainPort, tls: 'starttls' },
    deliver: async (...mails) => {
      for (const name of ['', 'tmp', 'new', 'cur']) {
        await mkdir(at(`mail/${name}`), { recursive: true })
        await chown(at(`mail/${name}`), MAIL_USER, MAIL_USER)
      }
      for (const mail of mails) {
        const path = at(`mail/new/${Date.now()}.${(delivered += 1)}.test`)
        await writeFile(path, mail.replace(/\r?\n/g, '\r\n'))
        await chown(path, MAIL_USER, MAIL_USER)
      }
    },
    close: async () => {
      await endServer(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
