import type { Log } from '../../platform/log.ts'

/** A kind of work that the office does over and over, such as that of its clerks. */
export interface LoopOptions {
  /** Names the loop in the log when a round fails. */
  readonly name: string
  /** One round of work. @returns how much was done; the loop rests only after a round without any */
  readonly work: () => Promise<number>
  readonly restMs: number
  readonly log: Log
}

/** A running loop. It only ends by {@link Loop.stop}: a round that fails is logged and repeated. */
export interface Loop {
  /** Ends the present rest; something may be due. */
  wake(): void
  /** Lets the round that runs come to its end, then stops. */
  stop(): Promise<void>
}

/** How long a loop rests after a round that failed, such as when the database is restarted. */
const REST_AFTER_FAILURE_MS = 1000

/** Repeats a round of work until it is stopped. */
export function startLoop({ name, work, restMs, log }: LoopOptions): Loop {
  let stopping = false
  let woken = false
  let endRest: (() => void) | undefined

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      endRest = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const mayRest = (): boolean => !woken && !stopping
  const run = async (): Promise<void> => {
    for (;;) {
      woken = false
      const pause = await round()
      // A bell that rang during the round must not be slept through.
      if (pause > 0 && mayRest()) await rest(pause)
      if (stopping) return
    }
  }
  const round = async (): Promise<number> => {
    try {
      return (await work()) > 0 ? 0 : restMs
    } catch (error) {
      log.error({ error, loop: name }, 'a round of work failed')
      return REST_AFTER_FAILURE_MS
    }
  }
  const finished = run()
  return {
    wake: () => {
      woken = true
      endRest?.()
    },
    stop: async () => {
      stopping = true
      endRest?.()
      await finished
    },
  }
}
