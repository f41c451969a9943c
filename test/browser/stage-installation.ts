import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { checkoutFolder } from '../../src/platform/checkout.ts'
import { freePort } from '../../src/platform/process/index.ts'

/** A whole installation as `npm start` makes it, in a folder and on ports of its own. */
export interface StartedInstallation {
  /** The first link that the start has printed. */
  readonly stageLink: string
  /** Everything printed so far. */
  readonly printed: () => string
  stop(): Promise<void>
}

const START_TIME_LIMIT_MS = 120_000
const END_TIME_LIMIT_MS = 30_000

/** Runs the start as a person at the terminal does, until everything is up. */
export async function startInstallation(): Promise<StartedInstallation> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-stage-'))
  const start = spawn('npm', ['start'], {
    cwd: checkoutFolder,
    env: {
      ...environmentWithoutDatabases(),
      TIDEWAITER_DATA: dataFolder,
      TIDEWAITER_PORT: String(await freePort()),
      TIDEWAITER_AUTHORITY_PORT: String(await freePort()),
      TIDEWAITER_RENDER_DOCUMENTS: 'off',
    },
  })
  let printed = ''
  for (const stream of [start.stdout, start.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
  const stop = async (): Promise<void> => {
    await end(start)
    await rm(dataFolder, { recursive: true, force: true })
  }
  try {
    await until(() => printed.includes('Everything stays up'), start)
  } catch (error) {
    await stop()
    throw new Error(`the start did not come up: ${printed}`, { cause: error })
  }
  const stageLink = /http:\S+\/stage#\S+/.exec(printed)?.[0] ?? ''
  return { stageLink, printed: () => printed, stop }
}

/** An installation of its own has its own database server, whatever the test run goes on. */
function environmentWithoutDatabases(): NodeJS.ProcessEnv {
  const names = [
    'DATABASE_URL',
    'DATABASE_APP_URL',
    'DATABASE_WORKER_URL',
    'AUTHORITY_DATABASE_URL',
  ]
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)))
}

async function until(isTrue: () => boolean, start: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_TIME_LIMIT_MS
  while (!isTrue()) {
    if (start.exitCode !== null) throw new Error(`it ended with ${start.exitCode}`)
    if (performance.now() > deadline) throw new Error('it took too long')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Asks npm to end, as service managers do; over is what it started when nobody holds its output open. */
async function end(start: ChildProcess): Promise<void> {
  if (start.exitCode !== null) return
  const over = once(start, 'close', { signal: AbortSignal.timeout(END_TIME_LIMIT_MS) })
  start.kill('SIGTERM')
  await over
}
