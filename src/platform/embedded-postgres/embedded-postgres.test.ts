import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Result } from '../../customs/result.ts'
import { isAlive } from '../process/process-identity.ts'
import { findBinaries, locateInstalled } from './binaries.ts'
import { removeEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './index.ts'
import { findServerAccount } from './server-account.ts'

const isRoot = process.getuid?.() === 0
interface Ids {
  readonly uid?: number
  readonly gid?: number
}

const fixture = join(import.meta.dirname, 'server.fixture.ts')

let dataFolder: string
let told: string[]
const running: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

/** As fresh as from `mktemp -d`: nobody but its maker may enter it. */
async function makeDataFolder(): Promise<void> {
  dataFolder = await mkdtemp(join(tmpdir(), 'data-'))
}

const removeDataFolder = (): Promise<void> => removeEmbeddedPostgres(dataFolder)

beforeEach(() => {
  told = []
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

async function start(): Promise<EmbeddedPostgres> {
  const server = expectSuccess(
    await startEmbeddedPostgres({ dataFolder, tell: (line) => void told.push(line) }),
  )
  running.push(server)
  return server
}

function expectSuccess<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failures))
  return result.value
}

async function query(server: Pick<EmbeddedPostgres, 'superuserUrl'>, text: string) {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

function spawnFixture(ids: Ids = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, dataFolder], {
    ...ids,
    // A group of its own, so that it can be killed with everything that it has started.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

async function startInChild(ids: Ids = {}) {
  const { child, lines } = spawnFixture(ids)
  await lines.next()
  const line: unknown = (await lines.next()).value
  return { child, server: expectSuccess(JSON.parse(String(line)) as Result<EmbeddedPostgres>) }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

describe('the embedded server', () => {
  beforeAll(makeDataFolder)
  afterAll(removeDataFolder)

  it('keeps its data over a restart', async () => {
    const first = await start()
    await query(first, 'create table restarted as select 42 as answer')
    await first.stop()
    expect(await query(await start(), 'select answer from restarted')).toEqual([{ answer: 42 }])
  })

  it('writes every commit to the disk and listens on this machine only', async () => {
    const server = await start()
    const rows = await query(
      server,
      `select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories')
       order by name`,
    )
    const host = decodeURIComponent(new URL(server.superuserUrl).hostname)
    const socketFolder = host === '127.0.0.1' ? '' : host
    const expected = ['on', 'on', '127.0.0.1', 'on', socketFolder]
    expect(rows.map(({ setting }) => setting)).toEqual(expected)
  })

  it('also lets clients in through its port', async () => {
    const { superuserUrl, port } = await start()
    const { username, password } = new URL(superuserUrl)
    const url = `postgres://${username}:${password}@127.0.0.1:${port}/postgres`
    expect(await query({ superuserUrl: url }, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('lets nobody in without the password', async () => {
    const { superuserUrl } = await start()
    const url = Object.assign(new URL(superuserUrl), { password: 'guessed' }).href
    await expect(query({ superuserUrl: url }, 'select 1')).rejects.toThrow(/password/)
  })

  it('shuts down a server that a killed process has left behind, and keeps its data', async () => {
    const { child, server } = await startInChild()
    await query(server, 'create table orphaned as select 42 as answer')
    await kill(child, 'SIGKILL')
    expect(isAlive(server.pid)).toBe(true)

    const next = await start()
    expect(isAlive(server.pid)).toBe(false)
    expect(told.at(-1)).toContain('left behind')
    expect(await query(next, 'select answer from orphaned')).toEqual([{ answer: 42 }])
  })

  it('recovers when the server was killed together with its process', async () => {
    const { child, server } = await startInChild()
    await query(server, 'create table crashed as select 42 as answer')
    process.kill(server.pid, 'SIGKILL')
    await kill(child, 'SIGKILL')
    expect(await query(await start(), 'select answer from crashed')).toEqual([{ answer: 42 }])
  })

  it('is not misled by a pid file whose number another process has now', async () => {
    const first = await start()
    await first.stop()
    const account = expectSuccess(await findServerAccount(dataFolder))
    const other = spawn('sleep', ['60'], { ...account.switchTo, stdio: 'ignore', cwd: '/' })
    const pidFile = join(first.home, 'postgres', 'postmaster.pid')
    await writeFile(pidFile, `${other.pid}\n${join(first.home, 'postgres')}\n`)

    await start()
    expect(isAlive(other.pid ?? 0)).toBe(true)
    await kill(other, 'SIGKILL')
  })

  it('says clearly why it cannot start', async () => {
    const first = await start()
    await first.stop()
    await rm(join(first.home, 'postgres-password'))
    const result = await startEmbeddedPostgres({ dataFolder, tell: () => undefined })
    expect(result).toMatchObject({ ok: false, failures: [{ code: 'database-unavailable' }] })
    expect(!result.ok && result.failures[0].message).toContain('postgres-password is missing')
  })
})

describe('the first start of the embedded server', () => {
  beforeEach(makeDataFolder)
  afterEach(removeDataFolder)

  it.each([100, 300, 600])('may be killed after %i ms without harm to the next', async (ms) => {
    const { child, lines } = spawnFixture()
    await lines.next()
    await sleep(ms)
    const ended = once(child, 'exit')
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    await ended

    const server = await start()
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    expect((await readdir(server.home)).filter((name) => name.includes('draft'))).toEqual([])
  })
})

describe.runIf(isRoot)('the embedded server, started by root (only tested as root)', () => {
  beforeAll(makeDataFolder)
  beforeEach(() => chmod(dataFolder, 0o700))
  afterAll(removeDataFolder)

  it('lives in a substitute where its user cannot reach the data folder, and says where', async () => {
    const server = await start()
    expect(server.home).toMatch(/\/tidewaiter-[0-9a-f]{12}$/)
    expect(told).toEqual([expect.stringContaining(server.home)])
    const [row] = await query(server, `select current_setting('data_directory') as place`)
    expect(row).toEqual({ place: join(server.home, 'postgres') })
  })

  it('goes on with a cluster that root has copied together with its folder', async () => {
    await chmod(dataFolder, 0o755)
    const first = await start()
    await first.stop()
    const copy = join(dataFolder, 'copy')
    await mkdir(copy)
    for (const name of ['postgres', 'postgres-password']) {
      spawnSync('cp', ['-R', join(first.home, name), copy])
    }
    const server = expectSuccess(
      await startEmbeddedPostgres({ dataFolder: copy, tell: () => undefined }),
    )
    running.push(server)
    expect(server.home).toBe(copy)
    await server.stop()
    await rm(copy, { recursive: true })
  })

  it('stays where it was when the rights on the folder change', async () => {
    const first = await start()
    await first.stop()
    await chmod(dataFolder, 0o755)
    expect((await start()).home).toBe(first.home)
  })

  it('starts anew when the data folder was deleted, and sets the old database aside', async () => {
    const first = await start()
    await query(first, 'create table forgotten as select 42 as answer')
    await first.stop()
    await rm(dataFolder, { recursive: true })
    await mkdir(dataFolder, { mode: 0o700 })

    const second = await start()
    expect(second.home).toBe(first.home)
    await expect(query(second, 'select answer from forgotten')).rejects.toThrow('does not exist')
    const aside = await readdir(`${first.home}.old`)
    expect(aside).toContain('postgres')
    await rm(`${first.home}.old`, { recursive: true })
  })

  it('refuses a substitute that somebody else has put there', async () => {
    const first = await start()
    await first.stop()
    await chown(first.home, 12_345, 12_345)
    const result = await startEmbeddedPostgres({ dataFolder, tell: () => undefined })
    await chown(first.home, 0, 0)
    expect(!result.ok && result.failures[0].message).toContain('belongs to somebody else')
  })

  it('runs a copy of the binaries where its user cannot reach the installed ones', async () => {
    const installed = expectSuccess(await locateInstalled())
    const closed = join(dataFolder, 'package')
    await mkdir(closed)
    spawnSync('cp', ['-RP', installed.folder, join(closed, 'native')])
    // Without the links that npm may be told not to make.
    await rm(join(closed, 'native', 'lib', 'libpq.so.5'))
    const home = await mkdtemp('/var/tmp/home-')
    await chmod(home, 0o755)
    const account = expectSuccess(await findServerAccount(dataFolder))
    const options = {
      account,
      home,
      installed: { folder: join(closed, 'native'), version: installed.version },
    }
    const found = expectSuccess(await findBinaries(options))
    expect(found).toEqual({ folder: join(home, `binaries-${installed.version}`), origin: 'copied' })
    expect(expectSuccess(await findBinaries(options))).toEqual(found)
    await rm(home, { recursive: true })
  })
})

describe.runIf(isRoot)('the embedded server in a folder that its user can reach (as root)', () => {
  beforeEach(makeDataFolder)
  afterEach(removeDataFolder)

  it('lives in that folder', async () => {
    await chmod(dataFolder, 0o755)
    expect((await start()).home).toBe(dataFolder)
    expect(told).toEqual([])
  })
})

describe('the embedded server of an ordinary user', () => {
  beforeEach(makeDataFolder)
  afterEach(removeDataFolder)

  const ids = { uid: 65_534, gid: 65_534 }
  /** Node or the checkout may lie where only root can go. */
  const canRun =
    isRoot && spawnSync(process.execPath, ['--version'], { ...ids, cwd: '/' }).status === 0
  const canRead = canRun && spawnSync('cat', [fixture], { ...ids, cwd: '/' }).status === 0

  it.skipIf(isRoot && !canRead)(
    'lives in a folder that is closed to everybody else (skipped where root has closed the checkout)',
    async () => {
      await mkdir(dataFolder, { recursive: true })
      if (isRoot) await chown(dataFolder, ids.uid, ids.gid)
      const { child, server } = await startInChild(isRoot ? ids : {})
      expect(server.home).toBe(dataFolder)
      expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
      await kill(child, 'SIGTERM')
      expect(isAlive(server.pid)).toBe(false)
    },
  )
})
