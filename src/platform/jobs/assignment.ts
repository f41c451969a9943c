import type { AnyQueue, JobPayload, Queue } from './queue.ts'

/** One job as its handler sees it. */
export interface Job<Payload extends JobPayload> {
  readonly id: string
  readonly payload: Payload
  /** Fires when the job's time is up: another worker may take it over from then on. */
  readonly signal: AbortSignal
}

/**
 * Does a job. It returns when the job is done, and throws when it shall be tried again. It may run
 * twice for one job, since a worker can die between the effect and the note that it was done: what
 * it does must be the same done twice.
 */
export type JobHandler<Payload extends JobPayload> = (job: Job<Payload>) => Promise<void> | void

/** A queue with the handler that works on it. Made by {@link handle}. */
export interface Assignment {
  /** Where the jobs come from, and how long each may take. */
  readonly queue: AnyQueue
  readonly handler: JobHandler<JobPayload>
  /** How many jobs of the queue one process does at the same time. */
  readonly concurrency: number
}

/** Binds a handler to its queue, with the payload's type checked. */
export function handle<Payload extends JobPayload>(
  queue: Queue<Payload>,
  handler: JobHandler<Payload>,
  { concurrency = 8 }: { readonly concurrency?: number } = {},
): Assignment {
  // What was enqueued under the queue's type comes back under the same type.
  return { queue, handler: handler as unknown as JobHandler<JobPayload>, concurrency }
}
