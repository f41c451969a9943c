import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'

import type { Log } from '../log.ts'
import { connect, openDatabase, type Database } from '../postgres/connect.ts'
import { listenForJobs } from './announcements.ts'
import type { Assignment } from './assignment.ts'
import { WorkLoop } from './work-loop.ts'

/** Who works on what. */
export interface WorkersOptions<Tables> {
  /** The worker role's database. What handlers enqueue through it is taken without delay. */
  readonly database: Database<Tables>
  readonly assignments: readonly Assignment[]
  readonly log: Log
  /** How long the jobs in hand may still take when the process shuts down. */
  readonly stopTimeLimitMs?: number
}

/** Running workers. */
export interface Workers {
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>
}

/** How often jobs of killed workers are looked for. */
const TAKE_OVER_SECONDS = 3

/** Connections for taking and striking off jobs, apart from those that the handlers work on. */
const OWN_CONNECTIONS = 2

/** Works on queues until it is stopped. Any number of processes may do so side by side. */
export async function startWorkers<Tables>(options: WorkersOptions<Tables>): Promise<Workers> {
  const { database, assignments, log, stopTimeLimitMs = 10_000 } = options
  const own = openOwnDatabase(database)
  const boss = await startBoss(own, log)
  const fail = async (queueName: string, jobId: string, why: string): Promise<void> => {
    await boss.fail(queueName, jobId, { message: why })
  }
  const loops = new Map<string, WorkLoop>()
  for (const assignment of assignments) {
    loops.set(assignment.queue.name, new WorkLoop({ database: own, assignment, log, fail }))
  }
  const listener = await listenForJobs(database, (queueName) => loops.get(queueName)?.wake())
  for (const loop of loops.values()) loop.start()
  return {
    stop: async () => {
      await listener.close()
      await Promise.all([...loops.values()].map((loop) => loop.stop(stopTimeLimitMs)))
      await boss.stop({ graceful: false })
      await own.close()
    },
  }
}

/**
 * What is noted about jobs need not be on the disk before the work goes on: when the machine
 * crashes, a job that was struck off a moment ago is done again, as any job may be.
 */
function openOwnDatabase<Tables>(database: Database<Tables>): Database<unknown> {
  const { url, log } = openDatabase(database)
  return connect({
    url,
    log,
    applicationName: 'job keeping',
    maxConnections: OWN_CONNECTIONS,
    commits: 'relaxed',
  })
}

/** pg-boss gives failed jobs another try, and frees those of workers that were killed. */
async function startBoss(database: Database<unknown>, log: Log): Promise<PgBoss> {
  const { kysely } = openDatabase(database)
  const boss = new PgBoss({
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: TAKE_OVER_SECONDS,
    db: {
      // pg-boss leaves the values out where a statement has none, whatever its types say.
      executeSql: async (text, values: readonly unknown[] | undefined) => ({
        rows: (await kysely.executeQuery(CompiledQuery.raw(text, [...(values ?? [])]))).rows,
      }),
    },
  })
  boss.on('error', (error) => log.warn({ error: error.message }, 'job maintenance failed'))
  return boss.start()
}
