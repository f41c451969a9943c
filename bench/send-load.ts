import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Load {
  readonly url: string
  /** Sent in turn. */
  readonly bodies: readonly string[]
  /** Used in turn, so that none of them comes to its limit. */
  readonly apiKeys: readonly string[]
  /** For how long. The sender counts time in whole seconds, so a number of requests would not tell a rate. */
  readonly seconds: number
  readonly connections: number
}

export interface LoadFigures {
  readonly perSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  /** Requests without an answer, or with another than success. */
  readonly failed: number
}

const TIME_LIMIT_MS = 180_000

/** Sends requests for some seconds from a process of its own; one that fails spoils the figures. */
export async function sendLoad(load: Load): Promise<LoadFigures> {
  const child = fork(join(import.meta.dirname, 'load-sender.ts'), {
    execArgv: ['--import', 'tsx'],
    timeout: TIME_LIMIT_MS,
  })
  child.send(load)
  const [figures] = (await once(child, 'message')) as [LoadFigures]
  if (figures.failed > 0) throw new Error(`${figures.failed} requests failed`)
  return figures
}
