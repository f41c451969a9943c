import { Kysely, PostgresDialect, PostgresDriver } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'

import type { Log } from '../log.ts'
import { prepareStatements } from './prepared-statements.ts'

declare const tables: unique symbol

/**
 * A database as the code outside `src/platform` may hold it: to be passed on and closed, not to be
 * queried. The only ways to its rows are `inTenant`, `inTransaction` and `acrossTenants`, so that no
 * statement can run without a decision about the tenant.
 */
export interface Database<Schema> {
  /** For log lines: `tidewaiter as tidewaiter_app on 127.0.0.1:5432`. */
  readonly label: string
  /** Answers when the server does; rejects otherwise. The readiness probe asks this. */
  ping(): Promise<void>
  /** Waits for the statements that run, then closes every connection. */
  close(): Promise<void>
  readonly [tables]?: Schema
}

/** What a pool of connections is made from. */
export interface ConnectOptions {
  readonly url: string
  /** Shown in `pg_stat_activity`: which process holds the connection. */
  readonly applicationName: string
  /** Further statements wait for one to become free, ten seconds at most. */
  readonly maxConnections: number
  readonly log: Log
  /** A statement that takes longer is cancelled by the server. */
  readonly statementTimeLimitMs?: number
  /** `relaxed` answers before a commit is on the disk, for what may be lost in a crash. */
  readonly commits?: 'durable' | 'relaxed'
}

/** What stands behind a {@link Database}; known to this folder and to the jobs only. */
export interface OpenDatabase<Schema> {
  readonly url: string
  readonly kysely: Kysely<Schema>
  readonly log: Log
}

/**
 * What the planner has to know of us. Pages are in memory or on a solid disk, where a random one
 * costs about as much as the next: by the default of 4, which is that of a turning disk, it would
 * walk the newest rows of all tenants rather than the index of the one whose page it wants.
 */
const PLANNER_SETTINGS = '-c random_page_cost=1.1'

/** No statement of the application needs a second; one that hangs must not hold its locks. */
const STATEMENT_TIME_LIMIT_MS = 15_000

const openDatabases = new WeakMap<Database<unknown>, OpenDatabase<unknown>>()

/** Opens a pool on a database. Connections are made when they are needed, so this never fails. */
export function connect<Schema>(options: ConnectOptions): Database<Schema> {
  const pool = openPool(options)
  const dialect = new PostgresDialect({ pool })
  const kysely = new Kysely<Schema>({
    dialect: Object.assign(dialect, { createDriver: () => new DriverWithoutBegin({ pool }) }),
  })
  const database: Database<Schema> = {
    label: labelOf(options.url),
    ping: async () => {
      await pool.query('select 1')
    },
    close: () => kysely.destroy(),
  }
  openDatabases.set(database, {
    url: options.url,
    kysely,
    log: options.log,
  } as OpenDatabase<unknown>)
  return database
}

/**
 * What stands behind a handle. Only this folder and the jobs may ask; dependency rules forbid it
 * to everybody else.
 */
export function openDatabase<Schema>(database: Database<Schema>): OpenDatabase<Schema> {
  const open = openDatabases.get(database)
  if (open === undefined) throw new TypeError('this database was not opened by connect()')
  return open as unknown as OpenDatabase<Schema>
}

/**
 * Kysely's driver, except that `inTransaction`, the only way into a transaction, says `begin` itself:
 * together with what has to hold in the transaction it is one round trip, which is a third of a
 * short transaction.
 */
class DriverWithoutBegin extends PostgresDriver {
  override async beginTransaction(): Promise<void> {}
}

function openPool(options: ConnectOptions): Pool {
  const pool = new Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.maxConnections,
    statement_timeout: options.statementTimeLimitMs ?? STATEMENT_TIME_LIMIT_MS,
    idle_in_transaction_session_timeout: 60_000,
    options: settingsOf(options),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    types: textDates,
  })
  pool.on('connect', prepareStatements)
  // Without a listener the end of an idle connection, as when the server restarts, ends the process.
  pool.on('error', (error) =>
    options.log.warn({ error: error.message }, 'database connection lost'),
  )
  return pool
}

function settingsOf({ commits }: ConnectOptions): string {
  return commits === 'relaxed' ? `${PLANNER_SETTINGS} -c synchronous_commit=off` : PLANNER_SETTINGS
}

/** A day stays the text `YYYY-MM-DD`: as a `Date` it would shift with the machine's time zone. */
const textDates = new TypeOverrides()
textDates.setTypeParser(types.builtins.DATE, (text: string) => text)

/** The URL itself must not be logged: it holds the password. */
function labelOf(url: string): string {
  const { username, host, pathname } = new URL(url)
  return `${pathname.slice(1)} as ${decodeURIComponent(username)} on ${decodeURIComponent(host)}`
}
