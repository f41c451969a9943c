import { createHash } from 'node:crypto'
import SftpClient from 'ssh2-sftp-client'
import type { FilePlace, Files } from './file-place.ts'
import { withinTime } from './time-limit.ts'

/** An SFTP server and what lets us in. */
export interface SftpServer {
  readonly host: string
  readonly port: number
  readonly username: string
  /** Fingerprint of the only key by which the server is believed, `SHA256:` and base64. */
  readonly hostKey: string
  readonly password?: string
  readonly privateKey?: string
  readonly passphrase?: string
  /** For how long the whole of what is done at one visit may take. */
  readonly timeLimitMs?: number
}

const CONNECT_TIME_LIMIT_MS = 10_000

/** Well within the turn of a node that collects, and of an attempt to send. */
const VISIT_TIME_LIMIT_MS = 60_000

/** The other side reads by its group; nobody else does. */
const MODE = 0o640

/**
 * Folders on an SFTP server, visited anew each time: a connection that is kept over hours is cut by
 * whatever stands between, and nobody notices.
 */
export function sftpPlace(server: SftpServer): FilePlace {
  return {
    within: async (work) => {
      const client = new SftpClient('channel', silent)
      try {
        return await withinTime(server.timeLimitMs ?? VISIT_TIME_LIMIT_MS, 'the server', async () =>
          work(filesAt(client, await connect(client, server))),
        )
      } finally {
        await client.end().catch(() => undefined)
      }
    },
  }
}

type Sftp = Awaited<ReturnType<SftpClient['connect']>>

/** What fails is told by the step that it fails in. */
const silent = { error: () => undefined, end: () => undefined, close: () => undefined }

async function connect(client: SftpClient, server: SftpServer): Promise<Sftp> {
  const { host, port, username, hostKey, password, privateKey, passphrase } = server
  const shown: { fingerprint?: string } = {}
  try {
    return await client.connect({
      ...{ host, port, username, readyTimeout: CONNECT_TIME_LIMIT_MS },
      hostVerifier: (key: Buffer) => {
        shown.fingerprint = fingerprintOf(key)
        return shown.fingerprint === withoutPadding(hostKey)
      },
      ...(password !== undefined && { password }),
      ...(privateKey !== undefined && { privateKey }),
      ...(passphrase !== undefined && { passphrase }),
    })
  } catch (error) {
    const { fingerprint } = shown
    if (fingerprint === undefined || fingerprint === withoutPadding(hostKey)) throw error
    throw new Error(
      `the server shows the key ${fingerprint}, which is not the one that is pinned`,
      {
        cause: error,
      },
    )
  }
}

/** The fingerprint of a host key as `ssh-keygen -lf` prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${withoutPadding(createHash('sha256').update(key).digest('base64'))}`
}

function withoutPadding(text: string): string {
  return text.replace(/=+$/, '')
}

function filesAt(client: SftpClient, sftp: Sftp): Files {
  return {
    list: async (folder) => {
      const entries = await client.list(folder)
      return entries
        .filter(({ type }) => type === '-')
        .map(({ name, size, modifyTime }) => ({ name, sizeBytes: size, modifiedAt: modifyTime }))
    },
    exists: async (path) => (await client.exists(path)) !== false,
    read: async (path, sizeMaxBytes) => {
      // One byte more than allowed shows that there is more, and no more than that is fetched.
      const options = { readStreamOptions: { start: 0, end: sizeMaxBytes } as never }
      const bytes = (await client.get(path, undefined, options)) as Buffer
      if (bytes.length > sizeMaxBytes) throw new RangeError(`${path} is too large`)
      return bytes
    },
    write: async (path, bytes) => {
      await client.put(Buffer.from(bytes), path, { writeStreamOptions: { mode: MODE } })
      await bringToDisk(sftp, path)
      const { size } = await client.stat(path)
      if (size !== bytes.length) throw new Error(`${size} of ${bytes.length} bytes arrived`)
    },
    move: async (from, to) => {
      await client.rename(from, to)
    },
    makeFolder: async (folder) => {
      if ((await client.exists(folder)) === false) await client.mkdir(folder, true)
    },
  }
}

/** Servers that do not know this extension of OpenSSH bring files to the disk in their own time. */
async function bringToDisk(sftp: Sftp, path: string): Promise<void> {
  const handle = await new Promise<Buffer>((resolve, reject) => {
    sftp.open(path, 'r+', (error, opened) => {
      if (error === undefined) resolve(opened)
      else reject(error)
    })
  })
  await new Promise<void>((resolve) => {
    try {
      sftp.ext_openssh_fsync(handle, () => {
        resolve()
      })
    } catch {
      resolve()
    }
  })
  await new Promise<void>((resolve) => {
    sftp.close(handle, () => {
      resolve()
    })
  })
}
