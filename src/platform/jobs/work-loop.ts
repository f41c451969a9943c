import { setTimeout as sleep } from 'node:timers/promises'

import type { Log } from '../log.ts'
import type { Database } from '../postgres/connect.ts'
import type { Assignment } from './assignment.ts'
import { Rest } from './rest.ts'
import { takeJobs, type TakenJob } from './take-jobs.ts'

/** What a loop works with. */
export interface WorkLoopOptions {
  /** For taking and striking off only; the handlers have their own. */
  readonly database: Database<unknown>
  readonly assignment: Assignment
  readonly log: Log
  /** Notes that a job has failed, so that it is tried again later. */
  readonly fail: (queueName: string, jobId: string, why: string) => Promise<void>
}

/** How long a loop rests when nothing is announced: delayed jobs and retries are found by this. */
const REST_MS = 1_000

/** How long finished jobs may wait to be struck off with the next ones; a place that is needed does not. */
const STRIKE_OFF_MS = 50

/**
 * Takes jobs of one queue and does them side by side. Each round strikes off the finished jobs and
 * takes as many as there are free places, in one statement: while that runs, more jobs finish, so
 * under load the rounds become large by themselves.
 */
export class WorkLoop {
  readonly #options: WorkLoopOptions
  readonly #log: Log
  readonly #inHand = new Map<string, Promise<void>>()
  #finished: string[] = []
  #isStopping = false
  #strikeOff: NodeJS.Timeout | undefined
  readonly #rest = new Rest()
  #running: Promise<void> = Promise.resolve()

  constructor(options: WorkLoopOptions) {
    this.#options = options
    this.#log = options.log.child({ queue: options.assignment.queue.name })
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Looks for jobs now rather than after the rest. */
  wake(): void {
    this.#rest.wake()
  }

  /** Takes no more jobs; those still in hand after the time limit are left to another worker. */
  async stop(timeLimitMs: number): Promise<void> {
    this.#isStopping = true
    this.#rest.end()
    await this.#running
    const inHand = Promise.all(this.#inHand.values())
    await Promise.race([inHand, sleep(timeLimitMs, undefined, { ref: false })])
    if (this.#finished.length > 0) await this.#exchange(0)
  }

  /** A wake-up during a round is not lost: it makes the next rest end at once. */
  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const { gatherMs } = this.#options.assignment
      if (gatherMs > 0) await sleep(gatherMs)
      this.#rest.beginLook()
      clearTimeout(this.#strikeOff)
      this.#strikeOff = undefined
      const free = this.#options.assignment.concurrency - this.#inHand.size
      if (free > 0 || this.#finished.length > 0) await this.#exchange(free)
      await this.#rest.take(REST_MS)
    }
  }

  /** Jobs that could not be struck off, because the database was away, are so the next time. */
  async #exchange(places: number): Promise<void> {
    const { database, assignment } = this.#options
    const finished = this.#finished
    this.#finished = []
    try {
      const jobs = await takeJobs(database, { queueName: assignment.queue.name, finished, places })
      for (const group of this.#groups(jobs)) {
        const work = this.#work(group)
        for (const { id } of group) this.#inHand.set(id, work)
      }
      // As many as there was room for suggests that more are waiting.
      if (jobs.length === places) this.#rest.wake()
    } catch (error) {
      this.#finished.push(...finished)
      this.#log.warn({ error: String(error) }, 'jobs cannot be taken')
    }
  }

  #groups(jobs: readonly TakenJob[]): readonly (readonly TakenJob[])[] {
    const { groupOf } = this.#options.assignment
    const groups = new Map<string, TakenJob[]>()
    for (const job of jobs) {
      const key = groupOf({ id: job.id, payload: job.data })
      groups.set(key, [...(groups.get(key) ?? []), job])
    }
    return [...groups.values()]
  }

  /** Never rejects, so that one job cannot bring down the loop. */
  async #work(group: readonly TakenJob[]): Promise<void> {
    const { queue, handler } = this.#options.assignment
    const signal = AbortSignal.timeout(queue.timeLimitSeconds * 1_000)
    const ids = group.map(({ id }) => id)
    try {
      await handler(group.map(({ id, data }) => ({ id, payload: data, signal })))
      this.#finished.push(...ids)
    } catch (error) {
      this.#log.warn({ jobs: group, err: error }, 'jobs failed and will be retried')
      for (const id of ids) await this.#fail(id, error)
    } finally {
      const wasFull = this.#inHand.size >= this.#options.assignment.concurrency
      for (const id of ids) this.#inHand.delete(id)
      if (wasFull || this.#isStopping) this.wake()
      else this.#strikeOff ??= setTimeout(() => this.wake(), STRIKE_OFF_MS)
    }
  }

  /**
   * Notes what kind of error it was. Its words stay out of the database, as they may repeat what an
   * order says of people; the log has them. Where even this cannot be noted, the job is taken over
   * when its time is up.
   */
  async #fail(id: string, error: unknown): Promise<void> {
    const { assignment, fail } = this.#options
    await fail(assignment.queue.name, id, kindOf(error)).catch((problem: unknown) => {
      this.#log.warn({ jobId: id, error: String(problem) }, 'a failed job could not be noted')
    })
  }
}

/** The class of an error and, where it has one, its code: `DatabaseError 23505`. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { readonly code?: unknown }
  const { name } = error.constructor
  return typeof code === 'string' ? `${name} ${code}` : name
}
