import { CompiledQuery, type Transaction } from 'kysely'

import { isErrno } from '../private-file.ts'
import { onCommit } from '../postgres/in-transaction.ts'
import { announceJobs } from './announcements.ts'
import { deadLetterName, type JobPayload, type Queue } from './queue.ts'

/** When a job is to be done. */
export interface EnqueueOptions {
  /** Not before so many seconds from now; at once unless told otherwise. */
  readonly afterSeconds?: number
}

/** Ids hold letters, digits, dashes and underscores: no name, address or text gets through. */
const ID_VALUE = /^[\w-]{1,80}$/

/**
 * The insert into pg-boss's table. pg-boss's own looks up the settings of the queue, which the code
 * that enqueues knows already; without that it costs half.
 */
const INSERT = `
  insert into pgboss.job
    (name, data, start_after, expire_in, keep_until,
     retry_limit, retry_delay, retry_backoff, dead_letter)
  values
    ($1, $2, now() + make_interval(secs => $3), make_interval(secs => $4),
     now() + interval '14 days', $5, $6, true, $7)
  returning id`

/** What PostgreSQL answers when a row fits no partition: pg-boss keeps one for each queue. */
const NO_PARTITION = '23514'

/**
 * Adds a job to a queue within the caller's transaction: it exists once that is committed, and
 * never when that is rolled back.
 *
 * @returns the job's id
 * @throws TypeError when the payload holds anything but ids
 * @throws Error when the queue was not installed
 */
export async function enqueue<Payload extends JobPayload, Tables>(
  transaction: Transaction<Tables>,
  queue: Queue<Payload>,
  payload: Payload,
  { afterSeconds = 0 }: EnqueueOptions = {},
): Promise<string> {
  for (const [name, value] of Object.entries(payload)) {
    if (!ID_VALUE.test(value)) throw new TypeError(`${queue.name}: ${name} must be an id`)
  }
  const id = await insert(transaction, queue, { payload, afterSeconds })
  if (afterSeconds === 0) onCommit(transaction, (database) => announceJobs(database, queue.name))
  return id
}

async function insert<Tables>(
  transaction: Transaction<Tables>,
  queue: Queue<JobPayload>,
  { payload, afterSeconds }: { readonly payload: JobPayload; readonly afterSeconds: number },
): Promise<string> {
  const { name, timeLimitSeconds, retries, retryDelaySeconds } = queue
  const statement = CompiledQuery.raw(INSERT, [
    name,
    payload,
    afterSeconds,
    timeLimitSeconds,
    retries,
    retryDelaySeconds,
    deadLetterName(queue),
  ]) as CompiledQuery<{ readonly id: string }>
  try {
    const { rows } = await transaction.executeQuery(statement)
    return rows.map(({ id }) => id).join()
  } catch (error) {
    if (!isErrno(error, NO_PARTITION)) throw error
    throw new Error(`the queue ${name} is not installed`, { cause: error })
  }
}
