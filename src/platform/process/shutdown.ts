import type { Log } from '../log.ts'

/** What a process has to close before it ends, in the order in which it was opened. */
export interface Shutdown {
  /** Adds something to close; what was added last is closed first. */
  add(name: string, close: () => Promise<void> | void): void
  /** Closes everything once, and resolves when that is done; further calls wait for the first. */
  run(reason: string): Promise<void>
  /** Fires as soon as the shutdown begins, for work that should not be started any more. */
  readonly signal: AbortSignal
}

/** Where a shutdown reports, and how long it may take. */
export interface ShutdownOptions {
  readonly log: Log
  /** The time that everything together may take to close. */
  readonly timeLimitMs?: number
}

interface Step {
  readonly name: string
  readonly close: () => Promise<void> | void
}

/** Makes the list of what is to be closed, empty at first. */
export function createShutdown({ log, timeLimitMs = 30_000 }: ShutdownOptions): Shutdown {
  const steps: Step[] = []
  const begun = new AbortController()
  let running: Promise<void> | undefined

  async function closeAll(reason: string): Promise<void> {
    log.info({ reason }, 'shutting down')
    begun.abort()
    for (const step of steps.reverse()) await closeStep(step, log)
  }

  return {
    add: (name, close) => steps.push({ name, close }),
    run: (reason) => (running ??= within(timeLimitMs, closeAll(reason))),
    signal: begun.signal,
  }
}

/** One press of Ctrl-C arrives twice where a parent process passes it on as well. */
const SAME_SIGNAL_MS = 1_000

/**
 * Shuts down and ends the process on a signal. A later second one ends it at once: whoever presses
 * Ctrl-C again does not want to wait.
 */
export function shutDownOnSignals(shutdown: Shutdown, signals: readonly NodeJS.Signals[]): void {
  let firstAt: number | undefined
  const onSignal = (signal: NodeJS.Signals): void => {
    firstAt ??= Date.now()
    if (Date.now() - firstAt > SAME_SIGNAL_MS) process.exit(1)
    void shutdown.run(signal).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of signals) process.on(signal, onSignal)
}

/** What cannot be closed must not keep the rest from being closed. */
async function closeStep({ name, close }: Step, log: Log): Promise<void> {
  try {
    await close()
  } catch (error) {
    log.error({ err: error, part: name }, 'a part did not close')
  }
}

/** A part that hangs must not keep the process for ever. */
async function within(timeLimitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    const error = new Error(`the shutdown took longer than ${timeLimitMs} ms`)
    timer = setTimeout(() => reject(error), timeLimitMs)
  })
  try {
    await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
