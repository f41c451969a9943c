import { CompiledQuery } from 'kysely'
import PgBoss from 'pg-boss'

import type { Log } from '../log.ts'
import { openDatabase, type Database } from '../postgres/connect.ts'
import { listenForJobs } from './announcements.ts'
import type { Assignment } from './assignment.ts'
import { runTimeSettings } from './install-jobs.ts'
import { WorkLoop } from './work-loop.ts'

export interface WorkersOptions<Tables> {
  readonly database: Database<Tables>
  readonly assignments: readonly Assignment[]
  readonly log: Log
  /** How long the jobs in hand may still take when the process shuts down. */
  readonly stopTimeLimitMs?: number
}

export interface Workers {
  /** Takes no more jobs and waits for those in hand. */
  stop(): Promise<void>
}

/** How often jobs of killed workers are looked for. */
const TAKE_OVER_SECONDS = 2

/** Works on queues until it is stopped. Any number of processes may do so side by side. */
export async function startWorkers<Tables>(options: WorkersOptions<Tables>): Promise<Workers> {
  const { database, assignments, log, stopTimeLimitMs = 10_000 } = options
  const boss = new PgBoss({
    ...runTimeSettings,
    supervise: true,
    maintenanceIntervalSeconds: TAKE_OVER_SECONDS,
    db: executorOf(database),
  })
  boss.on('error', (error) => log.warn({ error: error.message }, 'job maintenance failed'))
  await boss.start()

  const loops = new Map<string, WorkLoop>()
  for (const assignment of assignments) {
    loops.set(assignment.queue.name, new WorkLoop({ boss, assignment, log }))
  }
  const listener = await listenForJobs(database, (queueName) => loops.get(queueName)?.wake())
  for (const loop of loops.values()) loop.start()
  return {
    stop: async () => {
      await listener.close()
      await Promise.all([...loops.values()].map((loop) => loop.stop(stopTimeLimitMs)))
      await boss.stop({ graceful: false })
    },
  }
}

function executorOf<Tables>(database: Database<Tables>): PgBoss.Db {
  const { kysely } = openDatabase(database)
  return {
    // pg-boss leaves the values out where a statement has none, whatever its types say.
    executeSql: async (text, values: readonly unknown[] | undefined) => ({
      rows: (await kysely.executeQuery(CompiledQuery.raw(text, [...(values ?? [])]))).rows,
    }),
  }
}
