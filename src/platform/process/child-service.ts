import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

import { failure, success, type Result } from '../../customs/result.ts'
import { checkoutFolder } from '../checkout.ts'
import type { ServiceFacts, ServiceMessage } from './service.ts'

/** What a service's process is made from. */
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
  /** For lock files and tests; signals go through {@link stop}. */
  readonly pid: number
  /** What the service has said about itself when it became ready. */
  readonly facts: ServiceFacts
  /** Resolves when the process has ended, asked to or not. */
  readonly ended: Promise<ServiceEnd>
  /** Asks it to shut down, and kills it when it does not within the time limit. */
  stop(): Promise<void>
  /** Ends it at once, without a chance to finish anything: what a crash or a power cut does. */
  kill(): Promise<ServiceEnd>
}

/** How a service's process has ended. */
export interface ServiceEnd {
  readonly name: string
  /** `code 1` or the name of the signal. */
  readonly how: string
}

/** A little more than a service allows itself for its own shutdown. */
const STOP_TIME_LIMIT_MS = 35_000

/** Variables that every program may need and that hold no secret of ours. */
const PASSED_ON = ['PATH', 'HOME', 'TZ', 'LANG', 'NODE_ENV', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS']

/** Starts a service and waits until it says that it is ready. */
export async function startChildService(
  options: ChildServiceOptions,
): Promise<Result<ChildService>> {
  const { name, readyTimeLimitMs = 60_000 } = options
  const child = spawnService(options)
  forwardLines(child, (line) => options.onLine(name, line))
  const ended = endOf(child, name)
  const limit = `it was not ready within ${readyTimeLimitMs / 1_000} s`
  const message = await Promise.race([
    firstMessageOf(child),
    ended.then(({ how }) => failedBecause(`it ended with ${how}`)),
    sleep(readyTimeLimitMs, failedBecause(limit), { ref: false }),
  ])
  const stop = (): Promise<void> => stopChild(child, ended)
  const kill = (): Promise<ServiceEnd> => {
    child.kill('SIGKILL')
    return ended
  }
  if (message.kind === 'ready') {
    return success({ name, pid: child.pid ?? 0, facts: message.facts, ended, stop, kill })
  }
  await stop()
  return failure({
    code: 'process-failed',
    path: name,
    message: `The ${name} process did not start: ${message.why}.`,
  })
}

function failedBecause(why: string): ServiceMessage {
  return { kind: 'failed', why }
}

function spawnService(options: ChildServiceOptions): ChildProcess {
  const { entry, parameters = [], environment } = options
  return spawn(process.execPath, ['--import', 'tsx', entry, ...parameters], {
    cwd: checkoutFolder,
    env: { ...inheritedEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Passing on everything would hand the owner's database URL to every service. */
function inheritedEnvironment(): Readonly<Record<string, string>> {
  const inherited: Record<string, string> = {}
  for (const name of PASSED_ON) {
    const value = process.env[name]
    if (value !== undefined) inherited[name] = value
  }
  return inherited
}

function firstMessageOf(child: ChildProcess): Promise<ServiceMessage> {
  // Only `runService` writes into this channel, so its type is known.
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(message as ServiceMessage))
  })
}

function endOf(child: ChildProcess, name: string): Promise<ServiceEnd> {
  // The last resort when this process ends without having stopped its services.
  const killAtExit = (): void => void child.kill('SIGKILL')
  process.on('exit', killAtExit)
  return new Promise((resolve) => {
    const end = (how: string): void => {
      process.off('exit', killAtExit)
      resolve({ name, how })
    }
    child.on('error', (error) => end(error.message))
    // `close` comes after the last line of output, `exit` may come before.
    child.on('close', (code, signal) => end(signal ?? `code ${code}`))
  })
}

/** A child that has ended already takes no signal, and its end is known at once. */
async function stopChild(child: ChildProcess, ended: Promise<ServiceEnd>): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIME_LIMIT_MS)
  await ended
  clearTimeout(timer)
}

function forwardLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', onLine)
  }
}
