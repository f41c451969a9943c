import type { Client } from 'pg'
import PgBoss from 'pg-boss'

import { success, type Result } from '../../customs/result.ts'
import { inSession, quoteIdentifier, setUpLocks } from '../postgres/session.ts'
import { deadLetterName, type AnyQueue } from './queue.ts'

/** What is installed, and for whom. */
export interface InstallJobsOptions {
  /** The owner's login: the only role that may make tables. */
  readonly ownerUrl: string
  /** Every queue of the application; those that exist already stay as they are. */
  readonly queues: readonly AnyQueue[]
  /** The roles that enqueue and work. */
  readonly roles: readonly string[]
}

/**
 * Installs pg-boss and the queues, and lets the run-time roles read and write jobs without DDL.
 * Running it again adds what is new.
 */
export function installJobs(options: InstallJobsOptions): Promise<Result<void>> {
  return inSession(options.ownerUrl, setUpLocks.jobs, async (client) => {
    const boss = new PgBoss({ db: executorOf(client), supervise: false, schedule: false })
    await boss.start()
    for (const queue of options.queues) await installQueue(boss, queue)
    await grantUse(client, options.roles)
    await boss.stop({ graceful: false })
    return success(undefined)
  })
}

/** The queue's settings travel with each job; what pg-boss needs here are the two partitions. */
async function installQueue(boss: PgBoss, queue: AnyQueue): Promise<void> {
  const deadLetter = deadLetterName(queue)
  await boss.createQueue(deadLetter)
  await boss.createQueue(queue.name, { name: queue.name, deadLetter })
}

/** pg-boss's functions make and drop queues; what runs at run time needs none of them. */
async function grantUse(client: Client, roles: readonly string[]): Promise<void> {
  const names = roles.map(quoteIdentifier).join(', ')
  await client.query(`
    revoke all on all functions in schema pgboss from public;
    grant usage on schema pgboss to ${names};
    grant select, insert, update, delete on all tables in schema pgboss to ${names}`)
}

function executorOf(client: Client): PgBoss.Db {
  return { executeSql: (text, values) => client.query(text, values) }
}
