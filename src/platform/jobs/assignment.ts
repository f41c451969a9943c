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

/** Does jobs that belong together at one go; what holds for {@link JobHandler} holds for all of them. */
export type JobsHandler<Payload extends JobPayload> = (
  jobs: readonly Job<Payload>[],
) => Promise<void> | void

/** A queue with the handler that works on it. Made by {@link handle} or {@link handleTogether}. */
export interface Assignment {
  /** Where the jobs come from, and how long each may take. */
  readonly queue: AnyQueue
  readonly handler: JobsHandler<JobPayload>
  /** Jobs that are taken in the same round and have the same group are done at one go. */
  readonly groupOf: (job: Pick<Job<JobPayload>, 'id' | 'payload'>) => string
  /** How many jobs of the queue one process has in hand at the same time. */
  readonly concurrency: number
  /** How long a round waits for jobs that come shortly after the first. */
  readonly gatherMs: number
}

/** Binds a handler to its queue, with the payload's type checked. */
export function handle<Payload extends JobPayload>(
  queue: Queue<Payload>,
  handler: JobHandler<Payload>,
  { concurrency = 8 }: { readonly concurrency?: number } = {},
): Assignment {
  return {
    ...{ queue, concurrency, gatherMs: 0 },
    groupOf: ({ id }) => id,
    handler: async (jobs) => {
      // What was enqueued under the queue's type comes back under the same type.
      for (const job of jobs) await handler(job as Job<Payload>)
    },
  }
}

/** How jobs are put together. */
export interface Together<Payload extends JobPayload> {
  readonly by: (payload: Payload) => string
  readonly gatherMs: number
  readonly concurrency?: number
}

/**
 * Binds a handler that does jobs of the same kind at one go, where that spares most of the work: ten
 * pieces of news about one case are one change of it. When the handler throws, each job is tried
 * again.
 */
export function handleTogether<Payload extends JobPayload>(
  queue: Queue<Payload>,
  { by, gatherMs, concurrency = 32 }: Together<Payload>,
  handler: JobsHandler<Payload>,
): Assignment {
  return {
    ...{ queue, concurrency, gatherMs },
    groupOf: ({ payload }) => by(payload as Payload),
    handler: (jobs) => handler(jobs as readonly Job<Payload>[]),
  }
}
