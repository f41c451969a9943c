import { CompiledQuery, type Transaction } from 'kysely'
import PgBoss from 'pg-boss'

import { onCommit } from '../postgres/in-transaction.ts'
import { announceJobs } from './announcements.ts'
import { runTimeSettings } from './install-jobs.ts'
import type { JobPayload, Queue } from './queue.ts'

export interface EnqueueOptions {
  /** Not before so many seconds from now; at once unless told otherwise. */
  readonly afterSeconds?: number
}

/** Ids hold letters, digits, dashes and underscores: no name, address or text gets through. */
const ID_VALUE = /^[\w-]{1,80}$/

/** Only composes statements; each runs in the transaction that is handed over with it. */
const composer = new PgBoss({ ...runTimeSettings, db: { executeSql: refuseToRun } })

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
  const id = await composer.send(queue.name, payload, {
    startAfter: afterSeconds,
    db: { executeSql: (text, values) => run(transaction, text, values) },
  })
  if (id === null) throw new Error(`the queue ${queue.name} is not installed`)
  if (afterSeconds === 0) onCommit(transaction, (database) => announceJobs(database, queue.name))
  return id
}

async function run<Tables>(
  transaction: Transaction<Tables>,
  text: string,
  values: readonly unknown[],
): Promise<{ rows: unknown[] }> {
  return { rows: (await transaction.executeQuery(CompiledQuery.raw(text, [...values]))).rows }
}

function refuseToRun(): never {
  throw new Error('a job is only enqueued within a transaction')
}
