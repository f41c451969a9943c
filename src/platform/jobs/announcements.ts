import { sql } from 'kysely'
import { Client } from 'pg'

import type { Log } from '../log.ts'
import { openDatabase, type Database } from '../postgres/connect.ts'

/**
 * Tells workers that jobs are waiting. An announcement is only a hint: workers also look by
 * themselves now and then, so one that is lost costs a moment and no job.
 *
 * It is sent after the commit, by a statement of its own. `NOTIFY` inside the transaction would be
 * simpler, but PostgreSQL lets only one transaction with a notification commit at a time.
 */
const CHANNEL = 'jobs'

/** Announcements within this time become one. */
const GATHER_MS = 15
/** Workers look by themselves meanwhile. */
const RECONNECT_MS = 1_000

type Listener = (queueName: string) => void

/** Workers in this process hear at once, without the way through the database. */
const localListeners = new WeakMap<object, Set<Listener>>()
const gathering = new WeakMap<object, Set<string>>()

/** Announces waiting jobs to all workers of a database. Never fails: see above. */
export function announceJobs<Tables>(database: Database<Tables>, queueName: string): void {
  for (const listener of localListeners.get(database) ?? []) listener(queueName)
  const gathered = gathering.get(database)
  if (gathered !== undefined) {
    gathered.add(queueName)
    return
  }
  const names = new Set([queueName])
  gathering.set(database, names)
  setTimeout(() => {
    gathering.delete(database)
    void notify(database, [...names])
  }, GATHER_MS)
}

/** Without a write in it, this statement waits for no disk. */
async function notify<Tables>(database: Database<Tables>, names: readonly string[]): Promise<void> {
  const { kysely, log } = openDatabase(database)
  try {
    await sql`select pg_notify(${CHANNEL}, ${names.join(' ')})`.execute(kysely)
  } catch (error) {
    log.debug({ error: String(error) }, 'jobs were not announced')
  }
}

/** Hears announcements until it is closed. */
export interface AnnouncementListener {
  close(): Promise<void>
}

/** Calls the listener with the name of each queue that has got jobs, from whichever process. */
export async function listenForJobs<Tables>(
  database: Database<Tables>,
  listener: Listener,
): Promise<AnnouncementListener> {
  const local = localListeners.get(database) ?? new Set()
  localListeners.set(database, local.add(listener))
  const { url, log } = openDatabase(database)
  const session = new ListeningSession(url, log, listener)
  await session.open()
  return {
    close: () => {
      local.delete(listener)
      return session.close()
    },
  }
}

/** One connection that listens, and comes back when it is lost. */
class ListeningSession {
  readonly #url: string
  readonly #log: Log
  readonly #listener: Listener
  #client: Client | undefined
  #retry: NodeJS.Timeout | undefined
  #closed = false

  constructor(url: string, log: Log, listener: Listener) {
    this.#url = url
    this.#log = log
    this.#listener = listener
  }

  /** Never rejects: without a connection it tries again later. */
  async open(): Promise<void> {
    const client = new Client({ connectionString: this.#url, application_name: 'job listener' })
    this.#client = client
    client.on('error', (error) => this.#log.warn({ error: error.message }, 'job listener lost'))
    client.on('end', () => this.#reopen())
    client.on('notification', ({ payload = '' }) => {
      for (const queueName of payload.split(' ')) this.#listener(queueName)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'job listener cannot connect')
      this.#reopen()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#retry)
    await this.#client?.end().catch(() => undefined)
  }

  #reopen(): void {
    if (this.#closed || this.#retry !== undefined) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      void this.open()
    }, RECONNECT_MS)
  }
}
