import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { checkoutFolder } from '../checkout.ts'
import type { ReadyMessage } from './service.ts'

export interface ChildServiceOptions {
  /** Shown before each of its lines. */
  readonly name: string
  /** The TypeScript file to run, which calls `runService`. */
  readonly entry: string
  readonly parameters?: readonly string[]
  /** Its whole environment beside `PATH` and the like: a service gets no secret but its own. */
  readonly environment: Readonly<Record<string, string>>
  /** Told every line that the service writes. */
  readonly onLine: (name: string, line: string) => void
  readonly readyTimeLimitMs?: number
}

/** A service that runs in a process of its own. */
export interface ChildService {
  readonly name: string
  readonly pid: number
  readonly facts: ReadyMessage['facts']
  /** Resolves when the process has ended, asked to or not. */
  readonly ended: Promise<ServiceEnd>
  /** Asks it to shut down, and kills it when it does not within the time limit. */
  stop(): Promise<void>
}

export interface ServiceEnd {
  readonly name: string
  /** `code 1` or the name of the signal. */
  readonly how: string
}

const STOP_TIME_LIMIT_MS = 35_000

/** Variables that every program may need and that hold no secret of ours. */
const PASSED_ON = ['PATH', 'HOME', 'TZ', 'LANG', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS']

const children = new Set<ChildProcess>()

// The last resort when this process ends without having stopped its services.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts a service and waits until it says that it is ready. */
export async function startChildService(
  options: ChildServiceOptions,
): Promise<Result<ChildService>> {
  const { name, readyTimeLimitMs = 60_000 } = options
  const child = spawnService(options)
  const lines = forwardLines(child, (line) => options.onLine(name, line))
  const ended = endOf(child, name)
  const outcome = await Promise.race([
    readinessOf(child),
    ended.then(({ how }) => `it ended with ${how}`),
    sleep(readyTimeLimitMs, `it was not ready within ${readyTimeLimitMs / 1000} s`, { ref: false }),
  ])
  const stop = () => stopChild(child, ended)
  if (typeof outcome !== 'string') {
    return success({ name, pid: child.pid ?? 0, facts: outcome.facts, ended, stop })
  }
  await stop()
  return failure(didNotStart(name, outcome, lines.last()))
}

function spawnService(options: ChildServiceOptions): ChildProcess {
  const { entry, parameters = [], environment } = options
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  const child = spawn(process.execPath, ['--import', 'tsx', entry, ...parameters], {
    cwd: checkoutFolder,
    env: { ...Object.fromEntries(passedOn), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.add(child)
  return child
}

function readinessOf(child: ChildProcess): Promise<ReadyMessage> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (isReadyMessage(message)) resolve(message)
    })
  })
}

function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === 'object' && message !== null && 'ready' in message
}

function endOf(child: ChildProcess, name: string): Promise<ServiceEnd> {
  return new Promise((resolve) => {
    const end = (how: string): void => {
      children.delete(child)
      resolve({ name, how })
    }
    child.on('error', (error) => end(error.message))
    // `close` comes after the last line of output, `exit` may come before.
    child.on('close', (code, signal) => end(signal ?? `code ${code}`))
  })
}

async function stopChild(child: ChildProcess, ended: Promise<ServiceEnd>): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIME_LIMIT_MS)
  await ended
  clearTimeout(timer)
}

function forwardLines(child: ChildProcess, onLine: (line: string) => void): { last(): string } {
  let last = ''
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') last = line
      onLine(line)
    })
  }
  return { last: () => last }
}

function didNotStart(name: string, why: string, lastLine: string): Failure {
  return {
    code: 'process-failed',
    path: name,
    message: `The ${name} process did not start: ${why}.`,
    mend: lastLine === '' ? 'run it by itself to see more' : `its last line was: ${lastLine}`,
  }
}
