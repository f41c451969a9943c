import { setTimeout as sleep } from 'node:timers/promises'

import type PgBoss from 'pg-boss'

import type { Log } from '../log.ts'
import type { Assignment } from './assignment.ts'
import type { JobPayload } from './queue.ts'

export interface WorkLoopOptions {
  readonly boss: PgBoss
  readonly assignment: Assignment
  readonly log: Log
}

/** How long a loop rests when nothing is announced: delayed jobs and retries are found by this. */
const REST_MS = 500

/**
 * Takes jobs of one queue and does them side by side. Each round notes the finished jobs and takes
 * as many as there are free places, in one statement each: while a round's statements run, more jobs
 * finish, so under load the rounds become large by themselves.
 */
export class WorkLoop {
  readonly #boss: PgBoss
  readonly #assignment: Assignment
  readonly #log: Log
  readonly #inHand = new Map<string, Promise<void>>()
  #done: string[] = []
  #isStopping = false
  #isAwake = true
  #wakeUp: () => void = () => undefined
  #running: Promise<void> = Promise.resolve()

  constructor({ boss, assignment, log }: WorkLoopOptions) {
    this.#boss = boss
    this.#assignment = assignment
    this.#log = log.child({ queue: assignment.queue.name })
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Looks for jobs now rather than after the rest. */
  wake(): void {
    this.#isAwake = true
    this.#wakeUp()
  }

  /** Takes no more jobs; those still in hand after the time limit are left to another worker. */
  async stop(timeLimitMs: number): Promise<void> {
    this.#isStopping = true
    this.wake()
    await this.#running
    const inHand = Promise.all(this.#inHand.values())
    await Promise.race([inHand, sleep(timeLimitMs, undefined, { ref: false })])
    await this.#noteDone()
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      this.#isAwake = false
      try {
        await this.#noteDone()
        await this.#takeJobs()
      } catch (error) {
        this.#log.warn({ error: String(error) }, 'jobs cannot be taken')
        this.#isAwake = false
      }
      await this.#rest()
    }
  }

  /**
   * A finished job is deleted: what it did is in the case's own record, and a table that holds only
   * open jobs stays small. Jobs that failed for good stay, here and among the dead letters.
   */
  async #noteDone(): Promise<void> {
    if (this.#done.length === 0) return
    const ids = this.#done
    this.#done = []
    try {
      await this.#boss.deleteJob(this.#assignment.queue.name, ids)
    } catch (error) {
      this.#done.push(...ids)
      throw error
    }
  }

  async #takeJobs(): Promise<void> {
    const { queue, concurrency } = this.#assignment
    const free = concurrency - this.#inHand.size
    if (free === 0) return
    const jobs = await this.#boss.fetch<JobPayload>(queue.name, { batchSize: free })
    for (const job of jobs) this.#inHand.set(job.id, this.#work(job))
    // A full batch suggests that more are waiting.
    if (jobs.length === free) this.#isAwake = true
  }

  async #work({ id, data }: PgBoss.Job<JobPayload>): Promise<void> {
    const { queue, handler } = this.#assignment
    const signal = AbortSignal.timeout(queue.timeLimitSeconds * 1_000)
    try {
      await handler({ id, payload: data, signal })
      this.#done.push(id)
    } catch (error) {
      this.#log.warn({ jobId: id, payload: data, err: error }, 'a job failed and will be retried')
      await this.#fail(id, error)
    } finally {
      this.#inHand.delete(id)
      this.wake()
    }
  }

  /** Where even this cannot be noted, the job is taken over when its time is up. */
  async #fail(id: string, error: unknown): Promise<void> {
    const output = { message: error instanceof Error ? error.message : String(error) }
    await this.#boss.fail(this.#assignment.queue.name, id, output).catch((problem: unknown) => {
      this.#log.warn({ jobId: id, error: String(problem) }, 'a failed job could not be noted')
    })
  }

  #rest(): Promise<void> {
    if (this.#isAwake || this.#isStopping) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, REST_MS)
      this.#wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
