import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../platform/log.ts'

/**
 * Does something again and again, with a rest between, until told to stop. A failure is logged and
 * the next turn comes all the same.
 */
export function repeat(
  work: () => Promise<unknown>,
  options: { readonly everyMs: number; readonly name: string; readonly log: Log },
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => {
        options.log.error({ err: error, work: options.name }, 'a repeated task failed')
      })
      await sleep(options.everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
