import { CompiledQuery } from 'kysely'

import { openDatabase, type Database } from '../postgres/connect.ts'
import type { JobPayload } from './queue.ts'

/** A job that a worker has taken. */
export interface TakenJob {
  readonly id: string
  readonly data: JobPayload
}

/** One round of a worker's bookkeeping. */
export interface TakeJobsOptions {
  readonly queueName: string
  /** The jobs that were finished since the last time. */
  readonly finished: readonly string[]
  /** The most jobs to take now. */
  readonly places: number
}

/**
 * Strikes off finished jobs and takes new ones, in one statement on pg-boss's table. pg-boss's own
 * take sorts all the jobs that wait, which at a backlog of 20,000 costs 40 ms each time; this one
 * walks along the index, the longest due first.
 *
 * A finished job is deleted: what it did is in the case's own record, and a table that holds only
 * open jobs stays small.
 */
const FINISH_AND_TAKE = `
  with finished as (
    delete from pgboss.job where name = $1 and id = any($2::uuid[])
  ), next as (
    select id from pgboss.job
    where name = $1 and state < 'active' and start_after <= now()
    order by start_after
    limit $3
    for update skip locked
  )
  update pgboss.job as job
  set state = 'active',
    started_on = now(),
    retry_count = job.retry_count + case when job.started_on is null then 0 else 1 end
  from next
  where job.name = $1 and job.id = next.id
  returning job.id, job.data`

/** @returns the jobs taken, which are this worker's until their time is up */
export async function takeJobs<Tables>(
  database: Database<Tables>,
  { queueName, finished, places }: TakeJobsOptions,
): Promise<readonly TakenJob[]> {
  const { kysely } = openDatabase(database)
  const statement = CompiledQuery.raw(FINISH_AND_TAKE, [queueName, finished, places])
  return (await kysely.executeQuery<TakenJob>(statement)).rows
}
