import { spawn } from 'node:child_process'
import { type Dir, existsSync } from 'node:fs'
import {
  chmod,
  type FileHandle,
  lstat,
  mkdir,
  open,
  opendir,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { fingerprintOf, type SftpServer } from '../src/exchange/channels/sftp-place.ts'
import { isErrno } from '../src/platform/private-file.ts'
import { freePort } from '../src/platform/process/index.ts'
import { endServer, listensOn } from './server-process.ts'

/** A server that gives the files of this machine, with what lets us in. */
export interface RunningSsh {
  readonly login: SftpServer
  close(): Promise<void>
}

const SSHD = '/usr/sbin/sshd'

/** Why a test against OpenSSH is skipped; absent where the server is on this machine. */
export const opensshAbsent = existsSync(SSHD) ? undefined : `there is no ${SSHD} on this machine`

const newKey = () => ssh2.utils.generateKeyPairSync('ed25519')

function publicBytes(publicKey: string): Buffer {
  return Buffer.from(publicKey.split(' ')[1]!, 'base64')
}

/** Starts OpenSSH's own server on a free port, with keys made for this test. */
export async function startOpenssh(folder: string): Promise<RunningSsh> {
  const [hostKeys, userKeys, port] = [newKey(), newKey(), await freePort()]
  const at = (name: string) => join(folder, name)
  await writeFile(at('host-key'), hostKeys.private, { mode: 0o600 })
  await writeFile(at('authorized-keys'), `${userKeys.public}\n`, { mode: 0o600 })
  const settings = [
    ...[`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${at('host-key')}`],
    ...[`AuthorizedKeysFile ${at('authorized-keys')}`, 'PidFile none', 'StrictModes no'],
    ...['PasswordAuthentication no', 'UsePAM no', 'PermitRootLogin prohibit-password'],
    'Subsystem sftp internal-sftp',
  ]
  await writeFile(at('sshd-config'), `${settings.join('\n')}\n`)
  // It insists on this folder where root starts it.
  if (userInfo().uid === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 })
  const server = spawn(SSHD, ['-D', '-e', '-f', at('sshd-config')], { stdio: 'ignore' })
  await listensOn(port, server)
  const { username } = userInfo()
  const hostKey = fingerprintOf(publicBytes(hostKeys.public))
  return {
    login: { host: '127.0.0.1', port, username, hostKey, privateKey: userKeys.private },
    close: () => endServer(server),
  }
}

const PASSWORD = 'password-of-the-test'

/**
 * Starts the client library's own server within this process. It knows none of the extensions of
 * OpenSSH and renames as version 3 of the protocol says: never onto a file that is there.
 */
export async function startOwnSsh(): Promise<RunningSsh> {
  const hostKeys = newKey()
  const connections = new Set<ssh2.Connection>()
  const server = new ssh2.Server({ hostKeys: [hostKeys.private] }, (connection) => {
    connections.add(connection)
    connection.on('error', () => undefined)
    connection.on('close', () => connections.delete(connection))
    connection.on('authentication', (asked) => {
      const isRight = asked.method === 'password' && asked.password === PASSWORD
      if (isRight) asked.accept()
      else asked.reject(['password'])
    })
    connection.on('session', (acceptSession) => {
      acceptSession().on('sftp', (acceptSftp) => serveFiles(acceptSftp()))
    })
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  const hostKey = fingerprintOf(publicBytes(hostKeys.public))
  return {
    login: { host: '127.0.0.1', port, username: 'test', password: PASSWORD, hostKey },
    close: async () => {
      for (const connection of connections) connection.end()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp

type Attributes = Awaited<ReturnType<typeof stat>>

const shown = ({ mode, uid, gid, size, atimeMs, mtimeMs }: Attributes) => ({
  mode: Number(mode),
  uid: Number(uid),
  gid: Number(gid),
  size: Number(size),
  atime: Math.floor(Number(atimeMs) / 1000),
  mtime: Math.floor(Number(mtimeMs) / 1000),
})

function serveFiles(sftp: ssh2.SFTPWrapper): void {
  const open_ = new Map<number, FileHandle | Dir>()
  let next = 0
  const keep = (opened: FileHandle | Dir): Buffer => {
    const handle = Buffer.alloc(4)
    open_.set((next += 1), opened)
    handle.writeUInt32BE(next)
    return handle
  }
  const at = (handle: Buffer) => open_.get(handle.readUInt32BE())
  const fileAt = (handle: Buffer) => at(handle) as FileHandle
  /** Does a step and answers its request; what fails is told by the protocol's two codes. */
  const answer = (id: number, step: () => Promise<unknown>): void => {
    step().catch((error: unknown) => {
      const isMissing = isErrno(error, 'ENOENT')
      sftp.status(id, isMissing ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE)
    })
  }
  const done = (id: number) => sftp.status(id, STATUS_CODE.OK)
  sftp.on('OPEN', (id, path, flags, { mode }) =>
    answer(id, async () => {
      const way =
        (flags & OPEN_MODE.TRUNC) !== 0 ? 'w' : (flags & OPEN_MODE.WRITE) !== 0 ? 'r+' : 'r'
      sftp.handle(id, keep(await open(path, way, mode)))
    }),
  )
  sftp.on('WRITE', (id, handle, offset, data) =>
    answer(id, async () => {
      await fileAt(handle).write(data, 0, data.length, offset)
      done(id)
    }),
  )
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, async () => {
      const { bytesRead, buffer } = await fileAt(handle).read({
        buffer: Buffer.alloc(length),
        position: offset,
      })
      if (bytesRead === 0) sftp.status(id, STATUS_CODE.EOF)
      else sftp.data(id, buffer.subarray(0, bytesRead))
    }),
  )
  sftp.on('CLOSE', (id, handle) =>
    answer(id, async () => {
      await at(handle)?.close()
      open_.delete(handle.readUInt32BE())
      done(id)
    }),
  )
  sftp.on('FSTAT', (id, handle) =>
    answer(id, async () => sftp.attrs(id, shown(await fileAt(handle).stat()))),
  )
  sftp.on('FSETSTAT', (id, handle, { mode }) =>
    answer(id, async () => {
      await fileAt(handle).chmod(mode)
      done(id)
    }),
  )
  sftp.on('SETSTAT', (id, path, { mode }) =>
    answer(id, async () => {
      await chmod(path, mode)
      done(id)
    }),
  )
  sftp.on('STAT', (id, path) => answer(id, async () => sftp.attrs(id, shown(await stat(path)))))
  sftp.on('LSTAT', (id, path) => answer(id, async () => sftp.attrs(id, shown(await lstat(path)))))
  sftp.on('REALPATH', (id, path) =>
    answer(id, () => {
      sftp.name(id, [{ filename: path, longname: path, attrs: {} as never }])
      return Promise.resolve()
    }),
  )
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => sftp.handle(id, keep(await opendir(path)))),
  )
  sftp.on('READDIR', (id, handle) =>
    answer(id, async () => {
      const folder = at(handle) as Dir
      const entry = await folder.read()
      if (entry === null) return sftp.status(id, STATUS_CODE.EOF)
      const attributes = await lstat(join(folder.path, entry.name))
      const kind = entry.isDirectory() ? 'd' : entry.isSymbolicLink() ? 'l' : '-'
      const longname = `${kind}rw-r----- 1 test test ${attributes.size} ${entry.name}`
      sftp.name(id, [{ filename: entry.name, longname, attrs: shown(attributes) }])
    }),
  )
  sftp.on('MKDIR', (id, path) =>
    answer(id, async () => {
      await mkdir(path)
      done(id)
    }),
  )
  sftp.on('RENAME', (id, from, to) =>
    answer(id, async () => {
      if (existsSync(to)) throw new Error('it is there already')
      await rename(from, to)
      done(id)
    }),
  )
}
