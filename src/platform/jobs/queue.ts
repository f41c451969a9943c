/** What a job carries: ids by name. Everything else is read from the database when the job runs. */
export type JobPayload = Readonly<Record<string, string>>

/** A named line of jobs that one handler works on. */
export interface Queue<Payload extends JobPayload> {
  readonly name: string
  /**
   * How long one job may take, and how soon the jobs of a killed worker are taken over. A handler's
   * calls to the outside must give up sooner.
   */
  readonly timeLimitSeconds: number
  /** How often a failed job is tried again before it goes to the dead letters. */
  readonly retries: number
  /** The pause before the first retry; it doubles with each one, with some chance in it. */
  readonly retryDelaySeconds: number
  /** Never set: it carries the payload's type. */
  readonly payload?: Payload
}

/**
 * What a queue may have otherwise than usual: ten seconds a job, ten retries, the first after one
 * second.
 */
export type QueueSettings = Partial<
  Pick<Queue<JobPayload>, 'timeLimitSeconds' | 'retries' | 'retryDelaySeconds'>
>

/** A queue without a payload type, for lists of queues. */
export type AnyQueue = Pick<
  Queue<JobPayload>,
  'name' | 'timeLimitSeconds' | 'retries' | 'retryDelaySeconds'
>

const NAME = /^[a-z]+(?:-[a-z]+)*$/

/**
 * Defines a queue. It must be in the list that {@link installJobs} is given, or enqueueing fails.
 *
 * @param name lower-case words with dashes, as in `lodge-declaration`
 */
export function defineQueue<Payload extends JobPayload>(
  name: string,
  settings: QueueSettings = {},
): Queue<Payload> {
  if (!NAME.test(name)) throw new TypeError(`not a queue's name: ${JSON.stringify(name)}`)
  return { name, timeLimitSeconds: 10, retries: 10, retryDelaySeconds: 1, ...settings }
}

/** The jobs of a queue that have failed for good, as a queue that can be worked on itself. */
export function deadLettersOf<Payload extends JobPayload>(queue: Queue<Payload>): Queue<Payload> {
  return { ...queue, name: deadLetterName(queue) }
}

/** Where the jobs of a queue end that have failed for good. */
export function deadLetterName(queue: Pick<AnyQueue, 'name'>): string {
  return `${queue.name}-dead`
}
